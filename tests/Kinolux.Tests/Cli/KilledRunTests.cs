using Kinolux.Media;
using Kinolux.Media.Outputs;
using Kinolux.Tests.Restoration;

namespace Kinolux.Tests.Cli;

/// <summary>The program itself, killed, interrupted, and asked again.</summary>
[Trait("Category", "Slow")]
public sealed class KilledRunTests : IDisposable
{
    // Starts a run in a process group of its own, as a terminal does, and sends the whole group a signal once a stage has begun.
    private const string Start =
        """
        begin() { : > words; setsid env --default-signal=INT "$@" 2> words & run=$!; }
        until_it_says() { while ! grep -q "$1" words && kill -0 $run 2> /dev/null; do sleep 0.01; done; }
        """;

    private readonly TemporaryFolder _folder = new();

    public KilledRunTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "process groups are made with Linux' setsid here");
        DirtyFilm.Write(_folder.File("film.mkv"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_at_any_stage_it_leaves_no_output_and_ends_in_the_same_film()
    {
        const string Kinolux = "kinolux restore film.mkv -o out.mkv --quality fast --report report";
        foreach (var stage in (string[])["grep -q survey words", "grep -q restore words", "ls out.mkv.kinolux/chunks/*.jsonl", "grep -q deliver words"])
        {
            var killed = Shell($"begin {Kinolux}\nwhile ! {stage} > /dev/null 2>&1 && kill -0 $run; do sleep 0.01; done\nkill -KILL $run\nwait $run\necho exit $?");
            Assert.True(killed.Contains("exit 137", StringComparison.Ordinal), $"{stage}: {killed}");
            Assert.False(File.Exists(_folder.File("out.mkv")), stage);
        }
        // The report appears just before the output does.
        Shell($"begin {Kinolux}\nwhile [ ! -e report ] && kill -0 $run; do sleep 0.01; done\nkill -KILL $run\nwait $run");
        if (File.Exists(_folder.File("out.mkv")))
            File.Move(_folder.File("out.mkv"), _folder.File("whole.mkv"));
        Assert.Contains("exit 0", Shell($"begin {Kinolux}\nwait $run\necho exit $?"), StringComparison.Ordinal);
        Assert.Contains("exit 0", Shell("begin kinolux restore film.mkv -o whole.mkv --overwrite --quality fast\nwait $run\necho exit $?"), StringComparison.Ordinal);
        Assert.Equal(Hashes("whole.mkv"), Hashes("out.mkv"));
        Assert.Equal(["film.mkv", "out.mkv", "out.mkv.kinolux", "report", "whole.mkv", "whole.mkv.kinolux", "words"], Entries());
        Assert.Empty(Unfinished());
    }

    [Fact]
    public void Pictures_killed_while_they_move_into_place_are_taken_back()
    {
        Shell("mkdir out\nkinolux restore film.mkv -o out/p%03d.png --only deflicker");
        var whole = Directory.GetFiles(_folder.File("out"), "*.png").Length;
        // What a run leaves that is killed after half of its pictures were moved.
        var left = _folder.File("out/" + Leftovers.NameFor("p%03d.png"));
        Directory.CreateDirectory(left);
        var names = Directory.GetFiles(_folder.File("out"), "*.png").Select(file => Path.GetFileName(file)).Order().ToList();
        foreach (var name in names)
            File.Move(_folder.File("out/" + name), Path.Combine(left, name));
        Leftovers.ListMoves(left, names);
        foreach (var name in names.Take(20))
            File.Move(Path.Combine(left, name), _folder.File("out/" + name));
        Assert.Contains("exit 0", Shell("kinolux restore film.mkv -o out/p%03d.png --only deflicker\necho exit $?"), StringComparison.Ordinal);
        Assert.Equal((48, 48, 48), (whole, Directory.GetFiles(_folder.File("out"), "*.png").Length, Directory.GetFileSystemEntries(_folder.File("out")).Length));
    }

    [Theory]
    [InlineData("survey")]
    [InlineData("restore")]
    [InlineData("deliver")]
    public void Interrupted_with_all_its_tools_it_says_cancelled_and_goes_on_when_asked_again(string stage)
    {
        var words = Shell($"begin kinolux restore film.mkv -o out.mkv --quality fast\nuntil_it_says '{stage}'\nkill -INT -$run\nwait $run\necho exit $?\ncat words");
        Assert.True(words.Contains("exit 130", StringComparison.Ordinal), words);
        Assert.Contains("error KX5002: cancelled", words, StringComparison.Ordinal);
        Assert.Equal(["film.mkv", "out.mkv.kinolux", "words"], Entries());
        Assert.Empty(Unfinished());
        Assert.Contains("exit 0", Shell("kinolux restore film.mkv -o out.mkv --quality fast\necho exit $?"), StringComparison.Ordinal);
        Assert.Equal(DirtyFilm.Frames, Hashes("out.mkv").Count);
    }

    [Fact]
    public void The_first_interrupt_finishes_the_piece_at_work_and_the_second_stops()
    {
        // Long enough that the first interrupt cannot reach the last piece.
        Shell("ffmpeg -v error -stream_loop 2 -i film.mkv -c copy long.mkv");
        const string Kinolux = "kinolux restore long.mkv -o out.mkv --quality fast --jobs 1";
        var once = Shell($"begin {Kinolux}\nuntil_it_says 'restore'\nkill -INT -$run\nwait $run\necho exit $?");
        Assert.Contains("exit 130", once, StringComparison.Ordinal);
        Assert.Single(Pieces());
        var twice = Shell($"begin {Kinolux}\nuntil_it_says 'restore'\nkill -INT -$run\nuntil_it_says stopping\nkill -INT -$run\nwait $run\necho exit $?");
        Assert.Contains("exit 130", twice, StringComparison.Ordinal);
        Assert.InRange(Pieces().Length, 1, 2);
        var kept = Pieces().Length;
        var whole = Shell("kinolux restore long.mkv -o out.mkv --quality fast");
        Assert.Contains($"{Pieces().Length - kept} of {Pieces().Length} chunks made", whole, StringComparison.Ordinal);
        Assert.Empty(Unfinished());

        string[] Pieces() => Directory.GetFiles(_folder.File("out.mkv.kinolux/chunks"), "*.jsonl");
    }

    [Fact]
    public void A_second_run_into_one_work_folder_is_refused_and_the_first_goes_on()
    {
        var words = Shell("begin kinolux restore film.mkv -o out.mkv --quality fast\nuntil_it_says survey\nkinolux restore film.mkv -o out.mkv 2>&1\necho second $?\nwait $run\necho first $?");
        Assert.Contains("error KX4103: ", words, StringComparison.Ordinal);
        Assert.Contains("second 1", words, StringComparison.Ordinal);
        Assert.Contains("first 0", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_run_into_one_output_is_refused_whatever_its_work_folder_and_the_first_goes_on()
    {
        var words = Shell("begin kinolux restore film.mkv -o out.mkv --quality fast\nuntil_it_says survey\nkinolux restore film.mkv -o out.mkv --work other 2>&1\necho second $?\nwait $run\necho first $?");
        Assert.Contains("error KX4103: ", words, StringComparison.Ordinal);
        Assert.Contains("second 1", words, StringComparison.Ordinal);
        Assert.Contains("first 0", words, StringComparison.Ordinal);
        Assert.Equal(["film.mkv", "out.mkv", "out.mkv.kinolux", "words"], Entries());
    }

    [Theory]
    [InlineData("survey")]
    [InlineData("restore")]
    public void The_work_folder_removed_in_the_middle_is_a_fault_and_the_run_can_be_asked_again(string stage)
    {
        var words = Shell($"begin kinolux restore film.mkv -o out.mkv --quality fast\nuntil_it_says {stage}\nrm -rf out.mkv.kinolux\nwait $run\necho exit $?\ncat words");
        Assert.True(words.Contains("exit 1\n", StringComparison.Ordinal), words);
        Assert.Matches("error KX(1207|4002|4101)", words);
        Assert.False(File.Exists(_folder.File("out.mkv")));
        Assert.Contains("exit 0", Shell("kinolux restore film.mkv -o out.mkv --quality fast\necho exit $?"), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_little_memory_is_a_fault()
    {
        Shell("ffmpeg -v error -f lavfi -i testsrc2=s=1920x1080:r=24 -frames:v 2 -c:v ffv1 -pix_fmt yuv420p large.mkv");
        var words = Shell("DOTNET_GCHeapHardLimit=0x1800000 kinolux restore large.mkv -o out.mkv --only despeckle --jobs 1 2>&1\necho exit $?");
        Assert.True(words.Contains("error KX5003: ", StringComparison.Ordinal) && words.Contains("exit 1", StringComparison.Ordinal), words);
        Assert.False(File.Exists(_folder.File("out.mkv")));
    }

    [Fact]
    public void The_output_folder_removed_in_the_middle_is_a_fault()
    {
        var words = Shell("mkdir out\nbegin kinolux restore film.mkv -o out/out.mkv --quality fast\nuntil_it_says restore\nrm -rf out\nwait $run\necho exit $?\ncat words");
        Assert.True(words.Contains("exit 1\n", StringComparison.Ordinal), words);
        Assert.Matches("error KX(1202|1207|4002|4101)", words);
        Assert.Equal(["film.mkv", "words"], Entries());
    }

    private string Shell(string script)
    {
        var result = KinoluxProgram.Run(_folder.Path, $"{Start}\n{script}");
        return result.Output + result.ErrorTail;
    }

    private IEnumerable<string?> Entries() => Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order();

    private IEnumerable<string> Unfinished() =>
        Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Where(file => file.Contains(".part", StringComparison.Ordinal) || file.EndsWith(".tmp", StringComparison.Ordinal));

    private List<string> Hashes(string film) => [.. FrameIndex.Read(Film.Open(_folder.File(film))).Select(checksum => checksum.Md5)];
}

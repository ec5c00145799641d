using System.Text.Json.Nodes;
using Kinolux.Cli;
using Kinolux.Core.Text;

namespace Kinolux.Tests.Cli;

public sealed class EstimateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_dry_run_says_shots_time_and_disk_and_leaves_nothing_but_the_plan()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        KinoluxProgram.PutFilm(_folder.Path);
        Directory.CreateDirectory(_folder.File("temporary"));
        var dry = KinoluxProgram.Run(_folder.Path, "TMPDIR=$PWD/temporary kinolux restore clean.mkv -o out.mkv --dry-run");
        Assert.Equal(0, dry.ExitCode);
        Assert.Contains("film:   clean.mkv, 24 frames in 1 shot\n", dry.Output, StringComparison.Ordinal);
        Assert.Matches(@"time:   .+ to restore it \(24 of its frames were restored here and now to know\)", dry.Output);
        Assert.Matches(@"disk:   about \d+ kB for out.mkv and \d+ kB for the work folder; .+ are free", dry.Output);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("temporary")));
        Assert.False(File.Exists(_folder.File("out.mkv")));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.File("out.mkv.kinolux/chunks")));
    }

    [Fact]
    public void The_disk_that_a_dry_run_says_is_what_the_run_takes()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        KinoluxProgram.PutFilm(_folder.Path);
        var estimate = JsonNode.Parse(KinoluxProgram.Run(_folder.Path, "kinolux restore clean.mkv -o out.mkv --dry-run --json").Output)!["estimate"]!;
        Assert.Equal(0, KinoluxProgram.Run(_folder.Path, "kinolux restore clean.mkv -o out.mkv").ExitCode);
        var work = new DirectoryInfo(_folder.File("out.mkv.kinolux")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
        Assert.InRange(estimate["workBytes"]!.GetValue<long>(), work * 0.8, work * 1.2);
        // The sound is its own.
        Assert.InRange(estimate["outputBytes"]!.GetValue<long>(), 1, new FileInfo(_folder.File("out.mkv")).Length * 1.2);
        Assert.InRange(estimate["least"]!.GetValue<double>(), 0, estimate["most"]!.GetValue<double>());
    }

    [Fact]
    public void Probe_says_what_it_knows_and_what_it_does_not()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        KinoluxProgram.PutFilm(_folder.Path);
        const string Own = "export XDG_STATE_HOME=$PWD/own; ";
        var first = KinoluxProgram.Run(_folder.Path, Own + "kinolux probe clean.mkv").Output;
        Assert.Contains("time     nothing was restored on this machine yet", first, StringComparison.Ordinal);
        Assert.Matches(@"disk     \d+ kB to \d+ kB for an .mkv", first);
        Assert.DoesNotContain("shots", first, StringComparison.Ordinal);
        new MachineSpeed(_folder.File("own/kinolux")).Keep(1000 * 60, 60);
        Assert.Equal(0, KinoluxProgram.Run(_folder.Path, "kinolux analyse clean.mkv --only despeckle").ExitCode);
        var second = KinoluxProgram.Run(_folder.Path, Own + "kinolux probe clean.mkv").Output;
        // 24 frames of 96 × 64 at 1000 samples a second, twice either way.
        Assert.Contains("time     1.2 to 4.9 min to restore", second, StringComparison.Ordinal);
        Assert.Contains("shots    1\n", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("[1,\"2\"]")]
    [InlineData("[-5]")]
    public void A_damaged_note_of_the_speed_is_as_none(string note)
    {
        File.WriteAllText(_folder.File("speed.json"), note);
        var speed = new MachineSpeed(_folder.Path);
        Assert.Empty(speed.Read());
        speed.Keep(6000, 60);
        speed.Keep(1, 0.5);
        Assert.Equal([100], speed.Read());
    }

    [Theory]
    [InlineData("under a minute", 10, 40)]
    [InlineData("45 to 100 s", 45, 101)]
    [InlineData("up to 3 min", 30, 180)]
    [InlineData("4 to 9 min", 240, 540)]
    [InlineData("1.5 to 3 h", 5400, 10800)]
    [InlineData("12 to 28 h", 44000, 100000)]
    public void Times_are_said_as_roughly_as_they_are_known(string words, double least, double most) => Assert.Equal(words, Amounts.Time(least, most));

    [Theory]
    [InlineData("1 kB", 12)]
    [InlineData("310 MB", 312e6)]
    [InlineData("1.2 GB", 1.23e9)]
    public void Sizes_are_said_in_two_figures(string words, double bytes) => Assert.Equal(words, Amounts.Bytes(bytes));
}

using System.Diagnostics;
using System.Globalization;
using Kinolux.Media;
using Kinolux.Tests.Restoration;

namespace Kinolux.Tests.Cli;

/// <summary>The program killed at random moments, again and again until it is let finish. <c>./dev bench kills N</c> kills it N times.</summary>
[Trait("Category", "Slow")]
public sealed class RandomKillTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Random _random = new(1912);
    private readonly SortedDictionary<string, int> _killedIn = [];

    public RandomKillTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "a process' children are read from /proc");
        DirtyFilm.Write(_folder.File("film.mkv"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Killed_at_random_moments_it_resumes_to_the_very_bits_of_an_uninterrupted_run()
    {
        var kills = Effort.Of("KINOLUX_KILLS", 6);
        var clock = Stopwatch.StartNew();
        Finish("whole.mkv", "");
        var whole = clock.Elapsed.TotalSeconds;
        var (frames, proposals) = (Frames("whole.mkv"), Proposals("whole.mkv.kinolux"));
        for (var (left, round) = (kills, 1); left > 0; round++)
        {
            var sequence = round % 3 == 0;
            var (output, work) = sequence ? ("out/p%03d.png", "out.kinolux") : ("out.mkv", "out.mkv.kinolux");
            Directory.CreateDirectory(_folder.File("out"));
            for (var again = true; again && left > 0; again = _random.Next(3) > 0, left--)
            {
                Kill(output, $"--jobs {_random.Next(1, 3)}", whole * _random.NextDouble());
                if (Frames(output) is { } early)
                    Assert.Equal(frames, early);
            }
            Finish(output, "--overwrite");
            Assert.Equal(frames, Frames(output));
            Assert.Equal(proposals, Proposals(work));
            Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories), file => file.Contains(".part", StringComparison.Ordinal) || file.EndsWith(".tmp", StringComparison.Ordinal));
            Forget(output, work);
        }
        var stages = string.Join(", ", _killedIn.Select(stage => $"{stage.Value} in {stage.Key}"));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kills} kills ({stages}); every run ended in the same {frames?.Count} frames and proposals"));
    }

    [Fact]
    public void Kept_pieces_damaged_at_random_end_in_the_very_bits_of_an_undamaged_run()
    {
        var rounds = Effort.Of("KINOLUX_KILLS", 3);
        Finish("whole.mkv", "");
        var (frames, proposals) = (Frames("whole.mkv"), Proposals("whole.mkv.kinolux"));
        Finish("out.mkv", "");
        for (var seed = 0; seed < rounds; seed++)
        {
            var pieces = ((string[])["chunks", "survey", "proposals"]).SelectMany(folder => Directory.GetFiles(_folder.File($"out.mkv.kinolux/{folder}"))).Where(file => new FileInfo(file).Length > 0).Order(StringComparer.Ordinal).ToList();
            foreach (var piece in pieces.Where(_ => _random.Next(3) == 0).Append(pieces[_random.Next(pieces.Count)]))
                File.WriteAllBytes(piece, new ByteDamage(seed).Of(File.ReadAllBytes(piece)));
            Finish("out.mkv", "--overwrite");
            Assert.Equal(frames, Frames("out.mkv"));
            Assert.Equal(proposals, Proposals("out.mkv.kinolux"));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{rounds} runs over damaged pieces; 0 of {rounds * frames?.Count} frames lost or wrong");
    }

    [Fact]
    public void A_power_cut_loses_nothing_of_what_was_finished_and_a_run_after_it_ends_in_the_same_film()
    {
        SkipWithoutLoopDevice();
        var cuts = Effort.Of("KINOLUX_KILLS", 2);
        var clock = Stopwatch.StartNew();
        Finish("whole.mkv", "");
        var (whole, frames) = (clock.Elapsed.TotalSeconds, Frames("whole.mkv"));
        var (early, late) = (0, 0);
        for (var cut = 0; cut < cuts; cut++)
        {
            // The last is right after the run said that it is done.
            var moment = cut == cuts - 1 ? -1 : whole * (0.2 + _random.NextDouble());
            var ended = Cut(moment);
            (early, late) = ended ? (early, late + 1) : (early + 1, late);
            var there = File.Exists(_folder.File("after/out.mkv"));
            Assert.True(there || !ended, "a run had ended, and its output is gone");
            if (there)
                Assert.Equal(frames, FramesOf("after/out.mkv"));
            var again = KinoluxProgram.Run(_folder.File("after"), "kinolux restore ../film.mkv -o out.mkv --quality fast --overwrite");
            Assert.True(again.ExitCode == 0, again.Output + again.ErrorTail);
            Assert.Equal(frames, FramesOf("after/out.mkv"));
            if (ended)
                Assert.DoesNotContain("made again", again.Output + again.ErrorTail, StringComparison.Ordinal);
            Directory.Delete(_folder.File("after"), recursive: true);
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{cuts} power cuts ({early} in a run, {late} after it); 0 of {cuts * frames?.Count} frames lost or wrong");
    }

    private void SkipWithoutLoopDevice()
    {
        var tried = KinoluxProgram.Run(_folder.Path, $"{Format}; mount -o loop img m && umount m");
        Assert.SkipUnless(tried.ExitCode == 0, $"no loop device is to be had (it takes root and e2fsprogs): what a power cut leaves is NOT looked at. {tried.ErrorTail}");
    }

    private const string Format = "export PATH=$PATH:/sbin:/usr/sbin; mkdir -p m; rm -f img; truncate -s 64M img; mkfs.ext4 -q img";

    // What the disk holds at a moment of a run, as after a power cut: a copy of the image, taken without unmounting, and repaired. True where the run had ended.
    private bool Cut(double moment)
    {
        var wait = moment < 0 ? "wait $run" : string.Create(CultureInfo.InvariantCulture, $"sleep {moment:0.000}");
        var script =
            $"""
            {Format}; mount -o loop img m || exit 9
            kinolux restore film.mkv -o m/out.mkv --quality fast > /dev/null 2>&1 & run=$!
            {wait}
            kill -0 $run 2> /dev/null && ended=no || ended=yes
            cp --sparse=always img snap
            kill -KILL $run $(cat /proc/$run/task/*/children 2> /dev/null) 2> /dev/null
            wait $run 2> /dev/null
            until umount m 2> /dev/null; do sleep 0.05; done
            e2fsck -fy snap > /dev/null 2>&1
            mount -o loop snap m && mkdir after && cp -a m/. after/ && rm -rf after/lost+found
            umount m
            echo $ended
            """;
        var result = KinoluxProgram.Run(_folder.Path, script);
        Assert.True(Directory.Exists(_folder.File("after")), result.Output + result.ErrorTail);
        return result.Output.Trim() == "yes";
    }

    private List<string> FramesOf(string output) => [.. FrameIndex.Read(Film.Open(_folder.File(output))).Select(checksum => checksum.Md5)];

    // The program alone (its tools notice by their pipes), or with all its tools.
    private void Kill(string output, string more, double moment)
    {
        var tools = _random.Next(2) == 0 ? "$(cat /proc/$run/task/*/children 2> /dev/null)" : "";
        var script = string.Create(CultureInfo.InvariantCulture,
            $"""
            {Command(output, more)} --overwrite > /dev/null 2> words & run=$!
            sleep {moment:0.000}
            kill -KILL $run {tools} 2> /dev/null
            wait $run
            tail -n 1 words
            """);
        var last = KinoluxProgram.Run(_folder.Path, script).Output.Trim();
        var stage = last.Length == 0 ? "start" : last.Contains("error", StringComparison.Ordinal) ? last : last.Split(',')[0];
        _killedIn[stage] = _killedIn.GetValueOrDefault(stage) + 1;
    }

    private void Finish(string output, string more)
    {
        var result = KinoluxProgram.Run(_folder.Path, Command(output, more));
        Assert.True(result.ExitCode == 0, result.Output + result.ErrorTail);
    }

    private static string Command(string output, string more) => $"kinolux restore film.mkv -o {output} --quality fast {more}";

    // Null where there is no output.
    private List<string>? Frames(string output)
    {
        var there = output.Contains('%', StringComparison.Ordinal) ? Directory.EnumerateFiles(_folder.File("out")).Any(file => !Path.GetFileName(file).StartsWith('.')) : File.Exists(_folder.File(output));
        return there ? [.. FrameIndex.Read(Film.Open(_folder.File(output), new(24, 1))).Select(checksum => checksum.Md5)] : null;
    }

    private List<string> Proposals(string work) =>
        [.. Directory.EnumerateFiles(_folder.File($"{work}/proposals")).Order(StringComparer.Ordinal).Select(file => Path.GetFileName(file) + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))];

    private void Forget(string output, string work)
    {
        File.Delete(_folder.File(output));
        Directory.Delete(_folder.File("out"), recursive: true);
        Directory.Delete(_folder.File(work), recursive: true);
    }
}

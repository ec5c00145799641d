using System.Diagnostics;
using System.Globalization;
using Kinolux.Media;
using Kinolux.Tests.Production;

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

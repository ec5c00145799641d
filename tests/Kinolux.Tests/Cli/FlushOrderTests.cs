using System.Text.RegularExpressions;
using Kinolux.Tests.Restoration;

namespace Kinolux.Tests.Cli;

/// <summary>The program as the system sees it: what matters is written, flushed, renamed, and then the folder is flushed that lists it.</summary>
[Trait("Category", "Slow")]
public sealed partial class FlushOrderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("out.mkv", "out.mkv")]
    [InlineData("out/p%03d.png", "out/p000.png")]
    public void Every_file_that_matters_is_flushed_before_it_is_renamed_and_its_folder_afterwards(string output, string file)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Assert.SkipUnless(Tools.Has("strace", "-V"), "strace is not installed: what reaches the disk in which order is NOT looked at");
        DirtyFilm.Write(_folder.File("film.mkv"), frames: 6);
        Directory.CreateDirectory(_folder.File("out"));
        var work = output.StartsWith("out/", StringComparison.Ordinal) ? "out.kinolux" : "out.mkv.kinolux";
        var run = KinoluxProgram.Run(_folder.Path, $"strace -f -y -s 400 -e trace=write,pwrite64,fsync,fdatasync,rename,renameat,renameat2 -o trace kinolux restore film.mkv -o {output} --quality fast --only despeckle --keep-original --report report");
        Assert.SkipWhen(run.ErrorTail.Contains("PTRACE", StringComparison.Ordinal), $"strace may not trace here: {run.ErrorTail}");
        Assert.True(run.ExitCode == 0, run.ErrorTail);
        var calls = File.ReadAllLines(_folder.File("trace"));
        List<string> placed = [file, $"{work}/plan.json", $"{work}/work.json", $"{work}/survey/survey.bin", $"{work}/survey/index.jsonl", $"{work}/survey/delivered.bin", $"{work}/proposals", "report"];
        foreach (var folder in (string[])["chunks", "deliveries"])
            placed.AddRange(Directory.GetFiles(_folder.File($"{work}/{folder}")).Select(path => Path.GetRelativePath(_folder.Path, path)));
        Assert.True(placed.Count >= 10, string.Join(' ', placed));
        var last = placed.Select(path => Renamed(calls, _folder.File(path))).ToList();
        var staged = Rename().Match(calls[last[placed.IndexOf("report")]]).Groups[1].Value;
        Assert.All(Directory.GetFiles(_folder.File("report"), "*", SearchOption.AllDirectories), page =>
            Assert.Contains(calls.Take(last[placed.IndexOf("report")]), call => Flushes(call, Path.Combine(staged, Path.GetRelativePath(_folder.File("report"), page)))));
        // What proves the output is there before it.
        Assert.All(placed.Zip(last).Where(pair => pair.First.Contains("deliveries", StringComparison.Ordinal)), pair => Assert.True(pair.Second < last[0], pair.First));
        var links = Array.FindLastIndex(calls, call => Writes(call) && call.Contains("links.jsonl>", StringComparison.Ordinal));
        Assert.True(links >= 0 && Array.FindIndex(calls, links, call => Flushes(call, _folder.File($"{work}/links.jsonl"))) > links, "links.jsonl is not flushed");
    }

    // Where a path was renamed to, flushed before and its folder afterwards.
    private static int Renamed(string[] calls, string path)
    {
        var rename = Array.FindLastIndex(calls, call => Rename().Match(call) is { Success: true } match && match.Groups[2].Value == path);
        Assert.True(rename >= 0, $"{path} is not renamed to");
        var from = Rename().Match(calls[rename]).Groups[1].Value;
        var flush = Array.FindLastIndex(calls, rename, call => Flushes(call, from));
        Assert.True(flush >= 0, $"{from} is not flushed before it becomes {path}");
        Assert.True(Array.FindLastIndex(calls, rename, call => Writes(call) && call.Contains($"<{from}>", StringComparison.Ordinal)) < flush, $"{from} is written after its flush");
        Assert.True(Array.FindIndex(calls, rename, call => Flushes(call, Path.GetDirectoryName(path) ?? "")) > rename, $"the folder of {path} is not flushed");
        return rename;
    }

    private static bool Writes(string call) => call.Contains(" write(", StringComparison.Ordinal) || call.Contains("pwrite64(", StringComparison.Ordinal);

    private static bool Flushes(string call, string path) => call.Contains("sync(", StringComparison.Ordinal) && call.Contains($"<{path}>", StringComparison.Ordinal);

    [GeneratedRegex("rename\\w*\\(.*?\"([^\"]+)\".*?\"([^\"]+)\"")]
    private static partial Regex Rename();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Kinolux.Core.Processes;
using Kinolux.Tests.Restoration;

namespace Kinolux.Tests.Cli;

/// <summary>What a delivery costs beside its encode: the finished file is probed, decoded and hashed once, whoever wants to know, and chunks of our own are not asked what they are.</summary>
[Trait("Category", "Slow")]
public sealed partial class LookedAtOnceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public LookedAtOnceTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the tools are scripts");
        DirtyFilm.Write(_folder.File("film.mkv"), frames: 12);
        Directory.CreateDirectory(_folder.File("bin"));
        foreach (var tool in (string[])["ffmpeg", "ffprobe"])
        {
            var real = Tool.Run("sh", ["-c", $"command -v {tool}"]).Output.Trim();
            File.WriteAllText(_folder.File($"bin/{tool}"), $"#!/bin/bash\necho \"{tool} $*\" >> {_folder.File("asked")}\nexec {real} \"$@\"\n");
            Tool.Run("chmod", ["+x", _folder.File($"bin/{tool}")]);
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("out.mp4", "", 0)]
    [InlineData("out.mp4", "--report report", 1)]
    [InlineData("out.mkv", "--report report", 1)]
    public void A_delivered_file_is_described_once_its_packets_are_counted_once_and_it_is_decoded_once(string output, string report, int decoded)
    {
        Restore($"{output} {report}");
        var ofOutput = Asked().Where(line => line.Contains(".part", StringComparison.Ordinal)).ToList();
        Assert.Single(ofOutput, line => line.StartsWith("ffprobe", StringComparison.Ordinal) && line.Contains("-show_streams", StringComparison.Ordinal));
        Assert.Single(ofOutput, line => line.StartsWith("ffprobe", StringComparison.Ordinal) && line.Contains("packet=", StringComparison.Ordinal));
        Assert.Equal(Math.Max(decoded, output == "out.mp4" ? 1 : 0), ofOutput.Count(line => line.Contains("framemd5", StringComparison.Ordinal)));
    }

    [Fact]
    public void Chunks_of_our_own_are_not_probed()
    {
        Restore("out.mkv");
        Assert.NotEmpty(Directory.GetFiles(_folder.File("out.mkv.kinolux/chunks"), "*.mkv"));
        Assert.DoesNotContain(Asked(), line => line.StartsWith("ffprobe", StringComparison.Ordinal) && line.Contains("/chunks/", StringComparison.Ordinal));
    }

    [Fact]
    public void The_bytes_of_a_delivered_file_are_read_once()
    {
        Assert.SkipUnless(Tools.Has("strace", "-V"), "strace is not installed: how often a file is read is NOT looked at");
        var run = Restore("out.mov --report report", "strace -f -y -s 1 -e trace=pread64 -o trace ");
        Assert.SkipWhen(run.ErrorTail.Contains("PTRACE", StringComparison.Ordinal), $"strace may not trace here: {run.ErrorTail}");
        // So reads .NET; ffmpeg and ffprobe read otherwise.
        var read = File.ReadLines(_folder.File("trace")).Select(call => Read().Match(call)).Where(match => match.Success)
            .Sum(match => long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));
        var size = new FileInfo(_folder.File("out.mov")).Length;
        Assert.InRange(read, size, size + size / 2);
    }

    private ToolResult Restore(string output, string under = "")
    {
        var run = KinoluxProgram.Run(_folder.Path, $"export PATH=\"$PWD/bin:$PATH\"; {under}kinolux restore film.mkv -o {output} --quality fast --only despeckle");
        Assert.True(run.ExitCode == 0 || under.Length > 0, run.ErrorTail);
        return run;
    }

    private string[] Asked() => File.ReadAllLines(_folder.File("asked"));

    [GeneratedRegex(@" pread64\(\d+<[^>]*\.part\.mov>.* = (\d+)$")]
    private static partial Regex Read();
}

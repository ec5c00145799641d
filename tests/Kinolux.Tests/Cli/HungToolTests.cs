using Kinolux.Core.Processes;
using Kinolux.Tests.Restoration;

namespace Kinolux.Tests.Cli;

/// <summary>A tool that never answers: who asks Kinolux to stop is not kept waiting for it, and nothing stays running.</summary>
[Trait("Category", "Slow")]
public sealed class HungToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HungToolTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the tools are scripts");
        DirtyFilm.Write(_folder.File("film.mkv"), frames: 12);
        Directory.CreateDirectory(_folder.File("bin"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("ffprobe", "*", "restore film.mkv -o out.mkv --quality fast")]
    [InlineData("ffprobe", "*packet=*", "restore film.mkv -o out.mkv --quality fast")]
    [InlineData("ffmpeg", "*idet*", "restore film.mkv -o out.mkv --quality fast")]
    [InlineData("ffmpeg", "*'-f nut '*", "restore film.mkv -o out.mkv --quality fast")]
    [InlineData("ffmpeg", "*' ffv1 '*", "restore film.mkv -o out.mkv --quality fast")]
    [InlineData("ffmpeg", "*-pixel_format*", "restore film.mkv -o out.mkv --quality fast --report report")]
    [InlineData("ffmpeg", "*-version*", "doctor")]
    public void Asked_to_stop_it_ends_and_so_does_the_tool(string tool, string when, string command)
    {
        var real = Tool.Run("sh", ["-c", $"command -v {tool}"]).Output.Trim();
        File.WriteAllText(_folder.File($"bin/{tool}"), $"#!/bin/bash\ncase \"$*\" in {when}) echo $$ > hung; exec sleep 600;; *) exec {real} \"$@\";; esac\n");
        Tool.Run("chmod", ["+x", _folder.File($"bin/{tool}")]);
        // A minute is far more than it takes: who waits for the tool waits for ten.
        var script =
            $"""
            PATH="$PWD/bin:$PATH" kinolux {command} > words 2>&1 & run=$!
            while [ ! -s hung ] && kill -0 $run; do sleep 0.05; done
            kill -TERM $run
            (sleep 60; touch late; kill -KILL $run) > /dev/null 2>&1 & watch=$!
            wait $run
            echo "exit $?"
            kill $watch
            [ -e late ] && echo late
            kill -0 "$(cat hung)" 2> /dev/null && echo "the tool runs on" && kill -KILL "$(cat hung)"
            true
            """;
        var result = KinoluxProgram.Run(_folder.Path, script);
        Assert.True(result.Output.Trim() == "exit 130", result.Output + result.ErrorTail + File.ReadAllText(_folder.File("words")));
        Assert.False(File.Exists(_folder.File("out.mkv")));
    }
}

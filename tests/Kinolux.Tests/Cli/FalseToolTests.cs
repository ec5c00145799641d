using Kinolux.Core.Processes;
using Kinolux.Tests.Restoration;

namespace Kinolux.Tests.Cli;

/// <summary>ffprobe and ffmpeg that say what is not so, write garbage or end in the middle: each run ends in a code, and leaves no output that nobody made.</summary>
[Trait("Category", "Slow")]
public sealed class FalseToolTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FalseToolTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the tools are scripts");
        DirtyFilm.Write(_folder.File("film.mkv"), frames: 12);
        Directory.CreateDirectory(_folder.File("bin"));
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("exit 0", "KX1004")]
    [InlineData("kill -9 $$", "KX1004")]
    [InlineData("echo null", "KX1004")]
    [InlineData("echo '{\"streams\": {}, \"format\": []}'", "KX1004")]
    [InlineData("echo '{\"streams\": [null, 1, [], {}], \"format\": {}}'", "KX1005")]
    [InlineData("head -c 100000 /dev/urandom", "KX1004")]
    [InlineData("yes", "KX1004")]
    [InlineData("REAL \"$@\" | sed -E 's/\"width\": [0-9]+/\"width\": 1e400/'", "KX1004")]
    [InlineData("REAL \"$@\" | sed -E 's/\"width\": [0-9]+/\"width\": 32/'", "KX1012")]
    [InlineData("REAL \"$@\" | sed -E 's/\"pix_fmt\": \"[a-z0-9]+\"/\"pix_fmt\": \"yuv422p\"/'", "KX1014")]
    [InlineData("REAL \"$@\" | sed -E 's/\"index\": [0-9]+/\"index\": 7/'", "KX1009")]
    [InlineData("REAL \"$@\" | sed -E 's/\"codec_type\": \"[a-z]+\"/\"codec_type\": [\"video\"]/'", "KX1005")]
    [InlineData("case \"$*\" in *packet=*) REAL \"$@\" | head -n 4;; *) exec REAL \"$@\";; esac", "KX1013")]
    public void What_ffprobe_says_is_checked(string script, string code) => AssertFault("ffprobe", script, code);

    [Theory]
    [InlineData("start_time\": \"[^\"]*\"", "start_time\": \"-99999999999999\"")]
    [InlineData("r_frame_rate\": \"[^\"]*\"", "r_frame_rate\": \"9223372036854775807/1\"")]
    [InlineData("time_base\": \"[^\"]*\"", "time_base\": \"1/9223372036854775807\"")]
    public void Numbers_that_no_film_has_end_in_no_mistake_of_ours(string said, string instead)
    {
        Fake("ffprobe", $"REAL \"$@\" | sed -E 's#\"{said}#\"{instead}#'");
        Assert.DoesNotContain("KX5000", Restore().ErrorTail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("exit 0", "KX1009")]
    [InlineData("head -c 3000000 /dev/urandom", "KX1009")]
    [InlineData("case \"$*\" in *'-f nut '*) REAL \"$@\" | head -c 20000; kill -9 $$;; *) exec REAL \"$@\";; esac", "KX1009")]
    [InlineData("case \"$*\" in *'-f nut '*) REAL \"$@\" | head -c 20000; kill -15 $$;; *) exec REAL \"$@\";; esac", "KX1009")]
    [InlineData("case \"$*\" in *' ffv1 '*) head -c 20000 > /dev/null; kill -9 $$;; *) exec REAL \"$@\";; esac", "KX1207")]
    [InlineData("case \"$*\" in *' ffv1 '*) cat > /dev/null; exit 0;; *) exec REAL \"$@\";; esac", "KX1210")]
    // Whether the pipe breaks before all is written, or the frames are counted after, is the clock's affair.
    [InlineData("case \"$*\" in *' ffv1 '*) head -c 20000 | REAL \"$@\"; exit 0;; *) exec REAL \"$@\";; esac", "KX1207|KX1210")]
    public void A_decoder_or_encoder_that_ends_early_is_not_believed(string script, string code) => AssertFault("ffmpeg", script, code);

    private void AssertFault(string tool, string script, string code)
    {
        Fake(tool, script);
        var run = Restore();
        Assert.Matches($"error ({code}): ", run.ErrorTail);
        Assert.Equal(1, run.ExitCode);
        Assert.False(File.Exists(_folder.File("out.mkv")));
    }

    private ToolResult Restore() => KinoluxProgram.Run(_folder.Path, "PATH=\"$PWD/bin:$PATH\" kinolux restore film.mkv -o out.mkv --quality fast --only despeckle");

    private void Fake(string tool, string script)
    {
        var real = Tool.Run("sh", ["-c", $"command -v {tool}"]).Output.Trim();
        File.WriteAllText(_folder.File($"bin/{tool}"), "#!/bin/bash\n" + script.Replace("REAL", real, StringComparison.Ordinal) + "\n");
        Tool.Run("chmod", ["+x", _folder.File($"bin/{tool}")]);
    }
}

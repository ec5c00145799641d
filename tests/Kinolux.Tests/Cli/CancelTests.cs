namespace Kinolux.Tests.Cli;

public sealed class CancelTests
{
    [Fact]
    public void A_run_that_is_ended_exits_130_leaves_no_output()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        const string Script =
            """
            ffmpeg -v error -f lavfi -i testsrc2=s=640x480:r=24:d=20 -pix_fmt yuv420p -c:v ffv1 film.mkv || exit 9
            kinolux restore film.mkv -o out.mkv --only despeckle 2> words &
            while [ ! -s words ] && kill -0 $!; do sleep 0.02; done
            kill -TERM $!
            wait $!
            echo "exit $?"
            ls
            """;
        var result = KinoluxProgram.Run(folder.Path, Script);
        Assert.True(result.Output.Contains("exit 130", StringComparison.Ordinal), result.Output + result.ErrorTail + File.ReadAllText(folder.File("words")));
        Assert.Contains("error KX5002: cancelled", File.ReadAllText(folder.File("words")), StringComparison.Ordinal);
        Assert.DoesNotContain("out.mkv\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(["film.mkv", "out.mkv.kinolux", "words"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }
}

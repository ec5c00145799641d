using System.Text.Json.Nodes;

namespace Kinolux.Tests.Cli;

public sealed class DamageCommandsTests
{
    [Fact]
    public void Degrade_and_evaluate_say_what_was_done_and_what_it_cost()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        KinoluxProgram.PutFilm(folder.Path);
        var (clean, damaged, truth) = (folder.File("clean.mkv"), folder.File("damaged.mkv"), folder.File("truth"));
        var degrade = CliRun.Of("degrade", clean, "-o", damaged, "--only", "dirt,flicker-global", "--strength", "2", "--seed", "5", "--truth", truth, "--json");
        Assert.Equal(0, degrade.Exit);
        Assert.Equal(["dirt", "flicker-global"], JsonNode.Parse(degrade.Out)?["kinds"]?.AsArray().Select(kind => (string?)kind).Order());
        var evaluate = CliRun.Of("evaluate", clean, "--reference", clean, "--damaged", damaged, "--truth", truth, "--json");
        Assert.Equal(0, evaluate.Exit);
        var result = JsonNode.Parse(evaluate.Out);
        Assert.Equal(60, (double?)result?["film"]?["psnr"]);
        Assert.True((double?)result?["damaged"]?["psnr"] < 40);
        Assert.True((double?)result?["damaged"]?["flickerIndex"] > 1);
    }

    [Theory]
    [InlineData("KX2701", "--only", "rust")]
    [InlineData("KX2704", "--strength", "9")]
    public void What_cannot_be_done_is_a_fault_and_leaves_nothing(string code, params string[] words)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        KinoluxProgram.PutFilm(folder.Path);
        var run = CliRun.Of(["degrade", folder.File("clean.mkv"), "-o", folder.File("damaged.mkv"), .. words]);
        Assert.Equal(2, run.Exit);
        Assert.Contains(code, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("damaged.mkv")));
    }
}

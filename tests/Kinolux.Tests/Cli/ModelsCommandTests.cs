using System.Text.Json;
using Kinolux.Core.Text;
using Kinolux.Models.Cards;
using Kinolux.Tests.Models;

namespace Kinolux.Tests.Cli;

public sealed class ModelsCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_model_is_added_listed_verified_and_timed()
    {
        Put(TestModels.Mean());
        Assert.StartsWith("added mean (denoise, ", Models("add", _folder.File("mean.onnx")).Out, StringComparison.Ordinal);
        Assert.Equal(["mean.json", "mean.onnx"], Directory.GetFiles(_folder.File("models")).Select(Path.GetFileName).Order());
        Assert.Contains("mean", Models("list").Out, StringComparison.Ordinal);
        Assert.Contains("ok      mean", Models("verify").Out, StringComparison.Ordinal);
        var bench = JsonDocument.Parse(Models("bench", "--json").Out).RootElement.GetProperty("models").EnumerateArray().First(model => model.GetProperty("name").GetString() == "mean");
        Assert.InRange(bench.GetProperty("insideShare").GetDouble(), 0.01, 1);
    }

    [Fact]
    public void What_does_not_belong_together_is_not_added()
    {
        var (card, bytes) = TestModels.Mean();
        Put((card with { Sha256 = new string('0', 64) }, bytes));
        Refused("KX1803");
        Put((card with { Inputs = [card.Inputs[0]] }, bytes));
        Refused("KX1803");
        Put((card with { Sha256 = Kinolux.Models.Registry.ModelFile.Hash([1, 2, 3]) }, [1, 2, 3]));
        Refused("KX1801");
        File.Delete(_folder.File("mean.json"));
        Refused("KX2801");
        Assert.False(Directory.Exists(_folder.File("models")));
    }

    [Fact]
    public void A_name_that_is_taken_needs_overwrite()
    {
        Put(TestModels.Mean());
        Models("add", _folder.File("mean.onnx"));
        Refused("KX2802");
        Assert.Equal(0, Models("add", _folder.File("mean.onnx"), "--overwrite").Exit);
    }

    [Fact]
    public void Verify_finds_a_model_that_changed()
    {
        Put(TestModels.Mean());
        Models("add", _folder.File("mean.onnx"));
        var path = _folder.File("models/mean.onnx");
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.WriteAllText(_folder.File("models/other.json"), "{}");
        var run = Models("verify");
        Assert.Equal(1, run.Exit);
        Assert.Contains("BROKEN  mean: error KX1803", run.Out, StringComparison.Ordinal);
        Assert.Contains("BROKEN  other: error KX2801", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_library_a_film_is_restored_and_models_say_what_is_missing()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        KinoluxProgram.PutFilm(_folder.Path);
        Directory.CreateDirectory(_folder.File("models"));
        var card = TestModels.Mean().Card with { Quality = [new MeasuredQuality("clips", "psnr", 40, 10, 30)] };
        File.WriteAllBytes(_folder.File("models/mean.onnx"), TestModels.Mean().Bytes);
        File.WriteAllText(_folder.File("models/mean.json"), JsonSerializer.Serialize(card, KinoluxJson.Pretty));
        const string without = "KINOLUX_MODELS=models KINOLUX_ONNXRUNTIME=/nonexistent";
        KinoluxProgram.Run(_folder.Path, "kinolux degrade clean.mkv -o film.mkv --only noise-white");
        var auto = KinoluxProgram.Run(_folder.Path, $"{without} kinolux restore film.mkv -o auto.mkv --only degrain --quality best");
        Assert.True(auto.ExitCode == 0, auto.ErrorTail);
        var always = KinoluxProgram.Run(_folder.Path, $"{without} kinolux restore film.mkv -o always.mkv --only degrain --set degrain.model=always");
        Assert.Equal(3, always.ExitCode);
        Assert.Contains("error KX3801", always.ErrorTail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_judge_of_dirt_is_named_wherever_it_had_a_say_and_a_plan_keeps_it()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Assert.NotNull(TestModels.Runtime);
        KinoluxProgram.PutFilm(_folder.Path);
        Directory.CreateDirectory(_folder.File("models"));
        var (card, bytes) = TestModels.Judge();
        File.WriteAllBytes(_folder.File("models/judge.onnx"), bytes);
        File.WriteAllText(_folder.File("models/judge.json"), JsonSerializer.Serialize(card with { Quality = [new MeasuredQuality("clips", "f1", 0.9, Classical: 0.8)] }, KinoluxJson.Pretty));
        Assert.Contains("ok      judge", Models("verify").Out, StringComparison.Ordinal);
        KinoluxProgram.Run(_folder.Path, "kinolux degrade clean.mkv -o film.mkv --only dirt --strength 3");
        const string restore = "kinolux restore film.mkv -o out.mkv --only despeckle --quality best --overwrite";
        Assert.Contains("dirt-judge", Shelved(restore), StringComparison.Ordinal);
        Assert.Contains("proven", Shelved("kinolux verify out.mkv"), StringComparison.Ordinal);
        var why = Shelved("kinolux why out.mkv --at 3");
        Assert.Contains("dirt judged by the model judge", why, StringComparison.Ordinal);
        Assert.Contains($"the model judge {card.ShortHash} judged", why, StringComparison.Ordinal);

        var without = KinoluxProgram.Run(_folder.Path, $"KINOLUX_MODELS=models KINOLUX_ONNXRUNTIME=/nonexistent {restore}");
        Assert.Contains("error KX3801", without.ErrorTail, StringComparison.Ordinal);
        Assert.Equal(0, KinoluxProgram.Run(_folder.Path, $"KINOLUX_MODELS=empty {restore} --fresh").ExitCode);
        Assert.DoesNotContain("model", Shelved("kinolux why out.mkv --at 3"), StringComparison.Ordinal);
    }

    private string Shelved(string command)
    {
        var run = KinoluxProgram.Run(_folder.Path, $"KINOLUX_MODELS=models {command}");
        Assert.True(run.ExitCode == 0, run.ErrorTail);
        return run.Output;
    }

    private void Put((ModelCard Card, byte[] Bytes) model)
    {
        Assert.NotNull(TestModels.Runtime);
        File.WriteAllBytes(_folder.File("mean.onnx"), model.Bytes);
        File.WriteAllText(_folder.File("mean.json"), JsonSerializer.Serialize(model.Card, KinoluxJson.Pretty));
    }

    private CliRun Models(params string[] arguments) => CliRun.Of(["models", .. arguments, "--models", _folder.File("models")]);

    private void Refused(string code)
    {
        var run = Models("add", _folder.File("mean.onnx"));
        Assert.Contains($"error {code}:", run.Error, StringComparison.Ordinal);
    }
}

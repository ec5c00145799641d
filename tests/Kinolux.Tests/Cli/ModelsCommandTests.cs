using System.Text.Json;
using Kinolux.Core.Text;
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
        Assert.Equal(["mean.json", "mean.onnx"], Directory.GetFiles(_folder.File("shelf")).Select(Path.GetFileName).Order());
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
        Put((card with { Sha256 = Kinolux.Models.Shelf.ModelFile.Hash([1, 2, 3]) }, [1, 2, 3]));
        Refused("KX1801");
        File.Delete(_folder.File("mean.json"));
        Refused("KX2801");
        Assert.False(Directory.Exists(_folder.File("shelf")));
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
        var path = _folder.File("shelf/mean.onnx");
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, bytes);
        File.WriteAllText(_folder.File("shelf/other.json"), "{}");
        var run = Models("verify");
        Assert.Equal(1, run.Exit);
        Assert.Contains("BROKEN  mean: error KX1803", run.Out, StringComparison.Ordinal);
        Assert.Contains("BROKEN  other: error KX2801", run.Out, StringComparison.Ordinal);
    }

    private void Put((Kinolux.Models.Cards.ModelCard Card, byte[] Bytes) model)
    {
        Assert.NotNull(TestModels.Runtime);
        File.WriteAllBytes(_folder.File("mean.onnx"), model.Bytes);
        File.WriteAllText(_folder.File("mean.json"), JsonSerializer.Serialize(model.Card, KinoluxJson.Pretty));
    }

    private CliRun Models(params string[] arguments) => CliRun.Of(["models", .. arguments, "--models", _folder.File("shelf")]);

    private void Refused(string code)
    {
        var run = Models("add", _folder.File("mean.onnx"));
        Assert.Contains($"error {code}:", run.Error, StringComparison.Ordinal);
    }
}

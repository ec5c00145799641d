using Kinolux.Core.Faults;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;
using Kinolux.Models.Registry;

namespace Kinolux.Tests.Models;

/// <summary>Small models written by the tests, with their cards.</summary>
internal static class TestModels
{
    /// <summary>ONNX Runtime; skips the calling test, saying so, where there is none for this system.</summary>
    public static OnnxRuntime Runtime
    {
        get
        {
            try
            {
                return OnnxRuntime.Default;
            }
            catch (FaultException fault)
            {
                Assert.Skip(fault.Fault.Message);
                throw;
            }
        }
    }

    /// <summary>A denoiser: the mean of 5 × 5 samples with zeros around, plus 0 times the noise.</summary>
    public static (ModelCard Card, byte[] Bytes) Mean(string name = "mean") => Denoiser(name, 2, 1, new OnnxWriter()
        .Input("picture", 1).Input("noise", 1).Output("clean", 1)
        .Constant("mean", [.. Enumerable.Repeat(1f / 25, 25)], 1, 1, 5, 5).Constant("none", [0], 1)
        .Node("Conv", ["picture", "mean"], "blurred", ("pads", [2, 2, 2, 2]), ("kernel_shape", [5, 5]))
        .Node("Mul", ["noise", "none"], "nothing").Node("Add", ["blurred", "nothing"], "clean"));

    /// <summary>A network of the usual kind, untrained: half size, five 3 × 3 convolutions with ReLU, back to full size.</summary>
    public static (ModelCard Card, byte[] Bytes) Deep(int width = 16)
    {
        var writer = new OnnxWriter().Input("picture", 1).Input("noise", 1).Output("clean", 1)
            .Node("Concat", ["picture", "noise"], "both", ("axis", [1])).Node("SpaceToDepth", ["both"], "x0", ("blocksize", [2]));
        for (var layer = 0; layer < 5; layer++)
            writer.Convolution($"x{layer}", layer == 4 ? "last" : $"c{layer}", layer == 0 ? 8 : width, layer == 4 ? 4 : width, 3, layer).Node("Relu", layer == 4 ? "last" : $"c{layer}", layer == 4 ? "unused" : $"x{layer + 1}");
        return Denoiser("deep", 11, 2, writer.Node("DepthToSpace", ["last"], "clean", ("blocksize", [2])));
    }

    /// <summary>A judge of dirt: half the table's score, and half the mean of the frame's square.</summary>
    /// <param name="weight">What is multiplied with both.</param>
    public static (ModelCard Card, byte[] Bytes) Judge(string name = "judge", float weight = 0.5f)
    {
        var frame = Enumerable.Range(0, 7 * 32 * 32).Select(i => i < 32 * 32 ? weight / 1024 : 0).ToArray();
        var bytes = new OnnxWriter().Input("candidate", 7, 32, 32).Input("traits", 18, 1, 1).Output("score", 1, 1, 1)
            .Constant("frame", frame, 1, 7, 32, 32).Constant("table", [.. Enumerable.Range(0, 18).Select(i => i == 17 ? weight : 0)], 1, 18, 1, 1)
            .Node("Conv", ["candidate", "frame"], "seen", ("kernel_shape", [32, 32])).Node("Conv", ["traits", "table"], "told", ("kernel_shape", [1, 1])).Node("Add", ["seen", "told"], "score").Write();
        var card = new ModelCard(name, "A test.", $"{name}.onnx", ModelFile.Hash(bytes),
            [new TensorCard("candidate", ["frame", "first", "second", "third", "fourth", "candidate", "others"], [-4, 4]), new TensorCard("traits", [.. Enumerable.Range(0, 18).Select(i => $"trait {i}")], [-16, 16], Size: [1, 1])],
            [new TensorCard("score", ["log odds"], [-16, 16], Size: [1, 1])], "Apache-2.0", [], "None.")
        {
            Version = ModelCard.CurrentVersion, Task = ModelTask.JudgeDirt, ReceptiveField = 0, Size = [32, 32],
        };
        return (card, bytes);
    }

    public static (ModelCard Card, byte[] Bytes) Denoiser(string name, int receptiveField, int multiple, OnnxWriter writer)
    {
        var bytes = writer.Write();
        var card = new ModelCard(name, "A test.", $"{name}.onnx", ModelFile.Hash(bytes),
            [new TensorCard("picture", ["gray"], [0, 1]), new TensorCard("noise", ["standard deviation"], [0, 1])], [new TensorCard("clean", ["gray"], [0, 1])], "Apache-2.0", [], "None.")
        {
            Version = ModelCard.CurrentVersion, Task = ModelTask.Denoise, ReceptiveField = receptiveField, Multiple = multiple,
        };
        return (card, bytes);
    }
}

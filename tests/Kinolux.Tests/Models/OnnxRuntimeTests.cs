using Kinolux.Core.Faults;
using Kinolux.Models.Runtime;

namespace Kinolux.Tests.Models;

public sealed class OnnxRuntimeTests
{
    [Fact]
    public void The_library_says_its_version()
    {
        Assert.Matches(@"^1\.\d+\.\d+$", TestModels.Runtime.Version);
        Assert.StartsWith($"onnxruntime {TestModels.Runtime.Version} ", TestModels.Runtime.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_says_what_goes_in_and_comes_out()
    {
        var (card, bytes) = TestModels.Mean();
        using var session = TestModels.Runtime.Open(bytes, card.File);
        Assert.Equal(["picture", "noise"], session.Inputs.Select(input => input.Name));
        Assert.Equal(["clean"], session.Outputs.Select(output => output.Name));
        Assert.True(session.Inputs[0].IsFloat);
        Assert.Equal([1, 1, -1, -1], session.Inputs[0].Sides);
    }

    [Fact]
    public void A_model_computes_what_it_says()
    {
        using var session = TestModels.Runtime.Open(TestModels.Mean().Bytes, "mean");
        var random = new Random(1);
        var picture = Enumerable.Range(0, 12 * 9).Select(_ => random.NextSingle()).ToArray();
        var clean = Run(session, picture, 12, 9);
        for (var y = 0; y < 9; y++)
            for (var x = 0; x < 12; x++)
            {
                var sum = 0f;
                for (var j = Math.Max(0, y - 2); j <= Math.Min(8, y + 2); j++)
                    for (var i = Math.Max(0, x - 2); i <= Math.Min(11, x + 2); i++)
                        sum += picture[j * 12 + i];
                Assert.Equal(sum / 25, clean[y * 12 + x], 1e-5f);
            }
    }

    [Fact]
    public async Task A_session_may_be_run_by_many_threads()
    {
        using var session = TestModels.Runtime.Open(TestModels.Deep().Bytes, "deep");
        var picture = Enumerable.Range(0, 64 * 48).Select(i => i % 97 / 97f).ToArray();
        var alone = Run(session, picture, 64, 48);
        var together = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Run(session, picture, 64, 48))));
        Assert.All(together, result => Assert.Equal(alone, result));
    }

    [Fact]
    public void A_wrong_shape_is_a_fault()
    {
        using var session = TestModels.Runtime.Open(TestModels.Mean().Bytes, "mean");
        var data = new float[64];
        Refused("KX5801", () => session.Run([new Tensor("picture", data, 2, 4, 4), new Tensor("noise", data, 1, 4, 4)], [new Tensor("clean", new float[16], 1, 4, 4)]));
        Refused("KX5801", () => session.Run([new Tensor("picture", data, 1, 4, 4), new Tensor("noise", data, 1, 4, 4)], [new Tensor("clean", new float[25], 1, 5, 5)]));
        Refused("KX5801", () => session.Run([new Tensor("picture", data, 1, 40, 40), new Tensor("noise", data, 1, 4, 4)], [new Tensor("clean", new float[16], 1, 4, 4)]));
        Refused("KX5801", () => session.Run([new Tensor("picture", data, 1, 4, 4)], [new Tensor("clean", new float[16], 1, 4, 4)]));
        Refused("KX5801", () => session.Run([new Tensor("photo", data, 1, 4, 4), new Tensor("noise", data, 1, 4, 4)], [new Tensor("clean", new float[16], 1, 4, 4)]));
    }

    [Theory]
    [InlineData("../outside.bin")]
    [InlineData("/etc/passwd")]
    [InlineData("beside.bin")]
    public void A_model_that_keeps_numbers_in_another_file_is_refused(string path)
    {
        var model = new OnnxWriter().Input("picture", 1).Output("clean", 1).Elsewhere("shift", path, 1).Node("Add", ["picture", "shift"], "clean").Write();
        Assert.Contains("another file", Refused("KX1801", () => TestModels.Runtime.Open(model, "m")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_asks_for_absurd_memory_is_a_fault()
    {
        var runtime = TestModels.Runtime;
        const long absurd = 1L << 40;
        var expanding = new OnnxWriter().Input("picture", 1).Output("clean", 1)
            .Node("Pad", ["picture"], "clean", ("pads", [0, 0, 0, 0, 0, 0, absurd, 0])).Write();
        var failed = Assert.Throws<FaultException>(() =>
        {
            using var session = runtime.Open(expanding, "m");
            Run(session, new float[16], 4, 4);
        });
        Assert.Contains(failed.Fault.Code, (string[])["KX1801", "KX5801"]);
        var kernel = new OnnxWriter().Input("picture", 1).Output("clean", 1).Constant("w", [1], int.MaxValue, 1, int.MaxValue, int.MaxValue).Node("Conv", ["picture", "w"], "clean").Write();
        Refused("KX1801", () => runtime.Open(kernel, "m"));
    }

    [Fact]
    public void Graphs_without_end_are_refused()
    {
        byte[] graph = [];
        for (var depth = 0; depth < 2000; depth++)
            graph = Wrap(1, Wrap(5, Wrap(6, graph))); // A node with an attribute that is a graph.
        Assert.Contains("too deep", Refused("KX1801", () => TestModels.Runtime.Open(Wrap(7, graph), "m")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ORTM")]
    [InlineData("not a model at all, but some words")]
    public void What_is_no_model_is_refused(string text) => Refused("KX1801", () => TestModels.Runtime.Open(System.Text.Encoding.ASCII.GetBytes(text), "m"));

    [Fact]
    public void A_library_that_is_another_one_or_absent_is_a_fault()
    {
        Refused("KX3801", () => RuntimeLibrary.Load("/nonexistent/libonnxruntime.so"));
        Refused("KX3801", () => RuntimeLibrary.Load("libm.so.6"));
        Refused("KX3801", () => RuntimeLibrary.Load(NativeLibraryOf("libSystem.Native.so")));
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("libonnxruntime.so"), "not a library");
        Refused("KX3801", () => RuntimeLibrary.Load(folder.File("libonnxruntime.so")));
    }

    [Fact]
    public void A_model_gets_no_more_than_the_bound_on_memory()
    {
        const long apart = 12_000; // 36,001 × 36,001 floats: 5.2 GB.
        var model = new OnnxWriter().Input("picture", 1).Output("clean", 1).Constant("one", [1], 1, 1, 1, 1)
            .Node("ConvTranspose", ["picture", "one"], "large", ("strides", [apart, apart])).Node("GlobalMaxPool", ["large"], "clean").Write();
        using var session = TestModels.Runtime.Open(model, "m");
        Assert.Contains("memory", Refused("KX5801", () => session.Run([new Tensor("picture", new float[16], 1, 4, 4)], [new Tensor("clean", new float[1], 1, 1, 1)])).Message, StringComparison.Ordinal);
    }

    // A library that is one, and not ONNX Runtime.
    private static string NativeLibraryOf(string name) => Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), name);

    private static byte[] Wrap(int field, byte[] inner)
    {
        var bytes = new List<byte> { (byte)(field << 3 | 2) };
        var length = inner.Length;
        for (; length > 127; length >>= 7)
            bytes.Add((byte)(length | 128));
        return [.. bytes, (byte)length, .. inner];
    }

    internal static float[] Run(OnnxSession session, float[] picture, int width, int height)
    {
        var clean = new float[picture.Length];
        Tensor[] inputs = [new("picture", picture, 1, height, width), new("noise", new float[picture.Length], 1, height, width)];
        session.Run(inputs.AsSpan(0, session.Inputs.Count), [new Tensor("clean", clean, 1, height, width)]);
        return clean;
    }

    private static Fault Refused(string code, Action action)
    {
        var fault = Assert.Throws<FaultException>(action).Fault;
        Assert.Equal(code, fault.Code);
        return fault;
    }
}

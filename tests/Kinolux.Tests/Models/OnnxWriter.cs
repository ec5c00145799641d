using System.Text;

namespace Kinolux.Tests.Models;

/// <summary>Writes small ONNX models, message by message, as onnx.proto numbers the fields.</summary>
internal sealed class OnnxWriter
{
    private readonly List<byte[]> _nodes = [];
    private readonly List<byte[]> _constants = [];
    private readonly List<(int Field, byte[] Shape)> _ends = [];

    /// <summary>An input of the graph: float32, 1 × channels × any height × any width unless sides are given.</summary>
    public OnnxWriter Input(string name, int channels, int height = -1, int width = -1) => End(11, name, channels, height, width);

    public OnnxWriter Output(string name, int channels, int height = -1, int width = -1) => End(12, name, channels, height, width);

    public OnnxWriter Constant(string name, float[] values, params int[] shape)
    {
        _constants.Add(Tensor(name, values, shape));
        return this;
    }

    /// <summary>A constant whose numbers are said to lie in another file.</summary>
    public OnnxWriter Elsewhere(string name, string path, params int[] shape)
    {
        _constants.Add([.. Tensor(name, [], shape), .. Message(13, [.. Text(1, "location"), .. Text(2, path)]), .. Number(14, 1)]);
        return this;
    }

    public OnnxWriter Node(string type, string[] inputs, string output, params (string Name, long[] Values)[] attributes)
    {
        _nodes.Add([.. inputs.SelectMany(input => Text(1, input)), .. Text(2, output), .. Text(4, type), .. attributes.SelectMany(attribute => Message(5, Attribute(attribute.Name, attribute.Values)))]);
        return this;
    }

    public OnnxWriter Node(string type, string input, string output) => Node(type, [input], output);

    /// <summary>A convolution with a border of zeros that keeps the size, and seeded random weights that leave the spread of the values about as it is.</summary>
    public OnnxWriter Convolution(string input, string output, int from, int to, int side, int seed)
    {
        var random = new Random(seed);
        var scale = MathF.Sqrt(6f / (from * side * side));
        Constant($"{output}.weights", [.. Enumerable.Range(0, to * from * side * side).Select(_ => (random.NextSingle() - 0.5f) * scale)], to, from, side, side);
        return Node("Conv", [input, $"{output}.weights"], output, ("pads", [side / 2, side / 2, side / 2, side / 2]), ("kernel_shape", [side, side]));
    }

    public byte[] Write()
    {
        byte[] graph =
        [
            .. _nodes.SelectMany(node => Message(1, node)), .. Text(2, "graph"), .. _constants.SelectMany(constant => Message(5, constant)), .. _ends.SelectMany(end => Message(end.Field, end.Shape)),
        ];
        return [.. Number(1, 8), .. Message(7, graph), .. Message(8, [.. Text(1, ""), .. Number(2, 17)])];
    }

    private OnnxWriter End(int field, string name, params int[] sides)
    {
        byte[] Side(int side, int index) => side < 0 ? Text(2, $"side{index}") : Number(1, (ulong)side);
        byte[] shape = [.. ((int[])[1, .. sides]).SelectMany((side, index) => Message(1, Side(side, index)))];
        _ends.Add((field, [.. Text(1, name), .. Message(2, Message(1, [.. Number(1, 1), .. Message(2, shape)]))]));
        return this;
    }

    private static byte[] Tensor(string name, float[] values, int[] shape) =>
        [.. shape.SelectMany(side => Number(1, (ulong)side)), .. Number(2, 1), .. Text(8, name), .. Message(9, [.. values.SelectMany(BitConverter.GetBytes)])];

    // One value is an int, several are ints.
    private static byte[] Attribute(string name, long[] values) =>
        values is [var only] ? [.. Text(1, name), .. Number(3, (ulong)only), .. Number(20, 2)] : [.. Text(1, name), .. values.SelectMany(value => Number(8, (ulong)value)), .. Number(20, 7)];

    private static byte[] Text(int field, string text) => Message(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Message(int field, byte[] bytes) => [.. Variable((ulong)field << 3 | 2), .. Variable((ulong)bytes.Length), .. bytes];

    private static byte[] Number(int field, ulong value) => [.. Variable((ulong)field << 3), .. Variable(value)];

    private static IEnumerable<byte> Variable(ulong value)
    {
        for (; value > 127; value >>= 7)
            yield return (byte)(value | 128);
        yield return (byte)value;
    }
}

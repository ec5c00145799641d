using System.Runtime.InteropServices;
using Kinolux.Media.Samples;

namespace Kinolux.Tests.Media;

public sealed class SampleKernelTests
{
    public static TheoryData<int> Depths => [8, 9, 10, 11, 12, 13, 14, 15, 16];

    [Theory, MemberData(nameof(Depths))]
    public void Widening_vectors_equals_widening_one_by_one(int depth)
    {
        var samples = Enumerable.Range(0, 1 << depth).Select(sample => (ushort)sample).ToArray();
        var bytes = depth == 8 ? Array.ConvertAll(samples, sample => (byte)sample) : MemoryMarshal.AsBytes(samples.AsSpan()).ToArray();
        var expected = new ushort[samples.Length];
        var actual = new ushort[samples.Length];
        WidenSamples.Reference(bytes, expected, depth);
        WidenSamples.Run(bytes, actual, depth);
        Assert.Equal(expected, actual);
    }

    [Theory, MemberData(nameof(Depths))]
    public void Narrowing_vectors_equals_narrowing_one_by_one(int depth)
    {
        var samples = Enumerable.Range(0, 65536).Select(sample => (ushort)sample).ToArray();
        var expected = new byte[samples.Length * (depth == 8 ? 1 : 2)];
        var actual = new byte[expected.Length];
        NarrowSamples.Reference(samples, expected, depth);
        NarrowSamples.Run(samples, actual, depth);
        Assert.Equal(expected, actual);
    }

    [Theory, MemberData(nameof(Depths))]
    public void Narrowing_undoes_widening_at_every_length(int depth)
    {
        for (var length = 1; length < 70; length++)
        {
            var bytes = new byte[length * (depth == 8 ? 1 : 2)];
            new Random(length).NextBytes(bytes);
            if (depth > 8)
                foreach (ref var sample in MemoryMarshal.Cast<byte, ushort>(bytes.AsSpan()))
                    sample &= (ushort)((1 << depth) - 1);
            var wide = new ushort[length];
            var back = new byte[bytes.Length];
            WidenSamples.Run(bytes, wide, depth);
            NarrowSamples.Run(wide, back, depth);
            Assert.Equal(bytes, back);
        }
    }
}

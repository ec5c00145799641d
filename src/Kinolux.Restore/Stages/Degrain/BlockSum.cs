using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>The weighted sum of overlapping filtered blocks over one frame's plane of at least 8 × 8 samples.</summary>
internal sealed class BlockSum(int width, int height)
{
    private static readonly float[] Window = MakeWindow();

    private readonly float[] _value = new float[width * height];
    private readonly float[] _weight = new float[width * height];

    public void Clear()
    {
        _value.AsSpan().Clear();
        _weight.AsSpan().Clear();
    }

    /// <summary>Adds the 8 × 8 floats from <paramref name="block"/> on at (x, y).</summary>
    public void Add(int x, int y, ref float block, float weight)
    {
        var at = (nuint)(y * width + x);
        ref var value = ref _value[0];
        ref var total = ref _weight[0];
        ref var window = ref Window[0];
        var scale = Vector256.Create(weight);
        for (nuint row = 0; row < 64; row += 8, at += (nuint)width)
        {
            var share = Vector256.LoadUnsafe(ref window, row) * scale;
            Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref block, row), share, Vector256.LoadUnsafe(ref value, at)).StoreUnsafe(ref value, at);
            (Vector256.LoadUnsafe(ref total, at) + share).StoreUnsafe(ref total, at);
        }
    }

    /// <summary>Writes the mean, rounded. Every sample must be covered by a block.</summary>
    public void Divide(Plane target, RowRunner rows) => rows.Run(height, (first, end) =>
    {
        for (var y = first; y < end; y++)
        {
            var row = target.Row(y);
            var value = _value.AsSpan(y * width, width);
            var weight = _weight.AsSpan(y * width, width);
            for (var x = 0; x < row.Length; x++)
                row[x] = (ushort)Math.Clamp(value[x] / weight[x] + 0.5f, 0, 65535);
        }
    });

    // Kaiser, beta 2: less weight where blocks end.
    private static float[] MakeWindow()
    {
        static double Bessel(double x)
        {
            var (sum, term) = (1.0, 1.0);
            for (var k = 1; k < 20; k++)
                sum += term *= x / (2 * k) * (x / (2 * k));
            return sum;
        }
        var line = Enumerable.Range(0, 8).Select(n => Bessel(2 * Math.Sqrt(1 - Math.Pow(2 * n / 7.0 - 1, 2))) / Bessel(2)).ToArray();
        return Enumerable.Range(0, 64).Select(i => (float)(line[i / 8] * line[i % 8])).ToArray();
    }
}

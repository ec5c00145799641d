using Kinolux.Core.Frames;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;

namespace Kinolux.Tests.Restore.Motion;

public sealed class MotionKernelTests
{
    private readonly Random _random = new(11);

    [Fact]
    public void Difference_equals_its_reference()
    {
        for (var length = 0; length < 70; length++)
        {
            var (a, b) = (Shorts(length, 4096), Shorts(length, 4096));
            var (expected, actual) = (new short[length], new short[length]);
            Difference.Reference(a, b, expected);
            Difference.Run(a, b, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Halving_equals_its_reference()
    {
        for (var length = 1; length < 70; length++)
        {
            var (a, b) = (Shorts(2 * length, 4096), Shorts(2 * length, 4096));
            var (expected, actual) = (new short[length], new short[length]);
            HalveRow.Reference(a, b, expected);
            HalveRow.Run(a, b, actual);
            Assert.Equal(expected, actual);
        }
    }

    [Fact]
    public void Block_means_equal_their_reference()
    {
        for (var width = 1; width < 70; width++)
        {
            var plane = new Plane(width, 3);
            for (var i = 0; i < plane.Data.Length; i++)
                plane.Data[i] = (ushort)(_random.Next(4) == 0 ? 65535 : _random.Next(65536));
            foreach (var (size, row) in new[] { (1, 0), (2, 0), (2, 1) })
            {
                var (expected, actual) = (new short[(width + size - 1) / size], new short[(width + size - 1) / size]);
                BlockMean.Reference(plane, size, row, expected);
                BlockMean.Run(plane, size, row, actual);
                Assert.Equal(expected, actual);
            }
        }
    }

    [Fact]
    public unsafe void Patch_kernels_equal_their_references()
    {
        const int stride = 32;
        for (var run = 0; run < 500; run++)
        {
            var top = run % 3 == 0 ? 2 : 4096;
            var (grey, other) = (Shorts(stride * 10, top), Shorts(stride * 10, top));
            var (slopeX, slopeY) = (Slopes(stride * 10), Slopes(stride * 10));
            var (fx, fy) = ((short)_random.Next(32768), (short)_random.Next(32768));
            var (expected, actual) = (new int[16], new int[16]);
            fixed (short* p = grey, o = other, x = slopeX, y = slopeY)
            fixed (int* e = expected, a = actual)
            {
                var sums = PatchSums.Reference(p, x, y, o + 1, stride, fx, fy);
                Assert.Equal(sums, PatchSums.Run(p, x, y, o + 1, stride, fx, fy));
                Assert.Equal(PatchTensor.Reference(p, x, y, stride), PatchTensor.Run(p, x, y, stride));
                PatchCells.Reference(p, o + 1, stride, fx, fy, sums.D >> 6, e);
                PatchCells.Run(p, o + 1, stride, fx, fy, sums.D >> 6, a);
            }
            Assert.Equal(expected, actual);
        }
    }

    private short[] Shorts(int length, int top) => [.. Enumerable.Range(0, length).Select(_ => (short)(_random.Next(5) == 0 ? top - 1 : _random.Next(top)))];

    private short[] Slopes(int length) => [.. Enumerable.Range(0, length).Select(_ => (short)_random.Next(-4095, 4096))];
}

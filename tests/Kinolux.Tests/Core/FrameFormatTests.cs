using Kinolux.Core.Frames;

namespace Kinolux.Tests.Core;

public sealed class FrameFormatTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(14)]
    [InlineData(16)]
    public void Every_sample_survives_widening_and_narrowing(int depth)
    {
        var max = (1 << depth) - 1;
        for (var sample = 0; sample <= max; sample++)
            Assert.Equal(sample, FrameFormat.Narrow(FrameFormat.Widen(sample, depth), depth));
        Assert.Equal(0, FrameFormat.Widen(0, depth));
        Assert.Equal(65535, FrameFormat.Widen(max, depth));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    public void Narrowing_goes_to_the_nearest_sample(int depth)
    {
        for (var wide = 0; wide <= 65535; wide++)
        {
            var narrow = FrameFormat.Narrow((ushort)wide, depth);
            var exact = wide * (double)((1 << depth) - 1) / 65535;
            Assert.True(Math.Abs(narrow - exact) <= 0.5, $"{wide} became {narrow}, not {exact}");
        }
    }

    [Theory]
    [InlineData(PixelLayout.Yuv420, 9, 5)]
    [InlineData(PixelLayout.Yuv422, 9, 9)]
    [InlineData(PixelLayout.Yuv444, 17, 9)]
    [InlineData(PixelLayout.Rgb, 17, 9)]
    public void Odd_sizes_round_chroma_up(PixelLayout layout, int width, int height)
    {
        var format = new FrameFormat(17, 9, layout, 8);
        Assert.Equal((width, height), (format.PlaneWidth(1), format.PlaneHeight(2)));
        Assert.Equal((17, 9), (format.PlaneWidth(0), format.PlaneHeight(0)));
    }

    [Fact]
    public void A_pool_gives_a_frame_again_only_when_all_let_go()
    {
        var pool = new FramePool();
        var format = new FrameFormat(4, 4, PixelLayout.Gray, 8);
        var first = pool.Rent(format);
        var second = first.Share();
        first.Dispose();
        Assert.NotSame(second, pool.Rent(format));
        second.Dispose();
        Assert.Same(second, pool.Rent(format));
        Assert.Equal(2, pool.Allocated);
    }
}

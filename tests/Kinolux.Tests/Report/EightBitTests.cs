using Kinolux.Core.Frames;
using Kinolux.Media.Display;
using Kinolux.Report;

namespace Kinolux.Tests.Report;

public sealed class EightBitTests
{
    [Theory]
    [InlineData(8)]
    [InlineData(10)]
    [InlineData(12)]
    [InlineData(16)]
    public void Black_white_and_neutral_are_exact_at_every_depth(int depth)
    {
        var scale = 1 << (depth - 8);
        Assert.Equal(new byte[] { 16, 235, 128, 240 }, Show(PixelLayout.Yuv444, depth, fullRange: false, 16 * scale, 235 * scale, 128 * scale, 240 * scale));
        Assert.Equal(new byte[] { 0, 255 }, Show(PixelLayout.Gray, depth, fullRange: false, 16 * scale, 235 * scale)[..2]);
        Assert.Equal(new byte[] { 0, 255 }, Show(PixelLayout.Gray, depth, fullRange: true, 0, (1 << depth) - 1)[..2]);
    }

    [Fact]
    public void Red_green_and_blue_go_out_in_the_order_that_ffmpeg_takes()
    {
        using var frame = new FramePool().Rent(new FrameFormat(1, 1, PixelLayout.Rgb, 8));
        for (var i = 0; i < 3; i++)
            frame.Planes[i][0, 0] = FrameFormat.Widen(10 * (i + 1), 8);
        var shown = new byte[3];
        new EightBit(frame.Format, fullRange: false).Convert(frame, shown);
        Assert.Equal(new byte[] { 20, 30, 10 }, shown);
    }

    // Two luma samples and, where there is chroma, two samples of the first chroma plane.
    private static byte[] Show(PixelLayout layout, int depth, bool fullRange, params int[] codes)
    {
        var format = new FrameFormat(2, 1, layout, depth);
        using var frame = new FramePool().Rent(format);
        foreach (var plane in frame.Planes)
            plane.Fill(format.NeutralChroma);
        for (var i = 0; i < codes.Length; i++)
            frame.Planes[i / 2][i % 2, 0] = FrameFormat.Widen(codes[i], depth);
        var shown = new byte[EightBit.Size(format)];
        new EightBit(format, fullRange).Convert(frame, shown);
        return shown[..codes.Length];
    }
}

using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;
using Kinolux.Media.Display;
using Kinolux.Report;

namespace Kinolux.Tests.Report;

public sealed class DisplayPictureTests
{
    private static readonly RowRunner Rows = RowRunner.Serial;

    // Colour bars of 75 %, 8-bit limited range: the codes that EBU Tech 3280 (BT.601) and SMPTE RP 219 (BT.709) give.
    [Theory]
    [InlineData(LumaMatrix.Bt601, 65, 100, 212, 191, 0, 0)]
    [InlineData(LumaMatrix.Bt601, 112, 72, 58, 0, 191, 0)]
    [InlineData(LumaMatrix.Bt601, 35, 212, 114, 0, 0, 191)]
    [InlineData(LumaMatrix.Bt709, 51, 109, 212, 191, 0, 0)]
    [InlineData(LumaMatrix.Bt709, 133, 63, 52, 0, 191, 0)]
    [InlineData(LumaMatrix.Bt709, 28, 212, 120, 0, 0, 191)]
    public void Colour_bars_come_out_in_their_colours(LumaMatrix matrix, int y, int u, int v, int red, int green, int blue)
    {
        foreach (var layout in (PixelLayout[])[PixelLayout.Yuv420, PixelLayout.Yuv422, PixelLayout.Yuv444])
            foreach (var depth in (int[])[8, 10, 12])
            {
                using var frame = Flat(new FrameFormat(6, 4, layout, depth), y, u, v);
                var picture = Show(frame, new PictureLook { Matrix = matrix }, 6);
                int[] shown = [.. picture.Planes.Select(plane => FrameFormat.Narrow(plane[3, 2], 8))];
                Assert.All(shown.Zip((int[])[red, green, blue]), pair => Assert.InRange(pair.First - pair.Second, -2, 2));
            }
    }

    [Fact]
    public void Gray_and_rgb_of_8_bit_full_range_are_shown_sample_by_sample()
    {
        foreach (var layout in (PixelLayout[])[PixelLayout.Gray, PixelLayout.Rgb])
        {
            using var frame = Noise(new FrameFormat(13, 7, layout, 8));
            var picture = Show(frame, new PictureLook { FullRange = true }, 13);
            for (var i = 0; i < frame.Planes.Length; i++)
                for (var y = 0; y < 7; y++)
                    Assert.True(frame.Planes[i].Row(y).SequenceEqual(picture.Planes[i].Row(y)));
        }
    }

    [Fact]
    public void A_smaller_picture_has_the_mean_of_each_area()
    {
        using var frame = Noise(new FrameFormat(12, 8, PixelLayout.Gray, 8));
        var picture = Show(frame, new PictureLook { FullRange = true }, 6);
        Assert.Equal((6, 4), (picture.Width, picture.Height));
        for (var y = 0; y < 4; y++)
            for (var x = 0; x < 6; x++)
            {
                var mean = (frame.Planes[0][2 * x, 2 * y] + frame.Planes[0][2 * x + 1, 2 * y] + frame.Planes[0][2 * x, 2 * y + 1] + frame.Planes[0][2 * x + 1, 2 * y + 1]) / 4.0;
                Assert.InRange(picture.Planes[0][x, y] - mean, -130, 130);
            }
    }

    [Fact]
    public void Any_width_keeps_a_flat_picture_flat()
    {
        using var frame = Flat(new FrameFormat(97, 41, PixelLayout.Yuv420, 8), 120, 90, 160);
        var whole = Show(frame, new PictureLook(), 97);
        foreach (var width in (int[])[1, 31, 48, 60, 96])
            Assert.All(Show(frame, new PictureLook(), width).Planes.Zip(whole.Planes), pair => Assert.Equal(pair.Second[0, 0], pair.First[pair.First.Width - 1, pair.First.Height - 1]));
    }

    [Fact]
    public void Exact_pictures_hold_every_sample()
    {
        using var frame = Noise(new FrameFormat(5, 3, PixelLayout.Yuv420, 10));
        using var png = new MemoryStream();
        DisplayPicture.WriteExact(png, frame);
        png.Position = 0;
        var picture = PngFile.Read(png);
        for (var y = 0; y < 3; y++)
            for (var x = 0; x < 5; x++)
                Assert.Equal(
                    (frame.Planes[0][x, y], frame.Planes[1][x / 2, y / 2], frame.Planes[2][x / 2, y / 2]),
                    (picture.Planes[0][x, y], picture.Planes[1][x, y], picture.Planes[2][x, y]));
    }

    private static PngPicture Show(Frame frame, PictureLook look, int width)
    {
        using var png = new MemoryStream();
        DisplayPicture.Write(png, frame, look, width, Rows);
        png.Position = 0;
        return PngFile.Read(png);
    }

    private static Frame Flat(FrameFormat format, params int[] codes)
    {
        var frame = new FramePool().Rent(format);
        for (var i = 0; i < frame.Planes.Length; i++)
            frame.Planes[i].Fill(FrameFormat.Widen(codes[i] << (format.Depth - 8), format.Depth));
        return frame;
    }

    private static Frame Noise(FrameFormat format)
    {
        var random = new Random(7);
        var frame = new FramePool().Rent(format);
        foreach (var plane in frame.Planes)
            for (var y = 0; y < plane.Height; y++)
                for (var x = 0; x < plane.Width; x++)
                    plane[x, y] = FrameFormat.Widen(random.Next(format.MaxSample + 1), format.Depth);
        return frame;
    }
}

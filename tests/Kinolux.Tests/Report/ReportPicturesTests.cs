using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media.Display;
using Kinolux.Report;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Report;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Report;

/// <summary>Pictures and video look as the film is meant to look, whatever its samples are.</summary>
public sealed class ReportPicturesTests
{
    // Pure red as BT.709 and BT.601 have it in 8-bit limited range (ITU-R BT.709-6, BT.601-7), and as RGB.
    [Theory]
    [InlineData(PixelLayout.Yuv444, LumaMatrix.Bt709, 8, 63, 102, 240)]
    [InlineData(PixelLayout.Yuv420, LumaMatrix.Bt601, 8, 82, 90, 240)]
    [InlineData(PixelLayout.Yuv422, LumaMatrix.Bt709, 10, 63, 102, 240)]
    [InlineData(PixelLayout.Rgb, LumaMatrix.Bt709, 16, 255, 0, 0)]
    public void Red_is_shown_red(PixelLayout layout, LumaMatrix matrix, int depth, int a, int b, int c)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is absent");
        var full = layout == PixelLayout.Rgb;
        var format = new FrameFormat(48, 32, layout, depth);
        using var frame = new FramePool().Rent(format);
        foreach (var (plane, code) in frame.Planes.Zip([a, b, c]))
            plane.Fill(full ? FrameFormat.Widen(code, 8) : FrameFormat.Widen(code << (depth - 8), depth));
        using var folder = new TemporaryFolder();
        Write(folder.File("report"), frame, new PictureLook { Matrix = matrix });

        foreach (var file in new[] { "pictures/large-00001.jpg", "pictures/small-00002.jpg", "proxy.mp4" })
        {
            var (red, green, blue) = Middle(Path.Combine(folder.File("report"), file));
            Assert.True(red > 246 && green < 9 && blue < 9, $"{file} shows ({red}, {green}, {blue})");
        }
    }

    [Fact]
    public void Wide_samples_are_widened_and_turned_pictures_stand_upright()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is absent");
        using var frame = new FramePool().Rent(new FrameFormat(48, 32, PixelLayout.Gray, 8));
        frame.Planes[0].Fill(30000);
        using var folder = new TemporaryFolder();
        Write(folder.File("report"), frame, new PictureLook { SampleAspect = new Rational(4, 3), Rotation = 90, FullRange = true });
        Assert.Equal("32,64", Size(Path.Combine(folder.File("report"), "pictures", "large-00001.jpg")));
        Assert.Equal("32,128", Size(Path.Combine(folder.File("report"), "proxy.mp4")));
        Assert.Equal("[32,64]", ReportWriterTests.Model(folder.File("report")).GetProperty("shared").GetProperty("film").GetProperty("pictureSize").GetRawText());
    }

    private static void Write(string folder, Frame frame, PictureLook look)
    {
        var film = new FilmFacts("a.mkv", 1, new Rational(24, 1), frame.Format.Width, frame.Format.Height, "");
        using var writer = RestorationReportWriter.Begin(folder, look, film.Rate);
        writer.AddPicture(0, frame, frame, new PictureNote(1, ""));
        writer.AddProxyFrame(0, frame, frame);
        writer.Complete(new RestorationReport { Title = "a", Made = DateTimeOffset.UnixEpoch, Before = film, After = film, Shots = [], Shares = new FilmShares(1, 0, 0, 0) });
    }

    private static (byte Red, byte Green, byte Blue) Middle(string file)
    {
        using var tool = Tool.Start("ffmpeg", ["-v", "error", "-i", file, "-vf", "crop=2:2,scale=1:1:flags=area+accurate_rnd", "-frames:v", "1", "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"]);
        tool.Input.Close();
        var pixel = new byte[3];
        tool.Output.ReadExactly(pixel);
        return (pixel[0], pixel[1], pixel[2]);
    }

    private static string Size(string file) =>
        Tool.Run("ffprobe", ["-v", "error", "-select_streams", "v:0", "-show_entries", "stream=width,height", "-of", "csv=p=0", file]).Output.Trim();
}

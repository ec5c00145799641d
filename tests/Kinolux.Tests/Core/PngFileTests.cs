using Kinolux.Core.Frames;
using Kinolux.Core.Png;
using Kinolux.Core.Processes;

namespace Kinolux.Tests.Core;

public sealed class PngFileTests
{
    [Theory]
    [InlineData(1, 16, 1, 1)]
    [InlineData(1, 16, 37, 11)]
    [InlineData(3, 16, 64, 9)]
    [InlineData(1, 8, 33, 5)]
    [InlineData(3, 8, 17, 23)]
    public void What_is_written_is_read_back(int channels, int depth, int width, int height)
    {
        var planes = Noise(channels, depth, width, height);
        using var file = new MemoryStream();
        PngFile.Write(file, depth, planes);
        file.Position = 0;
        var picture = PngFile.Read(file);
        Assert.Equal(depth, picture.Depth);
        Assert.Equal(channels, picture.Planes.Count);
        for (var c = 0; c < channels; c++)
            for (var y = 0; y < height; y++)
                Assert.Equal(planes[c].Row(y), picture.Planes[c].Row(y));
    }

    [Fact]
    public void Ffmpeg_reads_the_same_samples()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        var planes = Noise(1, 16, 19, 7);
        using var folder = new TemporaryFolder();
        var path = folder.File("noise.png");
        PngFile.Write(path, 16, planes);
        using var tool = Tool.Start("ffmpeg", ["-v", "error", "-i", path, "-f", "rawvideo", "-pix_fmt", "gray16le", "-"]);
        tool.Input.Close();
        using var raw = new MemoryStream();
        tool.Output.CopyTo(raw);
        Assert.Equal(0, tool.Wait());
        var expected = Enumerable.Range(0, 7).SelectMany(y => planes[0].Row(y).ToArray()).SelectMany(BitConverter.GetBytes).ToArray();
        Assert.Equal(expected, raw.ToArray());
    }

    [Fact]
    public void A_damaged_file_is_refused()
    {
        using var file = new MemoryStream();
        PngFile.Write(file, 8, Noise(1, 8, 20, 20));
        var bytes = file.ToArray();
        for (var cut = 0; cut < bytes.Length; cut += 7)
            Assert.Throws<InvalidDataException>(() => PngFile.Read(new MemoryStream(bytes[..cut])));
        for (var at = 8; at < bytes.Length - 12; at += 5)
        {
            var broken = (byte[])bytes.Clone();
            broken[at] ^= 0x10;
            Assert.Throws<InvalidDataException>(() => PngFile.Read(new MemoryStream(broken)));
        }
    }

    private static Plane[] Noise(int channels, int depth, int width, int height)
    {
        var random = new Random(5);
        var planes = Enumerable.Range(0, channels).Select(_ => new Plane(width, height)).ToArray();
        foreach (var plane in planes)
            for (var y = 0; y < height; y++)
                foreach (ref var sample in plane.Row(y))
                    sample = depth == 8 ? FrameFormat.Widen(random.Next(y * 3 % 200, 256), 8) : (ushort)random.Next(65536);
        return planes;
    }
}

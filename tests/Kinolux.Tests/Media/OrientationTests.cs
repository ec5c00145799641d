using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Media.Probing;
using Kinolux.Media.Turning;

namespace Kinolux.Tests.Media;

/// <summary>Pictures that lie otherwise in their files are read upright, and lie alike in what is written where that can say so.</summary>
public sealed class OrientationTests : IDisposable
{
    private const int Width = 9;
    private const int Height = 5;
    private static readonly Rational Rate = new(24, 1);
    private readonly TestFilm _folder = new();
    private readonly FramePool _pool = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0, Orientation.TopLeft)]
    [InlineData(1, Orientation.TopRight)]
    [InlineData(2, Orientation.BottomLeft)]
    [InlineData(3, Orientation.BottomRight)]
    [InlineData(4, Orientation.LeftTop)]
    [InlineData(5, Orientation.RightTop)]
    [InlineData(6, Orientation.LeftBottom)]
    [InlineData(7, Orientation.RightBottom)]
    public void Every_orientation_is_read_upright_and_kept(int code, Orientation orientation)
    {
        Store("in.001.pgm", orientation);
        _folder.Ffmpeg("-i in.001.pgm -pix_fmt rgb24 a.001.dpx");
        Patch("a.001.dpx", code);
        _folder.Ffmpeg("-i in.001.pgm -pix_fmt gray a.001.tif");
        if (orientation != Orientation.TopLeft)
            StoredOrientation.WriteTiff(_folder.At("a.001.tif"), orientation);
        foreach (var source in (string[])["dpx", "tif"])
        {
            var film = Film.Open(_folder.At($"a.%03d.{source}"), Rate);
            Assert.Equal((orientation, Width, Height), (film.Orientation, film.Format.Width, film.Format.Height));
            Assert.Equal(orientation != Orientation.TopLeft, film.Findings.Any(finding => finding.Kind == "orientation"));
            Assert.Equal(Upright(), Samples(film));
            Assert.Equal(FrameIndex.Read(film).Single().Md5, Checksum(film));
            foreach (var kind in (string[])["b.%03d.dpx", "b.%03d.tif", "b.%03d.png", "b.mkv"])
            {
                var findings = Copy(film, source + kind);
                var copy = Film.Open(_folder.At(source + kind), Rate);
                Assert.Equal(Upright(), Samples(copy));
                var keeps = kind.EndsWith(".dpx", StringComparison.Ordinal) || kind.EndsWith(".tif", StringComparison.Ordinal);
                Assert.Equal(keeps ? orientation : Orientation.TopLeft, copy.Orientation);
                Assert.Equal(!keeps && orientation != Orientation.TopLeft, findings.Any(finding => finding.Kind == "orientation"));
            }
        }
        // What is in the files is what lay there.
        Assert.Equal(code, File.ReadAllBytes(_folder.At("dpxb.001.dpx"))[769] | File.ReadAllBytes(_folder.At("dpxb.001.dpx"))[768]);
        foreach (var name in (string[])["a.001.dpx", "dpxb.001.dpx", "tifb.001.tif"])
        {
            _folder.Ffmpeg($"-noautorotate -i {name} -pix_fmt gray back.pgm");
            Assert.Equal(File.ReadAllBytes(_folder.At("in.001.pgm")), File.ReadAllBytes(_folder.At("back.pgm")));
        }
    }

    [Fact]
    public void A_picture_that_lies_otherwise_than_the_others_is_told()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=16x16 -frames:v 4 -pix_fmt rgb24 a.%03d.dpx");
        Patch("a.003.dpx", 2);
        var finding = Assert.Single(Film.Open(_folder.At("a.%03d.dpx"), Rate).Findings);
        Assert.Equal(("orientation", FrameRange.Single(2)), (finding.Kind, finding.Frames));
    }

    [Theory]
    [InlineData("yuvj420p")]
    [InlineData("yuvj422p")]
    [InlineData("yuvj444p")]
    [InlineData("gray")]
    public void A_cameras_pictures_are_read_as_the_camera_was_held(string pixels)
    {
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s=32x16,format=gray,format={pixels} -frames:v 2 -q:v 2 -pix_fmt {pixels} plain.%03d.jpg");
        foreach (var orientation in Enum.GetValues<Orientation>())
        {
            _folder.Ffmpeg($"-i plain.001.jpg -vf extractplanes=y{(orientation.Upright() is { } turn ? "," + turn : "")} -f rawvideo raw");
            var upright = File.ReadAllBytes(_folder.At("raw")).Select(value => (int)value).ToList();
            foreach (var big in (bool[])[true, false])
            {
                foreach (var number in (string[])["001", "002"])
                    Exif($"plain.{number}.jpg", $"a.{number}.jpg", orientation, big);
                var film = Film.Open(_folder.At("a.%03d.jpg"), Rate);
                var (width, height) = orientation >= Orientation.LeftTop ? (16, 32) : (32, 16);
                Assert.Equal((orientation, width, height), (film.Orientation, film.Format.Width, film.Format.Height));
                using var reader = new FilmReader(film, null, _pool);
                using var frame = reader.Read();
                Assert.NotNull(frame);
                Assert.Equal(upright, Enumerable.Range(0, height).SelectMany(y => frame.Guide.Row(y).ToArray()).Select(sample => FrameFormat.Narrow(sample, 8)));
            }
        }
    }

    [Fact]
    public void A_picture_whose_words_about_itself_are_damaged_is_read_as_it_lies()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=32x16 -frames:v 1 -q:v 2 a.001.jpg");
        Exif("a.001.jpg", "a.001.jpg", Orientation.RightTop, big: true);
        var whole = File.ReadAllBytes(_folder.At("a.001.jpg"));
        for (var at = 2; at < 60; at++)
        {
            File.WriteAllBytes(_folder.At("b.001.jpg"), whole[..at]);
            _ = StoredOrientation.Read(_folder.At("b.001.jpg"));
            foreach (var value in (byte[])[0, 1, 0x7F, 0xFF])
            {
                var damaged = (byte[])whole.Clone();
                damaged[at] = value;
                File.WriteAllBytes(_folder.At("b.001.jpg"), damaged);
                _ = StoredOrientation.Read(_folder.At("b.001.jpg"));
            }
        }
    }

    // Behind the segment with which ffmpeg's files begin, as cameras and editors leave it.
    private void Exif(string name, string turned, Orientation orientation, bool big)
    {
        byte[] tiff = big
            ? [.. "MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]
            : [.. "II*\0"u8, 8, 0, 0, 0, 1, 0, 18, 1, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0];
        var bytes = File.ReadAllBytes(_folder.At(name));
        var after = 4 + (bytes[4] << 8 | bytes[5]);
        File.WriteAllBytes(_folder.At(turned), [.. bytes.AsSpan(0, after), 0xFF, 0xE1, 0, (byte)(tiff.Length + 8), .. "Exif\0\0"u8, .. tiff, .. bytes.AsSpan(after)]);
    }

    private static List<int> Upright() => [.. Enumerable.Range(0, Width * Height).Select(i => 20 + 4 * i)];

    private void Store(string name, Orientation orientation)
    {
        int At(int y, int x) => Upright()[y * Width + x];
        var (width, height) = orientation >= Orientation.LeftTop ? (Height, Width) : (Width, Height);
        var bytes = new List<byte>(System.Text.Encoding.ASCII.GetBytes($"P5\n{width} {height}\n255\n"));
        for (var row = 0; row < height; row++)
            for (var column = 0; column < width; column++)
                bytes.Add((byte)(orientation switch
                {
                    Orientation.TopRight => At(row, Width - 1 - column),
                    Orientation.BottomRight => At(Height - 1 - row, Width - 1 - column),
                    Orientation.BottomLeft => At(Height - 1 - row, column),
                    Orientation.LeftTop => At(column, row),
                    Orientation.RightTop => At(column, Width - 1 - row),
                    Orientation.RightBottom => At(Height - 1 - column, Width - 1 - row),
                    Orientation.LeftBottom => At(Height - 1 - column, row),
                    _ => At(row, column),
                }));
        File.WriteAllBytes(_folder.At(name), [.. bytes]);
    }

    // In the byte order of the header.
    private void Patch(string name, int code)
    {
        var bytes = File.ReadAllBytes(_folder.At(name));
        bytes[bytes[0] == 'S' ? 769 : 768] = (byte)code;
        File.WriteAllBytes(_folder.At(name), bytes);
    }

    private List<int> Samples(FilmInfo film)
    {
        using var reader = new FilmReader(film, null, _pool);
        using var frame = reader.Read();
        Assert.NotNull(frame);
        return [.. Enumerable.Range(0, frame.Guide.Height).SelectMany(y => frame.Guide.Row(y).ToArray()).Select(sample => sample / 257)];
    }

    private string Checksum(FilmInfo film)
    {
        using var reader = new FilmReader(film, null, _pool, checksums: true);
        while (reader.Read() is { } frame)
            frame.Dispose();
        return reader.Checksums.Single();
    }

    private IReadOnlyList<FilmFinding> Copy(FilmInfo film, string name)
    {
        using var reader = new FilmReader(film, null, _pool);
        using var writer = new FilmWriter(_folder.At(name), FilmTarget.Like(film));
        while (reader.Read() is { } frame)
            using (frame)
                writer.Write(frame);
        writer.Complete();
        return writer.Findings;
    }
}

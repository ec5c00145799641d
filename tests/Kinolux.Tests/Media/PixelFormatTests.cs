using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Processes;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Tests.Media;

/// <summary>Every pixel format that is read comes out with the samples that lie in the file, or says why not.</summary>
[Trait("Category", "Slow")]
public sealed class PixelFormatTests(PixelFormatFilms films) : IClassFixture<PixelFormatFilms>, IDisposable
{
    private readonly TestFilm _folder = new();
    private readonly FramePool _pool = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> Extractable => [.. PixelFormatFilms.Extractable];

    public static TheoryData<string> Interleaved => [.. PixelFormatFilms.Interleaved];

    [Theory, MemberData(nameof(Extractable))]
    public void Every_component_is_read_as_it_lies(string pixels)
    {
        var film = Film.Open(films.At(pixels + ".nut"));
        Assert.SkipUnless(film.PixelFormat == pixels, "this ffmpeg puts no such samples into a file");
        using var reader = new FilmReader(film, null, _pool);
        using var frame = reader.Read();
        Assert.NotNull(frame);
        var depth = film.Format.Depth;
        Assert.Equal(PixelFormatFilms.Components(pixels).Select(name => Stored(films.At(name), depth)), frame.Planes.Select(plane => Samples(plane, depth)));
    }

    [Theory, MemberData(nameof(Interleaved))]
    public void What_lies_between_others_is_read_whole(string pixels)
    {
        var film = Film.Open(films.At(pixels + ".nut"));
        Assert.SkipUnless(film.PixelFormat == pixels, "this ffmpeg puts no such samples into a file");
        using (var reader = new FilmReader(film, null, _pool))
        using (var writer = new FilmWriter(films.At(pixels + ".mkv"), FilmTarget.Like(film)))
        {
            while (reader.Read() is { } frame)
                using (frame)
                    writer.Write(frame);
            writer.Complete();
        }
        // What fills up bytes says nothing.
        var compared = pixels.StartsWith("mono", StringComparison.Ordinal) ? "gray" : pixels.Contains("rgb", StringComparison.Ordinal) || pixels.Contains("bgr", StringComparison.Ordinal) ? "rgb24" : pixels;
        films.Ffmpeg($"-i {pixels}.nut -i {pixels}.mkv -map 0:v -pix_fmt {compared} -f rawvideo {pixels}.before -map 1:v -pix_fmt {compared} -f rawvideo {pixels}.after");
        Assert.Equal(File.ReadAllBytes(films.At(pixels + ".before")), File.ReadAllBytes(films.At(pixels + ".after")));
    }

    [Fact]
    public void A_palettes_colours_are_read_as_they_lie()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=34x18,format=rgb24,noise=alls=60:allf=t:all_seed=5 -frames:v 1 rgb.png");
        _folder.Ffmpeg("-i rgb.png -vf split[a][b];[a]palettegen[p];[b][p]paletteuse -c:v png a.png");
        var film = Film.Open(_folder.At("a.png"));
        Assert.Equal("pal8", film.PixelFormat);
        using var reader = new FilmReader(film, null, _pool);
        using var frame = reader.Read();
        Assert.NotNull(frame);
        _folder.Ffmpeg("-i a.png -pix_fmt rgb24 -f rawvideo raw");
        var colours = File.ReadAllBytes(_folder.At("raw"));
        for (var plane = 0; plane < 3; plane++)
            Assert.Equal(colours.Where((_, i) => i % 3 == plane).Select(value => (int)value), Samples(frame.Planes[plane], 8));
    }

    [Theory]
    [InlineData("yuv420p", 1920, 2)]
    [InlineData("yuv420p10le", 600, 4)]
    [InlineData("gbrp12le", 1920, 4)]
    [InlineData("gbrp16le", 400, 1)]
    [InlineData("gray16le", 1, 400)]
    [InlineData("yuv422p10le", 2, 300)]
    [InlineData("gray", 353, 1)]
    public void Pictures_of_few_rows_or_columns_are_written_whole(string pixels, int width, int height)
    {
        _folder.Ffmpeg($"-f lavfi -i testsrc2=s=512x512,format=rgb48,noise=alls=100:allf=t:all_seed=5,scale={width}:{height} -frames:v 2 -c:v rawvideo -pix_fmt {pixels} a.nut");
        var film = Film.Open(_folder.At("a.nut"));
        foreach (var passing in (bool[])[true, false])
        {
            using (var reader = new FilmReader(film, null, _pool))
            using (var writer = new FilmWriter(_folder.At("b.mkv"), FilmTarget.Like(film) with { IsPassing = passing }, overwrite: true))
            {
                while (reader.Read() is { } frame)
                    using (frame)
                        writer.Write(frame);
                writer.Complete();
            }
            Assert.Equal(Hash("a.nut", pixels), Hash("b.mkv", pixels));
        }
    }

    [Fact]
    public void Floats_and_inks_are_refused_with_their_reason()
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 1 -c:v exr -pix_fmt gbrpf32le a.exr");
        var floats = Assert.Throws<FaultException>(() => Film.Open(_folder.At("a.exr"))).Fault;
        Assert.Equal("KX1010", floats.Code);
        Assert.Contains("floating-point", floats.Message, StringComparison.Ordinal);
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=64x48 -frames:v 1 -pix_fmt rgba a.tif");
        var bytes = File.ReadAllBytes(_folder.At("a.tif"));
        var at = bytes.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[6, 1, 3, 0, 1, 0, 0, 0, 2, 0]);
        bytes[at + 8] = 5;
        File.WriteAllBytes(_folder.At("a.tif"), bytes);
        var inks = Assert.Throws<FaultException>(() => Film.Open(_folder.At("a.tif"))).Fault;
        Assert.Equal("KX1010", inks.Code);
        Assert.Contains("inks", inks.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b.mkv", false)]
    [InlineData("b.mov", false)]
    [InlineData("b.mp4", true)]
    public void What_high_dynamic_range_loses_is_told(string name, bool depth)
    {
        _folder.Ffmpeg("-f lavfi -i testsrc2=s=192x108:r=24 -frames:v 4 -c:v libx265 -pix_fmt yuv420p10le -x265-params log-level=0:hdr10=1:repeat-headers=1:colorprim=bt2020:transfer=smpte2084:colormatrix=bt2020nc:" +
            "master-display=G(13250,34500)B(7500,3000)R(34000,16000)WP(15635,16450)L(10000000,1):max-cll=1000,400 -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc a.mp4");
        var film = Film.Open(_folder.At("a.mp4"));
        Assert.Equal("mastering display of 0.0001 to 1000 cd/m², light level 1000, on average 400 cd/m²", film.MasteredFor);
        using var writer = new FilmWriter(_folder.At(name), FilmTarget.Like(film));
        Assert.Contains(writer.Findings, finding => finding.Kind == "hdr-lost");
        Assert.Equal(depth, writer.Findings.Any(finding => finding.Kind == "depth-lost"));
    }

    [Fact]
    public void Every_picture_of_a_peers_corpus_is_read_exactly_or_refused()
    {
        var folder = Kinolux.Tests.TestSupport.Repository.Shared("restoration", "rawcooked");
        var read = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".dpx" or ".tif" or ".tiff" or ".avi")
            .AsParallel().SelectMany(path => ReadOrRefused(path) is { } frame ? [(Path: path, Frame: frame)] : Array.Empty<(string Path, Frame Frame)>()).ToList();
        // Pictures of one format are written and read back as one film.
        foreach (var pictures in read.GroupBy(picture => picture.Frame.Format))
        {
            using (var writer = new FilmWriter(_folder.At("b.mkv"), new FilmTarget { Format = pictures.Key, Rate = new Rational(24, 1), IsPassing = true }, overwrite: true))
            {
                foreach (var (_, frame) in pictures)
                    writer.Write(frame);
                writer.Complete();
            }
            using var again = new FilmReader(Film.Open(_folder.At("b.mkv")), null, _pool);
            foreach (var (path, frame) in pictures)
                using (frame)
                {
                    using var copy = again.Read();
                    Assert.NotNull(copy);
                    Assert.True(TestFilm.Digest(frame) == TestFilm.Digest(copy), path);
                }
        }
    }

    // Null where the film is refused.
    private Frame? ReadOrRefused(string path)
    {
        FilmInfo film;
        try
        {
            film = Film.Open(path, new Rational(24, 1));
        }
        catch (FaultException)
        {
            return null;
        }
        using var reader = new FilmReader(film, FrameRange.Single(0), _pool);
        var frame = reader.Read();
        Assert.NotNull(frame);
        return frame;
    }

    private string Hash(string name, string pixels) => Tool.Run("ffmpeg", ["-v", "error", "-i", _folder.At(name), "-f", "rawvideo", "-pix_fmt", pixels, "-f", "md5", "-"]).Output;

    private static List<int> Stored(string path, int depth)
    {
        var bytes = File.ReadAllBytes(path);
        return depth == 8 ? [.. bytes.Select(value => (int)value)] : [.. Enumerable.Range(0, bytes.Length / 2).Select(i => bytes[2 * i] | (bytes[2 * i + 1] << 8))];
    }

    private static List<int> Samples(Plane plane, int depth) =>
        [.. Enumerable.Range(0, plane.Height).SelectMany(y => plane.Row(y).ToArray()).Select(sample => FrameFormat.Narrow(sample, depth))];
}

using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Tests.Media;

[Trait("Category", "Slow")]
public sealed class RoundTripTests
{
    private readonly FramePool _pool = new();

    public static TheoryData<string> Archived =>
    [
        "gray", "gray9le", "gray10le", "gray12le", "gray16le", "yuv420p", "yuv422p", "yuv444p", "bgr0",
        "yuv420p9le", "yuv420p10le", "yuv420p12le", "yuv420p14le", "yuv420p16le", "yuv422p10le", "yuv422p12le", "yuv422p16le",
        "yuv444p10le", "yuv444p12le", "yuv444p16le", "gbrp9le", "gbrp10le", "gbrp12le", "gbrp14le", "gbrp16le",
    ];

    [Theory, MemberData(nameof(Archived))]
    public void An_archive_copy_holds_the_same_samples(string pixels)
    {
        using var folder = new TestFilm();
        var film = Film.Open(folder.Make("a.mkv", pixels, 67, 45, 5));
        Copy(film, folder.At("b.mkv"));
        var copy = Film.Open(folder.At("b.mkv"));
        Assert.Equal(pixels, copy.PixelFormat);
        Assert.Equal(film.Format, copy.Format);
        Assert.Equal(FrameIndex.Read(film).Select(frame => frame.Md5), FrameIndex.Read(copy).Select(frame => frame.Md5));
    }

    [Theory, MemberData(nameof(Archived))]
    public void A_passing_copy_holds_the_same_samples(string pixels)
    {
        using var folder = new TestFilm();
        foreach (var (width, height) in new[] { (66, 44), (67, 45), (16, 16) })
        {
            var film = Film.Open(folder.Make($"a{width}.mkv", pixels, width, height, 3));
            using var writer = new FilmWriter(folder.At($"b{width}.mkv"), FilmTarget.Like(film) with { IsPassing = true });
            using var reader = new FilmReader(film, null, _pool);
            while (reader.Read() is { } frame)
                using (frame)
                    writer.Write(frame);
            writer.Complete();
            Assert.Equal(Digests(film, null), Digests(Film.Open(folder.At($"b{width}.mkv")), null));
        }
    }

    [Theory, MemberData(nameof(Archived))]
    public void Checksums_taken_while_reading_are_those_that_ffmpeg_prints(string pixels)
    {
        using var folder = new TestFilm();
        var film = Film.Open(folder.Make("a.mkv", pixels, 67, 45, 5));
        using var reader = new FilmReader(film, null, _pool, checksums: true);
        while (reader.Read() is { } frame)
            frame.Dispose();
        Assert.Equal(FrameIndex.Read(film).Select(frame => frame.Md5), reader.Checksums);
    }

    [Fact]
    public void A_range_equals_that_slice_of_the_whole()
    {
        using var folder = new TestFilm();
        var film = Film.Open(folder.Make("a.mkv", frames: 20));
        Assert.Equal(20, film.FrameCount);
        var whole = Digests(film, null);
        Assert.Equal(whole[7..13], Digests(film, new FrameRange(7, 12)));
    }

    private List<string> Digests(FilmInfo film, FrameRange? range)
    {
        var digests = new List<string>();
        using var reader = new FilmReader(film, range, _pool);
        while (reader.Read() is { } frame)
            using (frame)
                digests.Add(TestFilm.Digest(frame));
        return digests;
    }

    private void Copy(FilmInfo film, string path)
    {
        using var reader = new FilmReader(film, null, _pool);
        using var writer = new FilmWriter(path, FilmTarget.Like(film));
        while (reader.Read() is { } frame)
            using (frame)
                writer.Write(frame);
        writer.Complete();
    }
}

using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Png;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Pictures;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Tests.TestSupport;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Restoration.Pictures;

/// <summary>Single frames of a film and of its restoration, by real ffmpeg.</summary>
[Trait("Category", "Slow")]
public sealed class FilmPicturesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FrameStore _shelf = new(TimeProvider.System);

    public FilmPicturesTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose()
    {
        _shelf.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Every_frame_is_exact_forwards_backwards_and_at_random()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var all = Frames(film);
        var random = new Random(3);
        int[] order = [.. Enumerable.Range(0, all.Count), .. Enumerable.Range(0, all.Count).Reverse(), .. Enumerable.Range(0, 8).Select(_ => random.Next(all.Count))];
        var pictures = new FilmPictures(_shelf, new FramePlaces(film, null, null));
        foreach (var number in order)
            Assert.Equal(all[number], Exact(pictures, FrameSide.Before, number));
    }

    [Fact]
    public void Many_may_ask_at_once_and_what_is_held_is_bounded()
    {
        const long Bound = 40 * 96 * 64 * 2;
        using var store = new FrameStore(TimeProvider.System, Bound);
        string[] films = [DirtyFilm.Write(_folder.File("a.mkv")), DirtyFilm.Write(_folder.File("b.mkv"), seed: 2)];
        var all = films.Select(Frames).ToArray();
        var pictures = films.Select(film => new FilmPictures(store, new FramePlaces(film, null, null))).ToArray();
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, worker =>
        {
            for (var i = 0; i < 16; i++)
            {
                var (film, number) = (worker % 2, worker < 4 ? i : 47 - i);
                Assert.Equal(all[film][number], Exact(pictures[film], FrameSide.Before, number));
                Assert.InRange(store.Held, 0, Bound);
            }
        });
    }

    [Fact]
    public void A_restored_frame_is_that_of_the_output_from_the_chunks_and_without_them()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var work = Restore(film, new FrameRange(6, 40));
        var pictures = new FilmPictures(_shelf, new FramePlaces(film, null, work));
        var restored = Frames(_folder.File("out.mkv"));
        foreach (var number in (int[])[6, 7, 29, 30, 31, 40, 12])
            Assert.Equal(restored[number - 6], Exact(pictures, FrameSide.After, number));
        Directory.Delete(Path.Combine(work, "chunks"), recursive: true);
        foreach (var number in (int[])[6, 30, 40])
            Assert.Equal(restored[number - 6], Exact(pictures, FrameSide.After, number));
        Assert.Null(pictures.Tag(FrameSide.After, 5));
        Assert.False(pictures.Write(Stream.Null, FrameSide.After, 41, null));
    }

    [Fact]
    public void The_tag_changes_when_the_frame_is_made_anew()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var work = Restore(film, null);
        var places = new FramePlaces(film, null, work);
        var pictures = new FilmPictures(_shelf, places);
        var (tag, before) = (pictures.Tag(FrameSide.After, 10), Exact(pictures, FrameSide.After, 10));
        Assert.Equal(tag, pictures.Tag(FrameSide.After, 10));
        using (var opened = FilmWork.Open(work))
            new WorkReview(opened, TimeProvider.System, "Ann").Decide([DirtyFilm.Kind], Verdict.Reject, null);
        Restore(film, null);
        Assert.NotEqual(tag, pictures.Tag(FrameSide.After, 10));
        Assert.NotEqual(before, Exact(pictures, FrameSide.After, 10));
    }

    [Fact]
    public void A_frame_after_the_last_is_a_fault()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var pictures = new FilmPictures(_shelf, new FramePlaces(film, null, null));
        Assert.Equal("KX1011", Assert.Throws<FaultException>(() => pictures.Write(Stream.Null, FrameSide.Before, DirtyFilm.Frames, null)).Fault.Code);
    }

    private string Restore(string film, FrameRange? range)
    {
        var work = _folder.File("work");
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Work = work, Output = _folder.File("out.mkv"), Range = range, Overwrite = true });
        return work;
    }

    private static ushort[] Exact(FilmPictures pictures, FrameSide side, int number)
    {
        using var png = new MemoryStream();
        Assert.True(pictures.WriteExact(png, side, number));
        png.Position = 0;
        return Samples(PngFile.Read(png).Planes[0]);
    }

    private static List<ushort[]> Frames(string film)
    {
        using var reader = new FilmReader(Film.Open(film), null, new FramePool());
        var frames = new List<ushort[]>();
        while (reader.Read() is { } frame)
            using (frame)
                frames.Add(Samples(frame.Planes[0]));
        return frames;
    }

    private static ushort[] Samples(Plane plane) => [.. Enumerable.Range(0, plane.Height).SelectMany(y => plane.Row(y).ToArray())];
}

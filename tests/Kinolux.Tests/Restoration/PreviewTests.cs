using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Pictures;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Tests.Restore.Stages;
using Kinolux.Tests.TestSupport;
using Kinolux.Work;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Restoration;

[Trait("Category", "Slow")]
public sealed class PreviewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly FrameStore _store = new(TimeProvider.System);

    public PreviewTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void A_preview_is_the_frame_that_a_render_makes_by_the_same_settings()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var work = Restore(film);
        var restored = Frames(_folder.File("out.mkv"));
        int[] numbers = [0, 13, DirtyFilm.Cut, 47];
        Assert.Equal(numbers.Select(_ => 99.0), numbers.Select(number => StageTrial.Psnr(restored[number], Make(work, film, number, []).Frame)));
    }

    [Fact]
    public void A_glance_by_what_was_found_shows_what_a_render_makes_of_each_repair()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var folder = Restore(film);
        var restored = Frames(_folder.File("out.mkv"));
        using var work = FilmWork.Open(folder);
        var state = new ReviewIndex(work).Now();
        foreach (var number in (int[])[2, 13, DirtyFilm.Cut, 31, 47])
        {
            var found = ReviewState.Read([.. state.At(new Extent(number, number))]).Select(decided => decided.Proposal).ToList();
            var glance = Glance(work, film, number, found).Make(CancellationToken.None);
            Assert.Equal(state.At(new Extent(number, number)).Count(item => item.Now.Applies && item.Outline.Group.Kind is DirtyFilm.Kind or "dirt"), glance.Applied.Count);
            Assert.InRange(StageTrial.Psnr(restored[number], glance.Frame), 38, 99);
        }
    }

    [Fact]
    public void A_glance_shows_a_decision_before_it_is_taken()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        using var work = FilmWork.Open(Restore(film));
        var found = ReviewState.Read([.. new ReviewIndex(work).Now().At(new Extent(31, 31))]).Select(decided => decided.Proposal).ToList();
        Preview Try(Verdict verdict, JsonObject? change = null) =>
            Glance(work, film, 31, found, new Decision(DirtyFilm.Kind, new FilmPlace(FrameRange.Single(31)), verdict, "test", default, Change: change)).Make(CancellationToken.None);
        var (taken, left, other) = (Try(Verdict.Accept), Try(Verdict.Reject), Try(Verdict.Edit, new JsonObject { ["donor"] = 2 }));
        Assert.True(taken.Applied.Count > left.Applied.Count);
        Assert.False(StageTrial.Same(taken.Frame, left.Frame));
        Assert.False(StageTrial.Same(taken.Frame, other.Frame));
        Assert.Empty(work.Log.Read().Decisions);
    }

    [Fact]
    public void A_glance_is_known_again_by_all_that_it_is_made_of()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        using var work = FilmWork.Open(Restore(film));
        var found = ReviewState.Read([.. new ReviewIndex(work).Now().At(new Extent(31, 31))]).Select(decided => decided.Proposal).ToList();
        string Key(Verdict verdict, int number = 31, JsonObject? change = null) =>
            Glance(work, film, number, found, new Decision(DirtyFilm.Kind, new FilmPlace(FrameRange.Single(31)), verdict, "test", default, Change: change)).Key;
        Assert.Equal(Key(Verdict.Accept), Key(Verdict.Accept));
        Assert.Equal(4, ((string[])[Key(Verdict.Accept), Key(Verdict.Reject), Key(Verdict.Edit, 31, new JsonObject { ["donor"] = 2 }), Key(Verdict.Accept, 30)]).Distinct().Count());
        // What is decided meanwhile about what is in the frame makes another picture, elsewhere it does not.
        var before = Glance(work, film, 31, found).Key;
        Decide(work, 13);
        Assert.Equal(before, Glance(work, film, 31, found).Key);
        Decide(work, 31);
        Assert.NotEqual(before, Glance(work, film, 31, found).Key);
    }

    [Fact]
    public void Settings_are_tried_and_not_kept()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var work = Restore(film);
        var before = Directory.EnumerateFiles(work, "*", SearchOption.AllDirectories).Order().Select(file => (file, File.GetLastWriteTimeUtc(file))).ToList();
        var found = Make(work, film, 31);
        Assert.NotEmpty(found.Applied);
        Assert.Equal(DirtyFilm.Kind, found.Found[0].Kind);
        var off = Make(work, film, 31, new PlanStage("despeckle", false, []));
        Assert.Empty(off.Applied);
        Assert.False(StageTrial.Same(found.Frame, off.Frame));
        Assert.Equal(before, Directory.EnumerateFiles(work, "*", SearchOption.AllDirectories).Order().Select(file => (file, File.GetLastWriteTimeUtc(file))));
        Assert.Equal("KX2012", Assert.Throws<FaultException>(() => Make(work, film, 31, new PlanStage("despeckle", true, new JsonObject { ["strength"] = 7 }))).Fault.Code);
        Assert.Equal("KX1011", Assert.Throws<FaultException>(() => Make(work, film, 48)).Fault.Code);
    }

    [Fact]
    public void A_film_that_was_not_analysed_since_it_changed_has_none()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var work = Restore(film);
        File.SetLastWriteTimeUtc(film, new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        Assert.Equal("KX6063", Assert.Throws<FaultException>(() => Make(work, film, 3)).Fault.Code);
    }

    private static Preview Make(string folder, string film, int number, params PlanStage[] stages)
    {
        using var work = FilmWork.Open(folder);
        return Preview.Of(work, Film.Open(film), number, null, stages, CancellationToken.None);
    }

    private PreviewPlan Glance(WorkFolder work, string film, int number, IReadOnlyList<Proposal> found, Decision? decision = null) =>
        Preview.Planned(work, Film.Open(film), new FilmPictures(_store, new FramePlaces(film, null, work.Path)), number, found, decision);

    private static void Decide(WorkFolder work, int frame) =>
        work.Log.Append([new DecisionEntry(new Decision(DirtyFilm.Kind, new FilmPlace(FrameRange.Single(frame)), Verdict.Reject, "test", default))]);

    private string Restore(string film)
    {
        var work = _folder.File("work");
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Work = work, Output = _folder.File("out.mkv") });
        return work;
    }

    private static List<Frame> Frames(string film)
    {
        using var reader = new FilmReader(Film.Open(film), null, new FramePool());
        var frames = new List<Frame>();
        while (reader.Read() is { } frame)
            frames.Add(frame);
        return frames;
    }
}

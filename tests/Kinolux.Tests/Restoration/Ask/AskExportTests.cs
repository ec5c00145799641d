using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration;
using Kinolux.Restoration.Ask;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Tests.TestSupport;
using Kinolux.Work;
using Kinolux.Work.Library;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Restoration.Ask;

[Trait("Category", "Slow")]
public sealed class AskExportTests : IDisposable
{
    private const int Places = 1000;
    private readonly TemporaryFolder _folder = new();

    public AskExportTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_page_answers_at_a_thousand_places_as_why_does()
    {
        Browser.SkipWithout();
        var output = Restored();
        var page = _folder.File("ask.html");
        var made = new AskExport(TimeProvider.System).Run(new AskRequest(output, page, null));
        Assert.Equal((new FrameRange(0, DirtyFilm.Frames - 1), new FileInfo(page).Length), (made.Range, made.Bytes));
        using var work = FilmWork.Open(output);
        var review = new WorkReview(work, TimeProvider.System, "Ann");
        var random = new Random(7);
        var asked = Enumerable.Range(0, Places).Select(_ =>
        {
            var (frame, x, y) = (random.Next(DirtyFilm.Frames), random.Next(96), random.Next(64));
            var answer = review.Why($"{frame},{x},{y}");
            return new { frame, x, y, answer.Origin, Lines = WhyWords.Of(answer) };
        }).ToList();
        Assert.All((Origin[])[Origin.Moved, Origin.Repaired, Origin.Generated], origin => Assert.Contains(asked, one => one.Origin == origin));
        File.WriteAllText(_folder.File("questions.json"), JsonSerializer.Serialize(asked, KinoluxJson.Line));
        Browser.Run("ask.test.mjs", page, _folder.File("questions.json"), _folder.Path);
    }

    [Fact]
    public void What_is_called_untouched_has_the_bits_of_the_source()
    {
        var output = Restored();
        using var work = FilmWork.Open(output);
        var review = new WorkReview(work, TimeProvider.System, "Ann");
        Assert.Equal(review.Why("24,30,30").Words, review.Why("00:00:01:00,30,30").Words);
        var (before, after) = (Frames(_folder.File("film.mkv")), Frames(output));
        var random = new Random(3);
        var untouched = 0;
        for (var i = 0; i < 3000; i++)
        {
            var (frame, x, y) = (random.Next(DirtyFilm.Frames), random.Next(96), random.Next(64));
            if (review.Why($"{frame},{x},{y}").Origin != Origin.Untouched)
                continue;
            untouched++;
            Assert.Equal(before[frame].Planes[0][x, y], after[frame].Planes[0][x, y]);
        }
        Assert.InRange(untouched, 300, 3000);
    }

    [Fact]
    public void A_wipe_is_a_video_of_a_quarter_of_a_minute_at_most()
    {
        var output = Restored();
        var wipe = _folder.File("wipe.mp4");
        new AskExport(TimeProvider.System).Run(new AskRequest(output, null, wipe, new FrameRange(4, 27)));
        Assert.Equal((24, "h264"), (Film.Open(wipe).FrameCount, Film.Open(wipe).Codec));
        // It shows a film, and is none to restore; nor does it make the film look delivered again.
        Assert.DoesNotContain(wipe, new WorkLibrary(_folder.Path, new Engines(new FilmEngine())).All().Works.Select(item => item.Source));
        using var work = FilmWork.Open(output);
        var review = new WorkReview(work, TimeProvider.System, "Ann");
        Assert.Empty(review.Stale());
        review.Decide([new ReviewIndex(work).Now().All.First(item => item.Outline.Group.Kind == "dirt").Outline.Id], Verdict.Reject, null);
        Assert.Equal([(output, "review"), (wipe, output)], review.Stale().Select(stale => (stale.Made, stale.Because)));
    }

    [Fact]
    public void Nothing_is_replaced_unasked_and_what_cannot_be_shown_says_why()
    {
        var output = Restored();
        File.WriteAllText(_folder.File("mine.html"), "mine");
        Assert.Equal("KX1201", Code(new AskRequest(output, _folder.File("mine.html"), null)));
        Assert.Equal("mine", File.ReadAllText(_folder.File("mine.html")));
        Assert.Equal("KX1202", Code(new AskRequest(output, Path.Combine(_folder.Path, "nowhere", "a.html"), null)));
        Assert.Equal("KX1011", Code(new AskRequest(output, _folder.File("a.html"), null, new FrameRange(40, 60))));
        Assert.False(File.Exists(_folder.File("a.html")));
    }

    private static string Code(AskRequest request) => Assert.Throws<FaultException>(() => new AskExport(TimeProvider.System).Run(request)).Fault.Code;

    // Weave in the first shot, dirt in both, a frame that is made again, an edit, a wish, and what was rejected.
    private string Restored()
    {
        var (film, output) = (DirtyFilm.Write(_folder.File("film.mkv")), _folder.File("out.mkv"));
        var request = new RestoreRequest { Film = film, Output = output, Work = output + ".kinolux" };
        new RestorationRun(TimeProvider.System).Run(request);
        using (var work = FilmWork.Open(output))
        {
            var review = new WorkReview(work, TimeProvider.System, "Ann");
            var specks = review.Now().All.Where(item => item.Outline.Group.Kind == DirtyFilm.Kind).Select(item => item.Outline.Id).ToList();
            review.Decide([specks[3]], Verdict.Edit, "from later", new Kinolux.Work.Log.Edit(new JsonObject { ["donor"] = 2 }, null));
            review.Decide([specks[5]], Verdict.Reject, "a bird");
            var person = new ProposalSource("Ann", "", IsPerson: true);
            review.Add([
                Proposal.Of("destroyed-frame", new FilmPlace(FrameRange.Single(12)), "lost", 1, person, []),
                Proposal.Of("dirt", new FilmPlace(new FrameRange(33, 36), RegionMask.Whole(new Box(60, 20, 12, 9))), "hair", 1, person, []),
            ]);
        }
        new RestorationRun(TimeProvider.System).Run(request with { Overwrite = true });
        return output;
    }

    private static List<Kinolux.Core.Frames.Frame> Frames(string film)
    {
        using var reader = new FilmReader(Film.Open(film), null, new Kinolux.Core.Frames.FramePool());
        var frames = new List<Kinolux.Core.Frames.Frame>();
        while (reader.Read() is { } frame)
            frames.Add(frame);
        return frames;
    }
}

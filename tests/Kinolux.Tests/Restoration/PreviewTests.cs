using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Tests.Restore.Stages;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Restoration;

[Trait("Category", "Slow")]
public sealed class PreviewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PreviewTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_preview_is_the_frame_that_a_render_makes_by_the_same_settings()
    {
        var film = DirtyFilm.Write(_folder.File("film.mkv"));
        var work = Restore(film);
        var restored = Frames(_folder.File("out.mkv"));
        int[] numbers = [0, 13, DirtyFilm.Cut, 47];
        Assert.Equal(numbers.Select(_ => 99.0), numbers.Select(number => StageTrial.Psnr(restored[number], Make(work, film, number).Frame)));
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
        return Preview.Make(work, Film.Open(film), number, null, stages, null, CancellationToken.None);
    }

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

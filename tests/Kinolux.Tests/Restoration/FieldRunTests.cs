using Kinolux.Core.Processes;
using Kinolux.Core.Review;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Stages;
using Kinolux.Tests.TestSupport;
using Kinolux.Work;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Restoration;

/// <summary>Interlaced and telecined films wait for a person; accepted, they are undone before all else.</summary>
[Trait("Category", "Slow")]
public sealed class FieldRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public FieldRunTests() => Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("telecined", "testsrc2=s=192x144:r=24", "telecine=pattern=23", 90, 72)]
    [InlineData("interlaced", "testsrc2=s=192x144:r=50", "tinterlace=interleave_top", 48, 48)]
    public void Nothing_is_undone_until_a_person_accepts(string kind, string source, string filter, int frames, int expected)
    {
        var film = _folder.File("film.mkv");
        Tool.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, "-f", "lavfi", "-i", "sine", "-vf", filter, "-frames:v", $"{frames}", "-shortest", "-c:v", "ffv1", "-pix_fmt", "yuv420p", film]);
        var first = Run(film);
        Assert.Contains(first.Kinds, count => count.Kind == kind && count is { Waiting: 1, Applied: 0 });
        var whole = Film.Open(_folder.File("out.mkv")).FrameCount;

        using (var work = FilmWork.Open(_folder.File("out.mkv")))
            new WorkReview(work, TimeProvider.System, "Ann").Decide([kind], Verdict.Accept, "made for television");
        Run(film);
        var undone = Film.Open(_folder.File("out.mkv"));
        Assert.Equal(frames, whole);
        Assert.InRange(undone.FrameCount, expected - 1, expected + 1);
        Assert.Single(undone.Sound);
    }

    private RestoreOutcome Run(string film)
    {
        var output = _folder.File("out.mkv");
        return new RestorationRun(TimeProvider.System).Run(new RestoreRequest
        {
            Film = film, Output = output, Work = WorkFolder.For(output), Overwrite = true, Skip = [.. StageCatalog.All.Select(stage => stage.Info.Id)],
        });
    }
}

using Kinolux.Core.Time;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restoration;

/// <summary>A plan with nothing to do, for a film that nobody drew.</summary>
internal static class FilmPlan
{
    /// <param name="cut">The first frame of the second of its two shots.</param>
    public static Plan Of(int frames, int cut, int width, int height) => new(
        Plan.CurrentVersion, new PlanSource("film.mkv", frames, "abc", Width: width, Height: height), Quality.Fast, [],
        [new PlanShot(new Shot(1, new FrameRange(0, cut - 1)), []), new PlanShot(new Shot(2, new FrameRange(cut, frames - 1)), [])]);
}

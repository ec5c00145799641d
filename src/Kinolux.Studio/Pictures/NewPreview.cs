using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;

namespace Kinolux.Studio.Pictures;

/// <summary>What to try on one frame: other settings, by which everything is found again; else how the frame becomes as decided, by what the last run found.</summary>
/// <param name="Stages">Those that differ from the plan.</param>
/// <param name="Decision">What to decide on what was found in it, where no settings are tried.</param>
internal sealed record NewPreview(int Frame, Quality? Quality = null, IReadOnlyList<PlanStage>? Stages = null, NewPreview.Trial? Decision = null)
{
    /// <summary>A decision that is only tried.</summary>
    /// <param name="Kind">Of what was found.</param>
    /// <param name="Box">Where in the frame; absent for all of it.</param>
    /// <param name="Change">With the verdict edit: what to do instead, such as <c>{"donor": -1}</c>.</param>
    internal sealed record Trial(string Kind, Verdict Verdict, Box? Box = null, JsonObject? Change = null)
    {
        public Decision On(int frame) => new(Kind, new FilmPlace(FrameRange.Single(frame), Box is { } box ? RegionMask.Whole(box) : null), Verdict, "a preview", default, Change: Change);
    }
}

using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Plans;
using Kinolux.Work.Review;

namespace Kinolux.Restoration.Ask;

/// <summary>What a page must know to answer why at any place of a stretch of a film exactly as <see cref="WorkReview.Why(Place)"/> does.</summary>
internal sealed class AskAnswers(Plan plan, ReviewState state, IReadOnlyList<ProposalKind> kinds, FrameRange range)
{
    private readonly AppliedPlan _applied = new(plan);
    private readonly Dictionary<string, int> _numbers = [];
    private readonly List<string> _words = [];

    /// <summary>For the page: frames count from the stretch's first.</summary>
    public object Of()
    {
        var there = ProposalView.Of([.. state.At(new Extent(range.First, range.Last))], kinds, shapes: true);
        var wholes = Enumerable.Range(range.First, range.Count).Select(frame => _applied.Whole(there.Where(item => item.Applies && Frames(item).Contains(frame)), frame)).ToList();
        return new
        {
            Names = FilmShares.Of([]).Parts.ToDictionary(part => part.Origin, part => part.Name),
            Origins = wholes.Select(whole => whole.Origin),
            Whole = wholes.Select(whole => Number(whole.Words)).ToList(),
            Printed = plan.Shots.Where(shot => shot.Shot.Frames.Overlaps(range)).Select(Printed),
            FilmDocument.Outside,
            Proposals = there.Select(Proposal).ToList(),
            Words = _words,
        };
    }

    private object Proposal(ProposalView item)
    {
        var (place, frames) = (item.Place.InFilm(), Frames(item).Intersect(range) ?? range);
        return new
        {
            item.Kind,
            item.Applies,
            Frames = new[] { frames.First - range.First, frames.Last - range.First },
            Lines = WhyWords.Of(item).Select(Number),
            // From which frame on which region; none where it is about the whole picture.
            Regions = place.Region is null && place.Track is null ? null
                : (place.Track ?? [new TrackedRegion(place.Frames.First, place.Region ?? RegionMask.Whole(default))]).Select(step => new { Frame = step.Frame - range.First, step.Region.Box, step.Region.Runs }),
            Rim = _applied.RimOf(item.Kind),
            // What it says of each frame in which it repairs.
            Repairs = Enumerable.Range(frames.First, frames.Count).Select(frame =>
                item.Applies && _applied.Of(item.Kind, place, item.Change, frame) == Origin.Repaired ? Number(AppliedPlan.Repair(item, frame).Words) : (int?)null),
        };
    }

    // The columns of each row that show the picture.
    private object Printed(PlanShot shot) => new
    {
        First = shot.Shot.Frames.First - range.First,
        Last = shot.Shot.Frames.Last - range.First,
        Rows = shot.Shot.Printed is { } printed && plan.Source.Height is { } height ? Enumerable.Range(0, height).Select(y => printed.Row(y)).Select(row => new[] { row.First, row.End }) : null,
    };

    private static FrameRange Frames(ProposalView item) => item.Place.InFilm().Frames;

    // The same words come up a thousand times.
    private int Number(string words)
    {
        if (!_numbers.TryGetValue(words, out var number))
        {
            _numbers.Add(words, number = _words.Count);
            _words.Add(words);
        }
        return number;
    }
}

using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.MissingFrames;

/// <summary>Missing-frames at work on a chunk.</summary>
internal sealed class MissingFramesRun(StageScope scope) : IStageRun
{
    private readonly IReadOnlyList<Proposal> _bad =
        [.. scope.Planned.Where(decided => decided.Applies).Select(decided => decided.Proposal), .. scope.Wishes];

    public Frame Process(FrameWindow window)
    {
        var strength = scope.Options.Strength;
        if (strength == 0 || _bad.FirstOrDefault(proposal => proposal.Frames.Contains(window.Number)) is not { } found)
            return window.Current.Share();
        if (Chosen(window, found) is { } chosen)
            return strength == 1 ? chosen.Share() : Mix(window.Current, chosen, strength);
        var before = Donor(window, found, "before", -1);
        var after = Donor(window, found, "after", 1);
        if (before is null && after is null)
            return window.Current.Share();
        var rebuilt = before is { } first && after is { } last ? Between(window, first, last) : window[(before ?? after)!.Value]!.Share(); // One of them is there.
        if (strength == 1)
            return rebuilt;
        using (rebuilt)
            return Mix(window.Current, rebuilt, strength);
    }

    public void Dispose()
    {
    }

    // The one frame that a person chose to stand here, counted from the first or the last of the bad ones.
    private static Frame? Chosen(FrameWindow window, Proposal found)
    {
        if (BestDonor.Asked(found.Change) is not { } offset)
            return null;
        var away = (offset < 0 ? found.Frames.First : found.Frames.Last) + offset - window.Number;
        return window.Reaches(away) ? window[away] : null;
    }

    // The donor's offset from the frame: a person's or the finder's choice, else the nearest good frame on that side.
    private int? Donor(FrameWindow window, Proposal found, string side, int step)
    {
        var shot = scope.Shot.Shot.Frames;
        if (found.Change?[side] is JsonValue value && value.TryGetValue(out int chosen) && shot.Contains(chosen) && Math.Abs(chosen - window.Number) <= MissingFrames.LongestRun && Math.Sign(chosen - window.Number) == step)
            return chosen - window.Number;
        for (var offset = step; Math.Abs(offset) <= MissingFrames.LongestRun && shot.Contains(window.Number + offset); offset += step)
            if (!_bad.Any(proposal => proposal.Frames.Contains(window.Number + offset)))
                return offset;
        return null;
    }

    private Frame Between(FrameWindow window, int before, int after)
    {
        var (first, last) = (window[before]!, window[after]!); // Donors lie in the shot and the window.
        var (here, there) = (window.Number + before, window.Number + after);
        var motion = BetweenMotion.Estimate(first.Guide, last.Guide, scope.Motion.Between(here, there), scope.Motion.Between(there, here), -before, after - before, Bend(here, there, window.Number), scope.Rows);
        // Motion that explains nothing is worse than a still picture: take the nearer frame.
        if (motion.Failed)
            return (-before <= after ? first : last).Share();
        var result = scope.Pool.Rent(first.Format);
        for (var plane = 0; plane < result.Planes.Length; plane++)
        {
            var format = result.Format;
            var shift = plane == 0 || !format.HasChroma ? (0, 0) : (format.ChromaShiftX, format.ChromaShiftY);
            BetweenFrame.Draw(first.Planes[plane], last.Planes[plane], motion, shift, scope.Rows, result.Planes[plane]);
        }
        return result;
    }

    // The way of the whole picture through the frames around the gap is a curve: how far it is from the straight line at the moment asked for.
    private (int X, int Y) Bend(int here, int there, int moment)
    {
        var times = new List<double> { 0, there - here };
        var across = Middle(scope.Motion.Between(here, there));
        var places = new List<(double X, double Y)> { (0, 0), across };
        for (var (frame, place) = (here, (X: 0.0, Y: 0.0)); times.Count < 4 && Good(frame - 1, moment); frame--)
        {
            var step = Middle(scope.Motion.Between(frame - 1, frame));
            place = (place.X - step.X, place.Y - step.Y);
            times.Add(frame - 1 - here);
            places.Add(place);
        }
        var known = times.Count;
        for (var (frame, place) = (there, across); times.Count < 2 * known - 2 && Good(frame + 1, moment); frame++)
        {
            var step = Middle(scope.Motion.Between(frame, frame + 1));
            place = (place.X + step.X, place.Y + step.Y);
            times.Add(frame + 1 - here);
            places.Add(place);
        }
        return times.Count == 2 * known - 2 ? (Curve(times, places.Select(place => place.X), moment - here), Curve(times, places.Select(place => place.Y), moment - here)) : (0, 0);
    }

    private bool Good(int frame, int moment) =>
        scope.Shot.Shot.Frames.Contains(frame) && Math.Abs(frame - moment) <= MissingFrames.LongestRun && !_bad.Any(proposal => proposal.Frames.Contains(frame));

    // Lagrange's polynomial through all known places, less the straight line through the first two.
    private static int Curve(List<double> times, IEnumerable<double> places, double moment)
    {
        var (sum, i) = (0.0, 0);
        foreach (var place in places)
        {
            var weight = i == 1 ? -moment / times[1] : 0;
            var product = 1.0;
            for (var k = 0; k < times.Count; k++)
                if (k != i)
                    product *= (moment - times[k]) / (times[i] - times[k]);
            sum += place * (weight + product);
            i++;
        }
        return (int)Math.Round(sum);
    }

    private static (double X, double Y) Middle(FlowField flow) => (Median(flow.U), Median(flow.V));

    private static int Median(short[] values)
    {
        var sorted = values.AsSpan().ToArray();
        Array.Sort(sorted);
        return sorted[sorted.Length / 2];
    }

    private Frame Mix(Frame current, Frame rebuilt, double strength)
    {
        var share = (int)Math.Round(strength * 4096);
        var result = scope.Pool.Rent(current.Format);
        for (var plane = 0; plane < result.Planes.Length; plane++)
        {
            var (from, to, target) = (current.Planes[plane], rebuilt.Planes[plane], result.Planes[plane]);
            scope.Rows.Run(target.Height, (first, end) =>
            {
                for (var y = first; y < end; y++)
                    for (var x = 0; x < target.Width; x++)
                        target[x, y] = (ushort)(from[x, y] + ((to[x, y] - from[x, y]) * share + 2048 >> 12));
            });
        }
        return result;
    }
}

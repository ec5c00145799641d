using System.Globalization;
using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Stages.Donors;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>Stains at work on a chunk.</summary>
internal sealed class StainsRun(StageScope scope, StageInfo info) : IStageRun
{
    private const int Level = 257;
    private const int FewestSteps = 4;
    private const double LeastConfidence = 0.45;

    // What the film adds is measured from frames so far apart, the pairs beginning so many frames after each other.
    private const int Apart = 8, Next = 2;

    // Shares of the picture that moved: so much says something of what a person marked; the machine finds nothing where less than half did.
    private const double LeastMoving = 0.02;
    private const double MostMoving = 0.5;

    // By how much the picture's light may differ within the window: motion in a strobe's or lightning's light cannot be followed, and its shadows look like stains.
    private const double MostLight = 0.1;

    private readonly StainsOptions _options = scope.OptionsAs<StainsOptions>();
    private readonly Dictionary<(int Frame, int Plane), CellPlane> _cells = [];

    public Frame Process(FrameWindow window)
    {
        if (_options.Strength == 0)
            return window.Current.Share();
        Frame? repaired = null;
        var (before, after) = (Side(window, -1), Side(window, 1));
        if (scope.Known is { } known)
        {
            foreach (var stain in known)
                if (scope.Decide(stain) is { Applies: true, Proposal: { Region: { } region } accepted })
                    Repair(window, region, accepted.Change, before, after, repaired ??= scope.Pool.Copy(window.Current));
        }
        else if (before is { IsMost: true } && after is { IsMost: true } && LightHolds(window, before.Offset, after.Offset))
            foreach (var stain in Find(window, before, after))
                if (!IsPlanned(window.Number, stain) && Accepted(window.Number, stain) is { Region: { } region } found)
                    Repair(window, region, found.Change, before, after, repaired ??= scope.Pool.Copy(window.Current));
        foreach (var wish in scope.Planned.Where(planned => planned.Applies).Select(planned => planned.Proposal).Concat(scope.Wishes))
            if (wish.Frames.Contains(window.Number) && wish.Region is { } region)
                Repair(window, region, wish.Change, before, after, repaired ??= scope.Pool.Copy(window.Current));
        foreach (var key in _cells.Keys.Where(key => key.Frame < window.Number - info.Before).ToArray())
            _cells.Remove(key);
        return repaired ?? window.Current.Share();
    }

    public void Dispose()
    {
    }

    /// <summary>A frame some way off and where every cell is found in it.</summary>
    /// <param name="IsMost">True where most of the scene moved, and not only a thing before a scene that stands: that cannot be told from what the film adds.</param>
    private sealed record Elsewhere(int Offset, Displacement[] Shifts, bool IsMost);

    private Elsewhere? Side(FrameWindow window, int sign)
    {
        var steps = new List<FlowField>();
        for (var at = sign; Math.Abs(at) <= info.After && window[at] is not null; at += sign)
            steps.Add(scope.Motion.Between(window.Number + at - sign, window.Number + at));
        if (steps.Count < FewestSteps)
            return null;
        var format = scope.Shot.Format;
        var (width, height) = ((format.Width + CellPlane.Side - 1) / CellPlane.Side, (format.Height + CellPlane.Side - 1) / CellPlane.Side);
        var moved = StainField.Moving(width, height, steps);
        return moved >= LeastMoving ? new Elsewhere(sign * steps.Count, StainField.Follow(width, height, steps), moved >= MostMoving) : null;
    }

    private bool LightHolds(FrameWindow window, int first, int last)
    {
        var here = Cells(window, 0, GuidePlane).Mean;
        for (var offset = first; offset <= last; offset++)
            if (Math.Abs(Cells(window, offset, GuidePlane).Mean - here) > MostLight * here)
                return false;
        return true;
    }

    private int GuidePlane => scope.Shot.Format.IsRgb ? 1 : 0;

    private List<StainPatch> Find(FrameWindow window, Elsewhere before, Elsewhere after)
    {
        var here = Cells(window, 0, GuidePlane);
        var earlier = StainField.Difference(here, Cells(window, before.Offset, GuidePlane), before.Shifts);
        var later = StainField.Difference(here, Cells(window, after.Offset, GuidePlane), after.Shifts);
        var field = StainField.Agreed(earlier, later, here.Width, here.Height);
        var patches = StainPatch.Find(field, earlier, later, before.Shifts, after.Shifts, here.Width, here.Height, (int)(_options.LeastContrast * Level));
        patches.RemoveAll(patch => patch.MostConfidence < LeastConfidence);
        if (patches.Count == 0)
            return patches;
        var (back, on) = (Shown(window, before.Offset / 2, before.Offset / 2, here), Shown(window, after.Offset / 2, after.Offset / 2, here));
        patches = patches.ConvertAll(patch => patch.HeldAgainst(back, on));
        patches.RemoveAll(patch => patch.Confidence < LeastConfidence);
        if (patches.Count == 0)
            return patches;
        // A stain is there in every frame; what moves, turns or falls is seen now and then.
        var half = Math.Min(-before.Offset, after.Offset) / 2;
        var now = Shown(window, 0, half, here);
        for (var offset = -half; offset <= half && patches.Count > 0; offset++)
        {
            var close = Shown(window, offset, half, here);
            patches.RemoveAll(patch => !patch.StaysIn(close, now));
        }
        return patches;
    }

    // What the film adds in another frame, seen from the frames at equal distance on both sides of it.
    private Shown Shown(FrameWindow window, int offset, int half, CellPlane here)
    {
        var centre = Cells(window, offset, GuidePlane);
        var back = StainField.Follow(here.Width, here.Height, Steps(window, offset, -half));
        var on = StainField.Follow(here.Width, here.Height, Steps(window, offset, half));
        var field = StainField.Agreed(
            StainField.Difference(centre, Cells(window, offset - half, GuidePlane), back),
            StainField.Difference(centre, Cells(window, offset + half, GuidePlane), on), here.Width, here.Height);
        return new Shown(field, StainField.Follow(here.Width, here.Height, Steps(window, 0, offset)));
    }

    // The first pass speaks for it already, in all its frames.
    private bool IsPlanned(int frame, StainPatch stain) =>
        scope.Planned.Any(planned => planned.Proposal.Frames.Contains(frame) && planned.Proposal.Region?.Box.Intersect(stain.Region(scope.Shot.Format.Width, scope.Shot.Format.Height).Box) is not null);

    private List<FlowField> Steps(FrameWindow window, int from, int count)
    {
        var sign = Math.Sign(count);
        var steps = new List<FlowField>();
        for (var at = 0; at != count; at += sign)
            steps.Add(scope.Motion.Between(window.Number + from + at, window.Number + from + at + sign));
        return steps;
    }

    private Proposal? Accepted(int frame, StainPatch stain)
    {
        var region = stain.Region(scope.Shot.Format.Width, scope.Shot.Format.Height);
        var frames = FrameRange.Single(frame);
        var decided = scope.Decide(Proposal.Of(
            Stains.Stain, new FilmPlace(frames, region),
            string.Create(CultureInfo.InvariantCulture, $"{(stain.Sign > 0 ? "bright" : "dark")} stain of {region.Area} samples: the scene is {stain.Contrast / Level:F0} levels {(stain.Sign > 0 ? "brighter" : "darker")} here than elsewhere on the film"),
            Math.Round(stain.Confidence, 3),
            new ProposalSource(info.Id, info.Version.ToString(CultureInfo.InvariantCulture)),
            [
                new Evidence("difference to the same piece of the scene earlier and later, in levels of 255", Math.Round(stain.Contrast / (double)Level, 1), _options.LeastContrast),
                new Evidence("the same difference around it, in levels of 255", Math.Round(stain.Around / (double)Level, 1)),
                new Evidence("how far the scene moved meanwhile, in samples", Math.Round(stain.Moved, 1)),
            ]));
        return decided.Applies ? decided.Proposal : null;
    }

    // From the frame that a person chose; else by what the film adds to the scene; where the scene stands still and so cannot tell, by what the shade around would let expect.
    private void Repair(FrameWindow window, RegionMask region, JsonObject? change, Elsewhere? before, Elsewhere? after, Frame target)
    {
        if (BestDonor.Chosen(window, region, change, scope) is { } donor)
            RegionFill.Apply(window.Current, target, region, donor, _options.Strength, chroma: true);
        else if (before is not null && after is not null && Pairs(window, GuidePlane).Count > 0)
            Even(region, target, (plane, weights) => Added(window, plane, weights));
        else
            Even(region, target, (plane, weights) => StainField.AgainstSurroundings(Cells(window, 0, plane), weights));
    }

    // As strong as it is in this very frame, and as far as it can be believed.
    private int[] Added(FrameWindow window, int plane, float[] weights)
    {
        var pairs = Pairs(window, plane);
        var within = Array.ConvertAll(weights, weight => weight > 0);
        var layer = FilmLayer.Solve(pairs, within, scope.Rows);
        var strength = FilmLayer.Strength(window.Number, layer, pairs);
        var support = FilmLayer.Support(pairs, within, scope.Rows);
        var added = new int[layer.Length];
        for (var i = 0; i < added.Length; i++)
            added[i] = (int)(strength * layer[i] * support[i]);
        return added;
    }

    /// <summary>Frames of the window that lie apart, each pair both ways; none that is blank or destroyed.</summary>
    private List<ScenePair> Pairs(FrameWindow window, int plane)
    {
        var pairs = new List<ScenePair>();
        for (var first = window.Number - Apart; first <= window.Number; first += Next)
            if (IsPicture(first) && IsPicture(first + Apart))
            {
                pairs.Add(Pair(window, first, first + Apart, plane));
                pairs.Add(Pair(window, first + Apart, first, plane));
            }
        return pairs;
    }

    private ScenePair Pair(FrameWindow window, int from, int to, int plane)
    {
        var steps = new List<FlowField>();
        for (var (last, at) = (from, from); at != to;)
        {
            at += Math.Sign(to - from);
            if (!IsPicture(at))
                continue;
            steps.Add(scope.Motion.Between(last, at));
            last = at;
        }
        return new ScenePair(from, Cells(window, from - window.Number, plane), to, Cells(window, to - window.Number, plane), steps);
    }

    private bool IsPicture(int number) =>
        scope.Shot.Shot.Frames.Contains(number) && scope.States[number - scope.Shot.Shot.Frames.First] is not (FrameState.Blank or FrameState.Destroyed);

    // Takes a field's share off every plane inside the region, softly at its rim.
    private void Even(RegionMask region, Frame target, Func<int, float[], int[]> fieldOf)
    {
        var format = scope.Shot.Format;
        var weights = StainPatch.Weights(region, format.Width, format.Height);
        var columns = (format.Width + CellPlane.Side - 1) / CellPlane.Side;
        for (var plane = 0; plane < format.PlaneCount; plane++)
        {
            var field = fieldOf(plane, weights);
            for (var i = 0; i < field.Length; i++)
                field[i] = (int)(field[i] * weights[i] * _options.Strength);
            StainPatch.TakeAway(target.Planes[plane], field, columns, field.Length / columns, plane > 0 ? format : format with { Layout = PixelLayout.Gray }, scope.Rows);
        }
    }

    private CellPlane Cells(FrameWindow window, int offset, int plane)
    {
        var key = (window.Number + offset, plane);
        if (_cells.TryGetValue(key, out var cells))
            return cells;
        var frame = window[offset] ?? throw new InvalidOperationException("A neighbour is missing.");
        var chroma = plane > 0 && frame.Format.HasChroma;
        return _cells[key] = new CellPlane(
            frame.Planes[plane], frame.Format.Width, frame.Format.Height,
            chroma ? frame.Format.ChromaShiftX : 0, chroma ? frame.Format.ChromaShiftY : 0, scope.Rows);
    }
}

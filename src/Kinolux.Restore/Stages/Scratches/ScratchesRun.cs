using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Scratches at work on a chunk.</summary>
internal sealed class ScratchesRun(StageScope scope, StageInfo info) : IStageRun
{
    private const float Level = 257;

    // What the eye notices, as FrameScore.AlteredAbove has it.
    private const float Visible = 8 * Level;

    private const double LeastConfidence = 0.2;

    private readonly ScratchesOptions _options = scope.OptionsAs<ScratchesOptions>();
    private readonly Dictionary<int, LineMap> _maps = [];

    public Frame Process(FrameWindow window)
    {
        if (_options.Strength == 0)
            return window.Current.Share();
        var around = Neighbourhood.Around(window, 0, 2, scope);
        Frame? repaired = null;
        var company = new SceneLines(Side(window, -info.Before), Side(window, info.After));
        foreach (var line in Lines(window, around, company))
            Repair(window, line, around, ref repaired);
        foreach (var wish in scope.Wishes)
            if (wish.Frames.Contains(window.Number) && wish.Region is { } region)
            {
                repaired ??= scope.Pool.Copy(window.Current);
                RegionFill.Apply(window.Current, repaired, region, BestDonor.ForWish(window, around, region, wish.Change, scope), _options.Strength, chroma: true);
            }
        foreach (var number in _maps.Keys.Where(number => number < window.Number - info.Before).ToArray())
            _maps.Remove(number);
        return repaired ?? window.Current.Share();
    }

    public void Dispose()
    {
    }

    private sealed record JudgedLine(LinePath Path, ScratchTraits Traits, double Confidence);

    // Frames earlier or later, nearest first.
    private List<SceneMotion> Side(FrameWindow window, int farthest)
    {
        var side = new List<SceneMotion>();
        for (var neighbour = Neighbourhood.Far(window, farthest, scope); neighbour is not null; neighbour = neighbour.Via)
            side.Insert(0, new SceneMotion(neighbour, Map(window, neighbour.Offset)));
        return side;
    }

    // The next frames that are no mere copies.
    private static IEnumerable<SceneMotion> Near(SceneLines company, Neighbourhood around)
    {
        if (around.Before is { } before)
            yield return company.Before[-before.Offset - 1];
        if (around.After is { } after)
            yield return company.After[after.Offset - 1];
    }

    private List<JudgedLine> Lines(FrameWindow window, Neighbourhood around, SceneLines company)
    {
        var map = Map(window, 0);
        var guide = window.Current.Guide;
        var noise = scope.Shot.At(window.Number).Noise;
        var faint = (float)Math.Pow(3, 0.5 - _options.Sensitivity);
        var finder = new LineFinder(map, company.TakenFrom(map, scope.Rows), (int)(faint * 1.2f * Level + noise * 0.3f));
        var (near, far) = (Near(company, around).ToList(), (List<SceneMotion>)[.. company.Before.TakeLast(1), .. company.After.TakeLast(1)]);
        return finder.Find(Math.Max(5, (float)(_options.MinLength * map.Bands)) * faint).ConvertAll(line =>
        {
            var traits = ScratchTraits.Of(map, line, near, far);
            var other = line.IsAtEdge(map.Width) || LineSurroundings.AreBlank(guide, map, line) || LineSurroundings.AreBroad(guide, map, line);
            return new JudgedLine(line, traits, ScratchJudge.Confidence(traits, other));
        });
    }

    private void Repair(FrameWindow window, JudgedLine judged, Neighbourhood around, ref Frame? repaired)
    {
        var (line, traits, confidence) = judged;
        if (confidence < LeastConfidence)
            return;
        var guide = window.Current.Guide;
        var map = Map(window, 0);
        var profile = new ScratchProfile(guide, map, line);
        var mask = ScratchRepair.Mask(guide, profile, Visible);
        if (mask.Count == 0)
            return;
        var region = PixelSet.ToRegion(mask, guide.Width);
        var frames = FrameRange.Single(window.Number);
        var decided = scope.Decide(new Proposal(
            ProposalId.Of(Scratches.Scratch, frames, region), Scratches.Scratch, frames, region,
            string.Create(CultureInfo.InvariantCulture, $"{(line.Sign > 0 ? "bright" : "dark")} upright line over {100 * line.X.Length / map.Bands} % of the height"),
            Math.Round(confidence, 3),
            new ProposalSource(info.Id, info.Version.ToString(CultureInfo.InvariantCulture)),
            [
                new Evidence("how clearly it stands out along its length, in contrasts of the texture around", Math.Round(line.Score, 1)),
                new Evidence("share of it found again in the next frames where the scene went", Math.Round(Math.Min(1, traits[3] / 3 + 0.5), 2)),
                new Evidence("share of it found again in the next frames at the same place of the film", Math.Round(Math.Min(1, traits[4] / 3 + 0.5), 2)),
                new Evidence("what of it changes against the scene, as a share of its strength", Math.Round(Math.Max(traits[12], traits[13]), 2), ScratchTraits.LeastChange),
            ]));
        if (!decided.Applies || decided.Proposal.Region is not { } accepted)
            return;
        repaired ??= scope.Pool.Copy(window.Current);
        // Where a person redrew it or chose the donor, the line's own profile no longer says what to take away.
        if (decided.Verdict == Verdict.Edit)
            RegionFill.Apply(window.Current, repaired, accepted, BestDonor.For(window, around, accepted, decided.Proposal.Change, scope), _options.Strength, chroma: true);
        else
            ScratchRepair.Apply(window.Current, repaired, accepted, profile, around, _options.Strength);
    }

    private LineMap Map(FrameWindow window, int offset)
    {
        var number = window.Number + offset;
        if (!_maps.TryGetValue(number, out var map))
            _maps.Add(number, map = new LineMap((window[offset] ?? throw new InvalidOperationException("A neighbour is missing.")).Guide, scope.Rows));
        return map;
    }
}

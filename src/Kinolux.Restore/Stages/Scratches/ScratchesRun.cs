using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Stages.Donors;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Scratches at work on a chunk.</summary>
internal sealed class ScratchesRun(StageScope scope, StageInfo info) : IStageRun
{
    // What the eye notices, as FrameScore.AlteredAbove has it: what rounds to 8 levels of 8 bit.
    private const float Visible = 7.5f * 257;

    private const double LeastConfidence = 0.2;

    private readonly ScratchesOptions _options = scope.OptionsAs<ScratchesOptions>();
    private readonly Dictionary<int, LineMap> _maps = [];
    private readonly Dictionary<int, LineLook> _looks = [];

    public Frame Process(FrameWindow window)
    {
        if (_options.Strength == 0)
            return window.Current.Share();
        var around = Look(window, 0).Around;
        Frame? repaired = null;
        foreach (var line in Lines(window))
            Repair(window, line, around, ref repaired);
        foreach (var wish in scope.Wishes)
            if (wish.Frames.Contains(window.Number) && wish.Region is { } region)
            {
                repaired ??= scope.Pool.Copy(window.Current);
                RegionFill.Apply(window.Current, repaired, region, BestDonor.ForWish(window, around, region, wish.Change, scope), _options.Strength, chroma: true);
            }
        Forget(window);
        return repaired ?? window.Current.Share();
    }

    /// <summary>Drops what no later frame asks for.</summary>
    public void Forget(FrameWindow window)
    {
        Forget(_maps, window.Number - info.Before);
        Forget(_looks, window.Number - LineLook.Reach);
    }

    public void Dispose()
    {
    }

    /// <summary>The lines of a frame, judged by what lies at their place of the film in the frames around, too.</summary>
    public List<JudgedLine> Lines(FrameWindow window)
    {
        var others = new List<LineLook>();
        for (var offset = -LineLook.Reach; offset <= LineLook.Reach; offset++)
            if (offset != 0 && window[offset] is not null && !IsCopy(window.Number, window.Number + offset))
                others.Add(Look(window, offset));
        return Look(window, 0).With(others);
    }

    // What is copied would vouch for itself.
    private bool IsCopy(int one, int other)
    {
        for (var number = Math.Max(one, other); number > Math.Min(one, other); number--)
            if (scope.States[number - scope.Shot.Shot.Frames.First] != FrameState.Duplicate)
                return false;
        return true;
    }

    private LineLook Look(FrameWindow window, int offset)
    {
        var number = window.Number + offset;
        if (!_looks.TryGetValue(number, out var look))
            _looks.Add(number, look = new LineLook(new FrameWindow(number, info, n => window[n - window.Number]), Map, scope));
        return look;
    }

    private void Repair(FrameWindow window, JudgedLine judged, Neighbourhood around, ref Frame? repaired)
    {
        var (line, traits, confidence) = (judged.Path, judged.Traits, judged.Confidence);
        if (confidence < LeastConfidence)
            return;
        var guide = window.Current.Guide;
        var (profile, mask) = Mask(window, line);
        if (mask.Count == 0)
            return;
        var region = PixelSet.ToRegion(mask, guide.Width);
        var frames = FrameRange.Single(window.Number);
        var decided = scope.Decide(new Proposal(
            ProposalId.Of(Scratches.Scratch, frames, region), Scratches.Scratch, frames, region,
            string.Create(CultureInfo.InvariantCulture, $"{(line.Sign > 0 ? "bright" : "dark")} upright line over {100 * line.X.Length / Map(window, 0).Bands} % of the height"),
            Math.Round(confidence, 3),
            new ProposalSource(info.Id, info.Version.ToString(CultureInfo.InvariantCulture)),
            [
                new Evidence("how clearly it stands out along its length, in contrasts of the texture around", Math.Round(line.Score, 1)),
                new Evidence("share of it found again in the next frames where the scene went", Math.Round(Math.Min(1, traits[3] / 3 + 0.5), 2)),
                new Evidence("share of it found again in the next frames at the same place of the film", Math.Round(Math.Min(1, traits[4] / 3 + 0.5), 2)),
                new Evidence("how surely the frames around show a scratch at this place of the film", Math.Round(judged.Support ?? 0, 2)),
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

    /// <summary>The samples that a line visibly changes.</summary>
    public (ScratchProfile Profile, List<int> Samples) Mask(FrameWindow window, LinePath line)
    {
        var profile = new ScratchProfile(window.Current.Guide, Map(window, 0), line);
        return (profile, ScratchRepair.Mask(window.Current.Guide, profile, Visible));
    }

    private LineMap Map(FrameWindow window, int offset)
    {
        var number = window.Number + offset;
        if (!_maps.TryGetValue(number, out var map))
            _maps.Add(number, map = new LineMap((window[offset] ?? throw new InvalidOperationException("A neighbour is missing.")).Guide, scope.Rows));
        return map;
    }

    private static void Forget<T>(Dictionary<int, T> kept, int before)
    {
        foreach (var number in kept.Keys.Where(number => number < before).ToArray())
            kept.Remove(number);
    }
}

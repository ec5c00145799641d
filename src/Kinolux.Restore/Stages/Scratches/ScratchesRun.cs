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
    // What the eye notices, as FrameScore.AlteredAbove has it: 8 levels of 8 bit.
    private const float Visible = 8 * 257;

    private const double LeastConfidence = 0.29;

    // How far donors are looked for, in frames.
    private const int DonorReach = 2;

    private readonly ScratchesOptions _options = scope.OptionsAs<ScratchesOptions>();
    private readonly Dictionary<int, LineMap> _maps = [];

    public Frame Process(FrameWindow window)
    {
        if (_options.Strength == 0)
            return window.Current.Share();
        var around = Neighbourhood.Around(window, 0, DonorReach, scope);
        Frame? repaired = null;
        if (scope.Known is { } known)
        {
            foreach (var scratch in known)
                Recall(window, scratch, around, ref repaired);
        }
        else
        {
            var look = Look(window);
            foreach (var line in look.Lines)
                Propose(window, look, line, around, ref repaired);
        }
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
        foreach (var number in _maps.Keys.Where(number => number < window.Number - LineLook.Reach).ToArray())
            _maps.Remove(number);
    }

    public void Dispose()
    {
    }

    /// <summary>The lines of a frame, judged.</summary>
    public LineLook Look(FrameWindow window) => new(window, Map, scope);

    private void Propose(FrameWindow window, LineLook look, JudgedLine judged, Neighbourhood around, ref Frame? repaired)
    {
        var (line, confidence) = (judged.Path, judged.Confidence);
        if (confidence < LeastConfidence)
            return;
        var guide = window.Current.Guide;
        var (profile, mask) = Mask(window, look, line);
        if (mask.Count == 0)
            return;
        var region = PixelSet.ToRegion(mask, guide.Width);
        var frames = FrameRange.Single(window.Number);
        var decided = scope.Decide(Proposal.Of(
            Scratches.Scratch, new FilmPlace(frames, region),
            string.Create(CultureInfo.InvariantCulture, $"{(line.Sign > 0 ? "bright" : "dark")} upright line over {100 * line.X.Length / Map(window, 0).Bands} % of the height"),
            Math.Round(confidence, 3),
            new ProposalSource(info.Id, info.Version.ToString(CultureInfo.InvariantCulture)),
            [
                new Evidence("how clearly it stands out along its length, in contrasts of the texture around", Math.Round(line.Score, 1)),
                new Evidence("share of it found again in the frames around, along the film", Math.Round(judged.Track.Film, 2)),
                new Evidence("how much more of it the film shows than the scene, where the scene went elsewhere", Math.Round(judged.SceneGoes ? judged.Track.Against : judged.Track.Least, 2), judged.SceneGoes ? ScratchJudge.LeastWhereItGoes : ScratchJudge.LeastAgainst),
                new Evidence("how far apart film and scene have it, in samples", Math.Round(judged.Track.Apart, 1)),
            ]));
        Repair(window, decided, profile, around, ref repaired);
    }

    // What is behind the line is told by its flanks alone: the frames around would have to be followed.
    private void Recall(FrameWindow window, Proposal scratch, Neighbourhood around, ref Frame? repaired)
    {
        var (guide, map) = (window.Current.Guide, Map(window, 0));
        if (scratch.Region is { } region && LinePath.Through(region, map) is { } line)
            Repair(window, scope.Decide(scratch), new ScratchProfile(guide, map, line, new LineGround(guide, [], [], map.Half)), around, ref repaired);
    }

    private void Repair(FrameWindow window, Decided decided, ScratchProfile profile, Neighbourhood around, ref Frame? repaired)
    {
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
    public (ScratchProfile Profile, List<int> Samples) Mask(FrameWindow window, LineLook look, LinePath line)
    {
        var profile = new ScratchProfile(window.Current.Guide, Map(window, 0), line, look.Ground);
        return (profile, ScratchRepair.Mask(window.Current.Guide, profile, Visible));
    }

    private LineMap Map(FrameWindow window, int offset)
    {
        var number = window.Number + offset;
        if (!_maps.TryGetValue(number, out var map))
            _maps.Add(number, map = new LineMap((window[offset] ?? throw new InvalidOperationException("A neighbour is missing.")).Guide, scope.Rows));
        return map;
    }
}

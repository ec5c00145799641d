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
    private const double LeastConfidence = 0.2;

    private readonly ScratchesOptions _options = scope.OptionsAs<ScratchesOptions>();
    private readonly Dictionary<int, LineMap> _maps = [];

    public Frame Process(FrameWindow window)
    {
        if (_options.Strength == 0)
            return window.Current.Share();
        List<(Neighbour, LineMap)> With(params ReadOnlySpan<Neighbour?> neighbours)
        {
            List<(Neighbour, LineMap)> company = [];
            foreach (var neighbour in neighbours)
                if (neighbour is not null)
                    company.Add((neighbour, Map(window, neighbour.Offset)));
            return company;
        }

        var around = Neighbourhood.Around(window, 0, 2, scope);
        Frame? repaired = null;
        var company = new Company(With(around.Before, around.After), With(Neighbourhood.Far(window, -info.Before, scope), Neighbourhood.Far(window, info.After, scope)));
        foreach (var line in Lines(window, company))
            Repair(window, line, around, company, ref repaired);
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

    /// <summary>Other frames with their line maps.</summary>
    private sealed record Company(IReadOnlyList<(Neighbour Neighbour, LineMap Map)> Near, IReadOnlyList<(Neighbour Neighbour, LineMap Map)> Far);

    private List<LinePath> Lines(FrameWindow window, Company company)
    {
        var map = Map(window, 0);
        var noise = scope.Shot.At(window.Number).Noise;
        var faint = (float)Math.Pow(3, 0.5 - _options.Sensitivity);
        var least = Math.Max(5, (float)(_options.MinLength * map.Bands)) * faint;
        return LineFinder.Find(map, company.Far, least, (int)(faint * 1.2f * Level + noise * 0.3f));
    }

    private void Repair(FrameWindow window, LinePath line, Neighbourhood around, Company company, ref Frame? repaired)
    {
        var guide = window.Current.Guide;
        var map = Map(window, 0);
        var traits = ScratchTraits.Of(map, line, company.Near, company.Far);
        var confidence = ScratchJudge.Confidence(traits);
        Probe?.Invoke(window.Number, line, traits);
        if (confidence < LeastConfidence)
            return;
        var profile = new ScratchProfile(guide, map, line);
        var mask = ScratchRepair.Mask(profile, line.Sign, guide.Width, 6 * Level);
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

    internal static Action<int, LinePath, ScratchTraits>? Probe { get; set; }

    private LineMap Map(FrameWindow window, int offset)
    {
        var number = window.Number + offset;
        if (!_maps.TryGetValue(number, out var map))
            _maps.Add(number, map = new LineMap((window[offset] ?? throw new InvalidOperationException("A neighbour is missing.")).Guide, scope.Rows));
        return map;
    }
}

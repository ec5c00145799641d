using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Plans;

namespace Kinolux.Restoration.Origins;

/// <summary>Counts a film's samples by where they come from, shot by shot: memory does not grow with the film.</summary>
internal sealed class OriginCount(Plan plan, int width, int height, FrameRange range)
{
    private readonly AppliedPlan _applied = new(plan);
    private readonly long[] _counts = new long[Enum.GetValues<Origin>().Length];
    private readonly bool[] _covered = new bool[width * height];

    public FilmShares Shares => FilmShares.Of(_counts);

    /// <param name="proposals">All that was applied to the shot.</param>
    public void Add(FrameRange shot, IEnumerable<Proposal> proposals)
    {
        if (shot.Intersect(range) is not { } wanted)
            return;
        var whole = new Origin[wanted.Count];
        var parts = new List<Proposal>?[wanted.Count];
        foreach (var proposal in proposals)
            if (proposal.Frames.Intersect(wanted) is { } frames)
                for (var frame = frames.First; frame <= frames.Last; frame++)
                    if (_applied.Of(proposal.Kind, proposal.Place.InFilm(), proposal.Change, frame) is > Origin.Untouched and var origin)
                        if (proposal.Place.InFilm().RegionAt(frame) is null)
                            whole[frame - wanted.First] = origin > whole[frame - wanted.First] ? origin : whole[frame - wanted.First];
                        else
                            (parts[frame - wanted.First] ??= []).Add(proposal);
        for (var i = 0; i < whole.Length; i++)
        {
            var repaired = whole[i] < Origin.Repaired && parts[i] is { } repairs ? Cover(repairs, wanted.First + i) : 0;
            _counts[(int)Origin.Repaired] += repaired;
            _counts[(int)whole[i]] += (long)width * height - repaired;
        }
    }

    // How many samples the repairs cover, each counted once.
    private long Cover(List<Proposal> repairs, int frame)
    {
        var (top, bottom, count) = (height, 0, 0L);
        foreach (var repair in repairs)
            repair.Place.InFilm().RegionAt(frame)?.ForEachRun(_applied.RimOf(repair.Kind), width, height, (y, left, right) =>
            {
                (top, bottom) = (Math.Min(top, y), Math.Max(bottom, y + 1));
                _covered.AsSpan(y * width + left, right - left).Fill(true);
            });
        if (top >= bottom)
            return 0;
        var rows = _covered.AsSpan(top * width, (bottom - top) * width);
        foreach (var sample in rows)
            count += sample ? 1 : 0;
        rows.Clear();
        return count;
    }
}

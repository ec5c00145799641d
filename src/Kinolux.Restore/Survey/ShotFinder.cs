using Kinolux.Core.Time;

namespace Kinolux.Restore.Survey;

/// <summary>Finds cuts, dissolves, fades, titles and blank stretches from the measurements alone.</summary>
internal static class ShotFinder
{
    /// <summary>A cut's frames have less detail in common than this, whatever the light does.</summary>
    private const float SameScene = 0.25f;

    /// <summary>A title stands still for at least this many frames.</summary>
    private const int Standing = 12;

    private const int FadeLength = 6;

    /// <param name="dissolves">The mixed frames of each dissolve, in order.</param>
    public static IReadOnlyList<Shot> Find(IReadOnlyList<FrameSurvey> frames, IReadOnlyList<FrameRange> dissolves, CancellationToken cancel)
    {
        var starts = new List<int> { 0 };
        for (var t = 1; t < frames.Count; t++)
        {
            cancel.ThrowIfCancellationRequested();
            if (dissolves.Any(dissolve => dissolve.First == t) || !dissolves.Any(dissolve => dissolve.First <= t && t <= dissolve.Last + 1) && IsCut(frames, t))
                starts.Add(t);
        }
        JoinFades(frames, starts);
        var shots = new List<Shot>();
        for (var i = 0; i < starts.Count && frames.Count > 0; i++)
        {
            var range = new FrameRange(starts[i], (i + 1 < starts.Count ? starts[i + 1] : frames.Count) - 1);
            var into = dissolves.Any(dissolve => dissolve.First == range.First) ? Transition.Dissolve : Fades(frames, range) ? Transition.Fade : Transition.Cut;
            shots.Add(new Shot(i + 1, range, Kind(frames, range), into));
        }
        return shots;
    }

    /// <summary>The dark end of a fade has little in common with the rest, but is no shot of its own: it belongs to the side that fades.</summary>
    private static void JoinFades(IReadOnlyList<FrameSurvey> frames, List<int> starts)
    {
        for (var i = 0; i < starts.Count; i++)
        {
            var (first, end) = (starts[i], i + 1 < starts.Count ? starts[i + 1] : frames.Count);
            if (end - first > FadeLength)
                continue;
            var (before, after) = (i > 0 ? Dimmed(frames, first - 1, -1) : 1, end < frames.Count ? Dimmed(frames, end, 1) : 1);
            var bright = before < after ? frames[Math.Max(0, first - FadeLength)].Contrast : frames[Math.Min(frames.Count, end + FadeLength) - 1].Contrast;
            if (Math.Min(before, after) > 0.9f || Enumerable.Range(first, end - first).Any(t => frames[t].Contrast > 0.35f * bright))
                continue;
            starts.RemoveAt(before < after ? i : i + 1);
            i--;
        }
    }

    /// <summary>A frame's contrast against that of one a fade further from the dark.</summary>
    private static float Dimmed(IReadOnlyList<FrameSurvey> frames, int t, int away) =>
        frames[t].Contrast / Math.Max(1, frames[Math.Clamp(t + away * FadeLength, 0, frames.Count - 1)].Contrast);

    private static bool IsCut(IReadOnlyList<FrameSurvey> frames, int t)
    {
        var (was, isNow) = (frames[t - 1].IsBlank, frames[t].IsBlank);
        if (was && isNow)
            return false;
        // Every measured pair across the cut must be of different scenes: a flash or a few destroyed frames are bridged by the longer ones.
        foreach (var lag in PairSurvey.Lags)
            for (var later = t; later < Math.Min(t + lag, frames.Count); later++)
                foreach (var pair in frames[later].Pairs)
                    if (pair.Lag == lag && pair.Match > SameScene)
                        return false;
        return true;
    }

    private static ShotKind Kind(IReadOnlyList<FrameSurvey> frames, FrameRange range)
    {
        var (blank, text, still) = (0, 0, 0);
        for (var t = range.First; t <= range.Last; t++)
        {
            if (frames[t].IsBlank)
                blank++;
            if (frames[t].Text > 0.4f)
                text++;
            // Lettering may weave as a whole, but nothing in it moves by itself.
            if (t > range.First && frames[t].Pairs is [var pair, ..] && pair.Residual < 0.02f * 65535 && pair.Match > 0.5f)
                still++;
        }
        if (blank * 2 > range.Count)
            return ShotKind.Blank;
        return range.Count >= Standing && text * 2 > range.Count && still * 10 >= (range.Count - 1) * 7 ? ShotKind.Title : ShotKind.Picture;
    }

    /// <summary>A shot fades in when its range of greys starts near nothing and grows steadily.</summary>
    private static bool Fades(IReadOnlyList<FrameSurvey> frames, FrameRange range)
    {
        if (range.Count < 2 * FadeLength || frames[range.First].Contrast > 0.35f * frames[range.First + 2 * FadeLength - 1].Contrast)
            return false;
        for (var t = range.First + 1; t < range.First + FadeLength; t++)
            if (frames[t].Contrast < frames[t - 1].Contrast * 0.97f)
                return false;
        return true;
    }
}

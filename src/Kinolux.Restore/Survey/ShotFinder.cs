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

    public static IReadOnlyList<Shot> Find(IReadOnlyList<FrameSurvey> frames, CancellationToken cancel)
    {
        var shots = new List<Shot>();
        var start = 0;
        for (var t = 1; t <= frames.Count; t++)
        {
            cancel.ThrowIfCancellationRequested();
            if (t < frames.Count && !IsCut(frames, t))
                continue;
            var range = new FrameRange(start, t - 1);
            shots.Add(new Shot(shots.Count + 1, range, Kind(frames, range), Fades(frames, range) ? Transition.Fade : Transition.Cut));
            start = t;
        }
        return shots;
    }

    private static bool IsCut(IReadOnlyList<FrameSurvey> frames, int t)
    {
        var (was, isNow) = (IsBlank(frames[t - 1]), IsBlank(frames[t]));
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

    private static bool IsBlank(FrameSurvey frame) => frame.Contrast < FrameStates.BlankContrast;

    private static ShotKind Kind(IReadOnlyList<FrameSurvey> frames, FrameRange range)
    {
        var (blank, text, still) = (0, 0, 0);
        for (var t = range.First; t <= range.Last; t++)
        {
            if (IsBlank(frames[t]))
                blank++;
            if (frames[t].Text > 0.4f)
                text++;
            // Lettering may weave as a whole, but nothing in it moves by itself.
            if (t > range.First && frames[t].Pairs is [var pair, ..] && pair.Residual < 0.02f * 65535 && pair.Match > 0.5f)
                still++;
        }
        if (blank * 2 > range.Count)
            return ShotKind.Blank;
        return range.Count >= Standing && text * 10 >= range.Count * 7 && still * 10 >= (range.Count - 1) * 8 ? ShotKind.Title : ShotKind.Picture;
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

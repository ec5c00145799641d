using Kinolux.Core.Time;

namespace Kinolux.Restore.Survey;

/// <summary>Finds cuts, dissolves, fades, titles and blank stretches from the measurements alone.</summary>
internal static class ShotFinder
{
    /// <summary>A cut's frames have less detail in common than this, whatever the light does.</summary>
    private const float SameScene = 0.25f;

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
            shots.Add(new Shot(shots.Count + 1, range));
            start = t;
        }
        return shots;
    }

    private static bool IsCut(IReadOnlyList<FrameSurvey> frames, int t)
    {
        // Every measured pair across the cut must be of different scenes: a flash or a few destroyed frames are bridged by the longer ones.
        foreach (var lag in PairSurvey.Lags)
            for (var later = t; later < Math.Min(t + lag, frames.Count); later++)
                foreach (var pair in frames[later].Pairs)
                    if (pair.Lag == lag && pair.Match > SameScene)
                        return false;
        return true;
    }
}

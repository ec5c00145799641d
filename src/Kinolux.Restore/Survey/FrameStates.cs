namespace Kinolux.Restore.Survey;

/// <summary>Judges each frame of a shot by its neighbours.</summary>
internal static class FrameStates
{
    /// <summary>A duplicate differs from the frame before it by less than this share of what frames around it differ by.</summary>
    public const float DuplicateShare = 0.18f;

    /// <summary>A destroyed frame has less than this share of the detail that the frames around it have in common.</summary>
    public const float LeftShare = 0.6f;

    // Frames that differ by less, in 16-bit levels, show a still scene: what changes there is a codec's doing.
    private const float Still = 0.5f * 257;

    private const int Around = 12;

    public static FrameState[] Of(IReadOnlyList<FrameSurvey> frames)
    {
        var states = new FrameState[frames.Count];
        for (var i = 0; i < states.Length; i++)
            if (frames[i].IsBlank)
                states[i] = FrameState.Blank;
            else if (IsDestroyed(frames, i))
                states[i] = FrameState.Destroyed;
        for (var i = 1; i < states.Length; i++)
            if (states[i] == FrameState.Good && states[i - 1] != FrameState.Destroyed && frames[i].Difference < DuplicateShare * Live(frames, states, i))
                states[i] = FrameState.Duplicate;
        return states;
    }

    /// <summary>What moving frames around one differ by; 0 where nothing moves, so that a still scene has no duplicates.</summary>
    public static float Live(IReadOnlyList<FrameSurvey> frames, FrameState[] states, int index)
    {
        var near = new List<float>(2 * Around + 1);
        for (var i = Math.Max(1, index - Around); i <= Math.Min(frames.Count - 1, index + Around); i++)
            if (states[i] is not (FrameState.Blank or FrameState.Destroyed) && states[i - 1] is not (FrameState.Blank or FrameState.Destroyed))
                // A lamp that blinks changes the picture, but nothing moves.
                near.Add(Math.Max(0, frames[i].Difference - Math.Abs(frames[i].Mean - frames[i - 1].Mean)));
        var live = near.Count < 3 ? 0 : Quantile([.. near], 0.75);
        return live < Still ? 0 : live;
    }

    /// <summary>
    /// True where frames on both sides have much more in common with each other than with this one, in detail and in greys:
    /// a frame is rarely destroyed wholly, and one that a lamp or a flash lit keeps its detail.
    /// </summary>
    private static bool IsDestroyed(IReadOnlyList<FrameSurvey> frames, int index)
    {
        if (Bridge(frames, index) is not { Match: > 0.4f } bridge)
            return false;
        var own = With(frames, index).ToArray();
        return own.Length > 0 && own.Max(pair => pair.Match) < LeftShare * bridge.Match && own.Min(pair => pair.Residual) > 2.5f * bridge.Residual;
    }

    /// <summary>The two frames on either side of one, out of those compared, that have most in common; null where there are none.</summary>
    public static PairSurvey? Bridge(IReadOnlyList<FrameSurvey> frames, int index) => Across(frames, index).MaxBy(pair => pair.Match);

    private static IEnumerable<PairSurvey> Across(IReadOnlyList<FrameSurvey> frames, int index) =>
        from later in Enumerable.Range(index + 1, PairSurvey.Lags[^1] - 1)
        where later < frames.Count
        from pair in frames[later].Pairs
        where later - pair.Lag < index && later >= pair.Lag
        select pair;

    private static IEnumerable<PairSurvey> With(IReadOnlyList<FrameSurvey> frames, int index) =>
        frames[index].Pairs.Where(pair => pair.Lag <= index).Concat(
            from lag in PairSurvey.Lags
            where index + lag < frames.Count
            from pair in frames[index + lag].Pairs
            where pair.Lag == lag
            select pair);

    private static float Quantile(float[] values, double share)
    {
        var sorted = (float[])values.Clone();
        Array.Sort(sorted);
        return sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];
    }
}

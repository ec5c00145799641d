namespace Kinolux.Restore.Survey;

/// <summary>Judges each frame of a shot by its neighbours.</summary>
internal static class FrameStates
{
    /// <summary>A duplicate differs from the frame before it by less than this share of what frames around it differ by.</summary>
    public const float DuplicateShare = 0.18f;

    /// <summary>A grey range below this, in 16-bit levels, shows nothing.</summary>
    public const float BlankContrast = 0.03f * 65535;

    private const int Around = 12;

    public static FrameState[] Of(IReadOnlyList<FrameSurvey> frames)
    {
        var states = new FrameState[frames.Count];
        var common = new float[frames.Count];
        for (var i = 0; i < states.Length; i++)
            common[i] = Common(frames, i);
        var usual = Quantile(common, 0.5);
        for (var i = 0; i < states.Length; i++)
            if (frames[i].Contrast < BlankContrast)
                states[i] = FrameState.Blank;
            else if (frames.Count > 2 && common[i] < 0.4f * usual && common[i] < 0.3f && IsBridged(frames, i))
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
                near.Add(frames[i].Difference);
        var live = near.Count < 3 ? 0 : Quantile([.. near], 0.75);
        return live < 1.2f * 257 ? 0 : live;
    }

    /// <summary>The most that a frame has in common with any frame near it.</summary>
    private static float Common(IReadOnlyList<FrameSurvey> frames, int index)
    {
        var most = 0f;
        foreach (var pair in frames[index].Pairs)
            if (pair.Lag <= index)
                most = Math.Max(most, pair.Match);
        foreach (var lag in PairSurvey.Lags)
            if (index + lag < frames.Count && frames[index + lag].Pairs.FirstOrDefault(pair => pair.Lag == lag) is { } later)
                most = Math.Max(most, later.Match);
        return most;
    }

    /// <summary>True where frames on both sides have more in common with each other than with this one.</summary>
    private static bool IsBridged(IReadOnlyList<FrameSurvey> frames, int index)
    {
        foreach (var lag in PairSurvey.Lags)
            for (var later = index + 1; later < index + lag && later < frames.Count; later++)
                if (later - lag >= 0 && frames[later].Pairs.Any(pair => pair.Lag == lag && pair.Match > 0.4f))
                    return true;
        return false;
    }

    private static float Quantile(float[] values, double share)
    {
        var sorted = (float[])values.Clone();
        Array.Sort(sorted);
        return sorted.Length == 0 ? 0 : sorted[(int)(share * (sorted.Length - 1))];
    }
}

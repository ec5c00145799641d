using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Survey;

/// <summary>
/// Whether an empty or foreign frame amid a shot stands in the place of one that is gone, or was put between two: a card, a flash.
/// The scene tells: across a frame that is gone it has moved on by as much as across any other, across one that was put in by a frame less.
/// </summary>
internal static class LostFrame
{
    // How far around a frame others say what is usual, and how near the next such frame makes both part of a pattern.
    private const int Around = 24;

    // A scene whose longer steps differ by less than this share from its shorter ones does not tell.
    private const double Telling = 1.1;

    // Moves of the camera shorter than this, in samples a frame, are drowned in weave.
    private const double Move = 1;

    /// <summary>How many of the frames between the two good ones around it are gone: 0 none (put in), 1 all (in their place); null where the scene does not tell.</summary>
    public static double? Gone(IReadOnlyList<FrameSurvey> frames, FrameState[] states, int index)
    {
        PairSurvey? bridge = null;
        var later = 0;
        for (var end = index + 1; end < Math.Min(frames.Count, index + PairSurvey.Lags[^1]); end++)
            foreach (var pair in frames[end].Pairs)
                if (end - pair.Lag is >= 0 and var start && start < index && states[end] == FrameState.Good && IsMoment(states, start) && (bridge is null || pair.Match > bridge.Match))
                    (bridge, later) = (pair, end);
        if (bridge is null)
            return null;
        var bad = Enumerable.Range(later - bridge.Lag + 1, bridge.Lag - 1).Count(i => !IsMoment(states, i));
        if (Usual(frames, states, index, bridge.Lag) is not { } whole || Usual(frames, states, index, bridge.Lag - bad) is not { } brief)
            return null;
        var way = Math.Sqrt(whole.X * whole.X + whole.Y * whole.Y);
        if (way / bridge.Lag > Move)
        {
            var along = (bridge.Motion.X * whole.X + bridge.Motion.Y * whole.Y) / (way * way) * bridge.Lag;
            return Share(along, bridge.Lag - bad, bridge.Lag);
        }
        return whole.Residual > Telling * brief.Residual ? Share(bridge.Residual, brief.Residual, whole.Residual) : null;
    }

    /// <summary>True where other such frames are near, as a strobe has them.</summary>
    public static bool IsOneOfMany(FrameState[] states, int index)
    {
        var (first, last) = (index, index);
        while (first > 0 && states[first - 1] == states[index])
            first--;
        while (last + 1 < states.Length && states[last + 1] == states[index])
            last++;
        for (var i = Math.Max(0, first - Around); i <= Math.Min(states.Length - 1, last + Around); i++)
            if ((i < first || i > last) && states[i] == states[index])
                return true;
        return false;
    }

    private static bool IsMoment(FrameState[] states, int index) => states[index] is FrameState.Good or FrameState.Duplicate;

    private static double Share(double value, double none, double all) => Math.Clamp((value - none) / (all - none), 0, 1);

    /// <summary>Medians over the pairs so far apart, all of whose frames are moments of their own; a distance that is not measured is between those that are.</summary>
    private static (double X, double Y, double Residual)? Usual(IReadOnlyList<FrameSurvey> frames, FrameState[] states, int index, int lag)
    {
        if (!PairSurvey.Lags.Contains(lag))
            return Usual(frames, states, index, lag - 1) is { } less && Usual(frames, states, index, lag + 1) is { } more
                ? ((less.X + more.X) / 2, (less.Y + more.Y) / 2, (less.Residual + more.Residual) / 2)
                : null;
        var (xs, ys, residuals) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = Math.Max(lag, index - Around); i <= Math.Min(frames.Count - 1, index + Around); i++)
            foreach (var pair in frames[i].Pairs)
                if (pair.Lag == lag && Enumerable.Range(i - lag, lag + 1).All(j => states[j] == FrameState.Good))
                {
                    xs.Add(pair.Motion.X);
                    ys.Add(pair.Motion.Y);
                    residuals.Add(pair.Residual);
                }
        return xs.Count < 3 ? null : (Middle(xs), Middle(ys), Middle(residuals));
    }

    private static double Middle(List<double> values) => Selection.Nth<double>([.. values], values.Count / 2);
}

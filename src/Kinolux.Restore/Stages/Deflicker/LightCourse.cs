using Kinolux.Restore.Kernels;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>
/// How the light on the picture, or on a part of it, runs through a shot, told apart: what was meant (slow changes; events such as a flash, lightning, a card or a fade's dark end) and what flickers.
/// Flicker touches nearly every frame by a little; an event is far off its surroundings, and the light comes back.
/// </summary>
internal sealed class LightCourse
{
    /// <summary>Changes of light slower than this many frames are meant.</summary>
    public const double Meant = 24;

    // Below so many 16-bit levels, shares of light say nothing.
    private const double Dark = 8 * 257;

    // Deviations from the slow course, as the log of light: where a film hardly flickers a twentieth is an event, and no film flickers by a factor of 1.8.
    private const double LeastEvent = 0.05;
    private const double MostFlicker = 0.6;
    private const double Deviations = 4.5;

    // As the log of light, from frame to frame: exposure goes wrong by less.
    private const double LargeStep = 0.18;

    // Events so near to each other are one, such as a lightning's strokes or a strobe's.
    private const int Together = 4;

    // A fade at a shot's end, as the log of light: it goes down steadily to less than two thirds of the shot's own light, and each frame of it is off that by more than flicker usually is.
    private const double LeastFade = 0.4;
    private const double FadeBegins = 0.2;

    private const int Around = 12;
    private const int Rounds = 4;
    private const int LeastFrames = 8;

    // Light that comes round is dark when half of its way is over: so many frames at most, seen often enough that it is no chance.
    private const int LongestHalf = 12;
    private const int LeastPairs = 24;
    private const double Opposite = -0.65;

    private LightCourse(bool[] events, double index, bool isLit, bool comesRound) => (Events, Index, IsLit, ComesRound) = (events, index, isLit, comesRound);

    /// <summary>The frames whose light is far off what is around them.</summary>
    public bool[] Events { get; }

    /// <summary>Deviation of independent changes from frame to frame, in 16-bit levels, as the middle frame between events has it; 0 where too few frames are left to tell.</summary>
    public double Index { get; }

    /// <summary>True where the light changes as lamps make it: in steps, or in slow pulses.</summary>
    public bool IsLit { get; }

    /// <summary>True where the light goes up and down evenly, as beacons and turning lamps make it.</summary>
    public bool ComesRound { get; }

    /// <param name="light">Per frame, in 16-bit levels.</param>
    /// <param name="known">Frames that are events whatever their light is.</param>
    /// <param name="repeats">Frames that are the one before once more: no moments of their own, so they say nothing of how the light changes.</param>
    public static LightCourse Of(double[] light, ReadOnlySpan<bool> known, ReadOnlySpan<bool> repeats)
    {
        var moments = new List<int>(light.Length);
        for (var i = 0; i < light.Length; i++)
            if (i == 0 || !repeats[i])
                moments.Add(i);
        var (own, events) = (new double[moments.Count], new bool[moments.Count]);
        for (var m = 0; m < own.Length; m++)
            (own[m], events[m]) = (light[moments[m]], known[moments[m]]);
        Find(own, events);
        var all = new bool[light.Length];
        for (int i = 0, m = -1; i < all.Length; i++)
        {
            if (m + 1 < moments.Count && moments[m + 1] == i)
                m++;
            all[i] = events[m];
        }
        var rest = OffSlow(own, events);
        return new LightCourse(all, Flickering(own, events), IsStepped(own, events) || Common(rest, events, 1).Share > GoesOn, IsRound(rest, events));
    }

    private static void Find(double[] light, bool[] events)
    {
        var log = Array.ConvertAll(light, value => Math.Log(Math.Max(value, 0) + Dark));
        Fade(log, events, 0, 1);
        Fade(log, events, log.Length - 1, -1);
        var known = (bool[])events.Clone();
        var slow = Middles(log, events);
        for (var round = 0; round < Rounds; round++)
        {
            var apart = new double[log.Length];
            for (var i = 0; i < apart.Length; i++)
                apart[i] = Math.Abs(log[i] - slow[i]);
            var limit = Math.Clamp(Deviations * 1.4826 * Middle(Kept(apart, events)), LeastEvent, MostFlicker);
            for (var i = 0; i < events.Length; i++)
                events[i] = known[i] || apart[i] > limit;
            slow = Smoothing.Smooth(log, Meant, Array.ConvertAll(events, isEvent => isEvent ? 0.0 : 1));
        }
        Join(events);
    }

    // From a shot's end inwards, as far as it gets lighter with every frame. The slow course would follow so short a fade halfway.
    private static void Fade(double[] log, bool[] events, int end, int inwards)
    {
        if (log.Length < 2 * Around)
            return;
        var own = Middle(inwards > 0 ? log[..(2 * Around)] : log[^(2 * Around)..]);
        if (log[end] > own - LeastFade)
            return;
        for (var i = end; log[i] < own - FadeBegins && (i == end || log[i] >= log[i - inwards]); i += inwards)
            events[i] = true;
    }

    /// <summary>The course with a straight line through each run of events, so that they steer nothing.</summary>
    public double[] Without(double[] course)
    {
        var result = (double[])course.Clone();
        for (var i = 0; i < result.Length; i++)
        {
            if (!Events[i])
                continue;
            var (before, after) = (i - 1, i);
            while (after < result.Length && Events[after])
                after++;
            for (var at = i; at < after; at++)
                result[at] = before < 0 && after == result.Length ? course[at]
                    : before < 0 ? course[after]
                    : after == result.Length ? course[before]
                    : course[before] + (course[after] - course[before]) * (at - before) / (after - before);
            i = after;
        }
        return result;
    }

    private static double[] Middles(double[] log, bool[] events)
    {
        var result = new double[log.Length];
        for (var i = 0; i < log.Length; i++)
        {
            var (first, end) = (Math.Max(0, i - Around), Math.Min(log.Length, i + Around + 1));
            var near = Kept(log[first..end], events[first..end]);
            result[i] = near.Length == 0 ? log[i] : Middle(near);
        }
        return result;
    }

    private static void Join(bool[] events)
    {
        var last = int.MinValue / 2;
        for (var i = 0; i < events.Length; i++)
        {
            if (!events[i])
                continue;
            if (i - last <= Together)
                Array.Fill(events, true, last, i - last);
            last = i;
        }
    }

    private static double Flickering(double[] light, bool[] events)
    {
        var bends = new List<double>();
        for (var i = 2; i < light.Length; i++)
            if (!events[i] && !events[i - 1] && !events[i - 2])
                bends.Add(Math.Abs(light[i] - 2 * light[i - 1] + light[i - 2]));
        return bends.Count == 0 || bends.Count < Math.Min(LeastFrames, light.Length - 2) ? 0 : 1.4826 * Middle([.. bends]) / Math.Sqrt(6);
    }

    // A lamp stands still between its steps; a strobe's are large besides, and stand still or alternate evenly. Film that was copied frame by frame stands still now and then, too, but its steps are small.
    private static bool IsStepped(double[] light, bool[] events)
    {
        var steps = new List<double>();
        for (var i = 1; i < light.Length; i++)
            if (!events[i] && !events[i - 1])
                steps.Add(Math.Abs(Math.Log((Math.Max(light[i], 0) + Dark) / (Math.Max(light[i - 1], 0) + Dark))));
        if (steps.Count < LeastFrames)
            return false;
        var usual = Math.Sqrt(steps.Average(step => step * step));
        var (low, high) = (Nth([.. steps], steps.Count * 2 / 5), Nth([.. steps], steps.Count * 3 / 4));
        return high < 0.2 * usual || usual > LargeStep && (low < 0.2 * usual || low > 0.85 * usual);
    }

    // What flickers goes much its own way in every frame; a neon sign or a slow beacon goes on as it went.
    private const double GoesOn = 0.75;

    private static double[] OffSlow(double[] light, bool[] events)
    {
        var slow = Smoothing.Smooth(light, Meant, Array.ConvertAll(events, isEvent => isEvent ? 0.0 : 1));
        for (var i = 0; i < slow.Length; i++)
            slow[i] = light[i] - slow[i];
        return slow;
    }

    private static bool IsRound(double[] rest, bool[] events)
    {
        for (var lag = 2; lag <= LongestHalf; lag++)
            if (Common(rest, events, lag) is { Share: < Opposite, Pairs: >= LeastPairs })
                return true;
        return false;
    }

    /// <summary>How much frames so far apart have in common, -1 to 1.</summary>
    private static (double Share, int Pairs) Common(double[] rest, bool[] events, int lag)
    {
        var (together, squares, pairs) = (0.0, 1e-9, 0);
        for (var i = lag; i < rest.Length; i++)
            if (!events[i] && !events[i - lag])
            {
                together += rest[i] * rest[i - lag];
                squares += rest[i] * rest[i];
                pairs++;
            }
        return (together / squares, pairs);
    }

    private static double[] Kept(double[] values, bool[] events)
    {
        var kept = new List<double>(values.Length);
        for (var i = 0; i < values.Length; i++)
            if (!events[i])
                kept.Add(values[i]);
        return [.. kept];
    }

    private static double Middle(double[] values) => Nth(values, values.Length / 2);

    private static double Nth(double[] values, int n)
    {
        if (values.Length == 0)
            return 0;
        Array.Sort(values);
        return values[n];
    }
}

using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Deflicker;

/// <summary>
/// The light on one part of the picture through a shot, as light(t) = Gain · light(0) + Offset, added up from motion-aligned pairs,
/// and the corrections that take out what flickers in it.
/// </summary>
internal sealed class LightPath
{
    private readonly double[] _gain;
    private readonly double[] _offset;

    private LightPath(double[] gain, double[] offset) => (_gain, _offset) = (gain, offset);

    /// <param name="light">Gain, offset and weight of a pair whose later frame has the given index.</param>
    public static LightPath Of(ShotSurvey shot, Func<int, PairSurvey, (double Gain, double Offset, double Weight)> light)
    {
        var gain = PairPath.Solve(shot, (i, pair) => light(i, pair) is var (g, _, weight) && g > 0 ? (Math.Log(g), weight) : (0, 0));
        for (var i = 0; i < gain.Length; i++)
            gain[i] = Math.Exp(gain[i]);
        // Seen from the first frame's greys an offset b at gain g is a shift of b / g.
        var shift = PairPath.Solve(shot, (i, pair) => light(i, pair) is var (_, offset, weight) ? (offset / gain[i], weight) : (0, 0));
        for (var i = 0; i < shift.Length; i++)
            shift[i] *= gain[i];
        return new LightPath(gain, shift);
    }

    /// <summary>The path as it would be without a course's events.</summary>
    public LightPath Without(LightCourse course) => new(course.Without(_gain), course.Without(_offset));

    /// <summary>How a grey of the first frame looks in each frame.</summary>
    public double[] Of(double grey)
    {
        var curve = new double[_gain.Length];
        for (var i = 0; i < curve.Length; i++)
            curve[i] = _gain[i] * grey + _offset[i];
        return curve;
    }

    /// <summary>The grey of the first frame that looks like <paramref name="grey"/> in frame <paramref name="index"/>.</summary>
    public double Back(int index, double grey) => (grey - _offset[index]) / _gain[index];

    /// <summary>By how much the pairs disagree with the path, as deviations per pair: of the log gain, and of the light at a grey that <paramref name="grey"/> gives per frame.</summary>
    public (double Gain, double Shift) Disagreement(ShotSurvey shot, Func<int, PairSurvey, (double Gain, double Offset, double Weight)> light, Func<int, double> grey)
    {
        var (gains, shifts, total) = (0.0, 0.0, 1e-9);
        var unknowns = 0;
        for (var i = 1; i < _gain.Length; i++)
            foreach (var pair in shot.Frames[i].Pairs)
                if (pair.Lag <= i && light(i, pair) is var (gain, offset, weight) && gain > 0 && weight > 0)
                {
                    var from = i - pair.Lag;
                    var expected = _gain[i] / _gain[from];
                    var wrong = gain * grey(from) + offset - (expected * (grey(from) - _offset[from]) + _offset[i]);
                    gains += weight * Math.Pow(Math.Log(gain / expected), 2);
                    shifts += weight * wrong * wrong;
                    total += weight;
                    unknowns++;
                }
        // Of the links, as many as there are frames went into the path itself.
        var free = Math.Max(0.2, 1 - (double)_gain.Length / Math.Max(1, unknowns));
        return (Math.Sqrt(gains / total / free), Math.Sqrt(shifts / total / free));
    }

    /// <summary>Gain and offset per frame that bring the light onto its own smooth course.</summary>
    public (double Gain, double Offset)[] Correction(double cutoff)
    {
        // The same linear smoothing of both parts smooths every grey's course alike.
        var (gain, offset) = (Smoothing.Smooth(_gain, cutoff), Smoothing.Smooth(_offset, cutoff));
        var correction = new (double, double)[_gain.Length];
        for (var i = 0; i < correction.Length; i++)
        {
            var g = Math.Clamp(gain[i] / _gain[i], 0.4, 2.5);
            correction[i] = (g, offset[i] - g * _offset[i]);
        }
        return correction;
    }
}

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

    /// <summary>Gain and offset per frame that bring the light onto its own smooth course.</summary>
    public (double Gain, double Offset)[] Correction(double cutoff, double[]? weights = null)
    {
        // The same linear smoothing of both parts smooths every grey's course alike.
        var (gain, offset) = (Smoothing.Smooth(_gain, cutoff, weights), Smoothing.Smooth(_offset, cutoff, weights));
        var correction = new (double, double)[_gain.Length];
        for (var i = 0; i < correction.Length; i++)
        {
            var g = Math.Clamp(gain[i] / _gain[i], 0.4, 2.5);
            correction[i] = (g, offset[i] - g * _offset[i]);
        }
        return correction;
    }
}

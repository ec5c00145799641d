namespace Kinolux.Core.Sound;

/// <summary>
/// Takes sound from one sample rate to another: a windowed sinc of 32 samples on either side, a phase for every place between two samples that the ratio of the rates has.
/// After J. O. Smith and P. Gossett, A Flexible Sampling-Rate Conversion Method, 1984. The same bits on every run.
/// </summary>
public static class Resampler
{
    private const int Reach = 32;

    // Of half the lower sample rate: above it the window would let what is higher come back as something lower.
    private const double Edge = 0.94;

    /// <summary>The sound at another rate: as many samples as last as long, rounded up.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A rate is below 1.</exception>
    public static float[] Run(ReadOnlySpan<float> sound, int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(from, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(to, 1);
        if (from == to)
            return sound.ToArray();
        var common = (int)System.Numerics.BigInteger.GreatestCommonDivisor(from, to);
        var (step, phases) = (from / common, to / common);
        var cut = Math.Min(1.0, (double)to / from) * Edge;
        var taps = Math.Min(1 << 12, (int)(Reach / cut) + 1);
        var filters = new float[phases][];
        var result = new float[(sound.Length * (long)phases + step - 1) / step];
        for (var i = 0; i < result.Length; i++)
        {
            var place = (long)i * step;
            var (whole, phase) = ((int)(place / phases), (int)(place % phases));
            var filter = filters[phase] ??= Filter((double)phase / phases, cut, taps);
            var sum = 0f;
            var first = whole - taps + 1;
            for (var tap = Math.Max(0, -first); tap < filter.Length && first + tap < sound.Length; tap++)
                sum += filter[tap] * sound[first + tap];
            result[i] = sum;
        }
        return result;
    }

    private static float[] Filter(double phase, double cut, int taps)
    {
        var filter = new double[2 * taps];
        var sum = 0.0;
        for (var tap = 0; tap < filter.Length; tap++)
        {
            var distance = tap - taps + 1 - phase;
            var window = Math.Abs(distance) < taps ? 0.42 + 0.5 * Math.Cos(Math.PI * distance / taps) + 0.08 * Math.Cos(2 * Math.PI * distance / taps) : 0;
            var angle = Math.PI * distance * cut;
            sum += filter[tap] = window * (angle == 0 ? 1 : Math.Sin(angle) / angle);
        }
        return [.. filter.Select(value => (float)(value / sum))];
    }
}

namespace Kinolux.Core.Sound;

/// <summary>
/// How loud sound is, in LUFS: ITU-R BS.1770-4, Algorithms to measure audio programme loudness, 2015. Samples of 48 kHz go in as they come; blocks of 400 ms that overlap by three quarters,
/// those below -70 LUFS and then those 10 below the mean of the rest do not count.
/// </summary>
public sealed class Loudness
{
    private const int Rate = 48000;
    private const int Quarter = Rate / 10;
    private const double Silence = -70;
    private const double Relative = -10;

    private readonly Channel[] _channels;
    private readonly List<double> _quarters = [];
    private double _sum;
    private int _count;

    /// <param name="channels">1 or 2, which count alike.</param>
    public Loudness(int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        _channels = new Channel[channels];
    }

    /// <summary>The loudest sample so far, from 0.</summary>
    public float Peak { get; private set; }

    /// <summary>Takes the next samples: one of each channel at a time.</summary>
    public void Add(ReadOnlySpan<float> samples)
    {
        for (var channel = 0; channel < samples.Length; channel++)
        {
            Peak = Math.Max(Peak, Math.Abs(samples[channel]));
            var weighed = _channels[channel].Weigh(samples[channel]);
            _sum += weighed * weighed;
        }
        if (++_count < Quarter)
            return;
        _quarters.Add(_sum / Quarter);
        (_sum, _count) = (0, 0);
    }

    /// <summary>The loudness of all of it; null where there is nothing that counts, or less than 400 ms.</summary>
    public double? Integrated()
    {
        var blocks = new List<double>();
        for (var i = 3; i < _quarters.Count; i++)
            blocks.Add((_quarters[i] + _quarters[i - 1] + _quarters[i - 2] + _quarters[i - 3]) / 4);
        blocks.RemoveAll(block => Of(block) <= Silence);
        if (blocks.Count == 0)
            return null;
        var gate = Of(blocks.Average()) + Relative;
        return Of(blocks.Where(block => Of(block) > gate).Average());
    }

    private static double Of(double power) => power > 0 ? -0.691 + 10 * Math.Log10(power) : double.NegativeInfinity;

    // The two filters of the standard at 48 kHz: a shelf for the head, and a high pass.
    private struct Channel
    {
        private double _x1, _x2, _y1, _y2, _z1, _z2;

        public double Weigh(double x)
        {
            var y = 1.53512485958697 * x - 2.69169618940638 * _x1 + 1.19839281085285 * _x2 + 1.69065929318241 * _y1 - 0.73248077421585 * _y2;
            (_x2, _x1) = (_x1, x);
            var z = y - 2 * _y1 + _y2 + 1.99004745483398 * _z1 - 0.99007225036621 * _z2;
            (_y2, _y1) = (_y1, y);
            (_z2, _z1) = (_z1, z);
            return z;
        }
    }
}

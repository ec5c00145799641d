using Kinolux.Core.Sound;
using Kinolux.Media;

namespace Kinolux.Restore.Demo;

/// <summary>A little waltz for the demo film, played on a plucked string over a soft bass: a WAV file, 48 kHz, 16 bit, stereo.</summary>
public static class DemoMusic
{
    private const int Rate = 48000;
    private const double Beat = 0.3;

    /// <summary>Semitones above A (220 Hz), a note a beat; -99 rests. A bar has three.</summary>
    private static readonly int[] Melody =
        [3, 7, 12, 10, 7, 3, 5, 8, 12, 11, 8, 5, 3, 7, 15, 12, 10, 7, 8, 5, 2, 0, -99, 0, 3, 7, 12, 15, 12, 7];

    private static readonly int[] Bass = [-12, -9, -7, -5, -12, -9, -7, -5, -12, -12];

    public static void Write(string path, double seconds)
    {
        var sound = new SoundBuffer(Rate, 2, (int)(seconds * Rate));
        var (left, right) = (sound.Channels[0], sound.Channels[1]);
        for (var i = 0; i < Melody.Length; i++)
            if (Melody[i] > -99)
                Pluck(left, right, i * Beat, Melody[i], 1.4, 0.22f, 0.35f + 0.3f * (i % 3) / 2);
        for (var bar = 0; bar < Bass.Length; bar++)
        {
            Pluck(left, right, 3 * bar * Beat, Bass[bar], 1.8, 0.30f, 0.5f);
            foreach (var beat in (int[])[1, 2])
                foreach (var chord in (int[])[12, 15, 19])
                    Pluck(left, right, (3 * bar + beat) * Beat, Bass[bar] + chord, 0.5, 0.05f, 0.6f);
        }
        FadeOut(left);
        FadeOut(right);
        WaveFile.Write(path, sound);
    }

    /// <summary>A struck string: harmonics that fade the faster the higher they are.</summary>
    private static void Pluck(float[] left, float[] right, double start, int semitone, double decay, float volume, float place)
    {
        var first = (int)(start * Rate);
        var pitch = 220 * Math.Pow(2, semitone / 12.0);
        var end = Math.Min(left.Length, first + (int)(decay * 3 * Rate));
        for (var i = Math.Max(0, first); i < end; i++)
        {
            var t = (i - first) / (double)Rate;
            var wave = 0.0;
            for (var k = 1; k <= 6; k++)
                wave += Math.Sin(2 * Math.PI * k * pitch * t) * Math.Exp(-t * (1 + 0.9 * k) / decay) / (k * k);
            var sample = (float)(wave * volume * Math.Min(1, t * 400));
            left[i] += sample * (1 - place);
            right[i] += sample * place;
        }
    }

    private static void FadeOut(float[] channel)
    {
        for (var i = 0; i < channel.Length; i++)
            channel[i] *= Math.Min(1, (channel.Length - i) / (0.5f * Rate));
    }
}

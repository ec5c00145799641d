using System.Buffers.Binary;

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
        var length = (int)(seconds * Rate);
        var (left, right) = (new float[length], new float[length]);
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
        Save(path, left, right);
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

    private static void Save(string path, float[] left, float[] right)
    {
        var bytes = new byte[44 + left.Length * 4];
        var head = bytes.AsSpan();
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head[4..], bytes.Length - 8);
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], 2);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], Rate);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], Rate * 4);
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], 4);
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], 16);
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[40..], left.Length * 4);
        for (var i = 0; i < left.Length; i++)
        {
            var fade = Math.Min(1, (left.Length - i) / (0.5f * Rate));
            BinaryPrimitives.WriteInt16LittleEndian(head[(44 + 4 * i)..], (short)(Math.Clamp(left[i] * fade, -1, 1) * 32000));
            BinaryPrimitives.WriteInt16LittleEndian(head[(46 + 4 * i)..], (short)(Math.Clamp(right[i] * fade, -1, 1) * 32000));
        }
        File.WriteAllBytes(path, bytes);
    }
}

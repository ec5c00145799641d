using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Previs.Voices;

/// <summary>How far a mouth is open while its line is said, frame by frame: the voice's root mean square, from 0 (closed) to 1 (wide).</summary>
public static class MouthTrack
{
    // What loud vowels reach at the level that speech is brought to.
    private const float Wide = 0.16f;

    // Without a voice a mouth opens and closes four times a second.
    private const int Syllables = 4;

    /// <returns>A value for each of the line's frames.</returns>
    /// <exception cref="IOException">A sound cannot be read.</exception>
    public static IReadOnlyList<float> Of(PlacedLine line, Rational rate)
    {
        var (first, count) = (line.Frames.First, (int)(line.Frames.Last - line.Frames.First + 1));
        var begin = AnimaticSound.SampleAt(first, rate);
        var power = new double[count];
        foreach (var piece in line.Sound.Pieces)
            Add(power, piece, frame => AnimaticSound.SampleAt(first + frame, rate) - begin - piece.At);
        var mouth = new float[count];
        for (var frame = 0; frame < count; frame++)
            mouth[frame] = (float)Math.Min(1, Math.Sqrt(power[frame] / (AnimaticSound.SampleAt(first + frame + 1, rate) - AnimaticSound.SampleAt(first + frame, rate))) / Wide);
        return mouth;
    }

    private static void Add(double[] power, SoundPiece piece, Func<int, long> sampleOf)
    {
        using var reader = piece.File is null ? null : new WaveReader(piece.File);
        var blocks = Enumerable.Range(0, reader?.Channels ?? 1).Select(_ => new float[SpokenSound.SampleRate]).ToArray();
        for (var frame = 0; frame < power.Length; frame++)
        {
            var (from, to) = (Math.Clamp(sampleOf(frame), 0, piece.Length), Math.Clamp(sampleOf(frame + 1), 0, piece.Length));
            if (from == to)
                continue;
            if (reader is null)
            {
                var phase = (double)from * Syllables / SpokenSound.SampleRate % 1;
                var open = Wide * 0.7 * (1 - Math.Abs(2 * phase - 1));
                power[frame] += open * open * (to - from);
                continue;
            }
            for (var at = from; at < to; at += SpokenSound.SampleRate)
            {
                var length = (int)Math.Min(SpokenSound.SampleRate, to - at);
                reader.Read(at, [.. blocks.Select(block => block.AsMemory(0, length))]);
                foreach (var block in blocks)
                    for (var i = 0; i < length; i++)
                        power[frame] += (double)block[i] * block[i] * piece.Gain * piece.Gain / blocks.Length;
            }
        }
    }
}

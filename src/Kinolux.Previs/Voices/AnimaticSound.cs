using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Sound;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Previs.Voices;

/// <summary>The sound of an animatic: lines and cues at their very samples over the air of the places, 48 kHz stereo, as long as its frames to the sample. It is mixed a second at a time, however long it is.</summary>
/// <param name="Frames">Of the whole animatic.</param>
public sealed record AnimaticSound(long Frames, Rational Rate, IReadOnlyList<PlacedLine> Lines, IReadOnlyList<RoomTone> Air, IReadOnlyList<SoundCue> Cues)
{
    private const int Block = SpokenSound.SampleRate;

    // Equal power in both channels is one voice in the middle.
    private const float Middle = 0.70710678f;

    // Above the knee sound bends towards a ceiling that it never reaches.
    private const float Knee = 0.7f;
    private const float Ceiling = 0.97f;

    /// <summary>The sample at which a frame begins: rounded once, so that no error adds up.</summary>
    public static long SampleAt(long frame, Rational rate) => (new Rational(frame, 1) / rate * SpokenSound.SampleRate).Round();

    /// <summary>Samples of each channel.</summary>
    public long Samples => SampleAt(Frames, Rate);

    /// <summary>Writes it as WAV, whole or not at all.</summary>
    /// <exception cref="FaultException">KX1583: it is longer than a WAV file can be; KX4001, KX4101: the disk refuses.</exception>
    public SoundReport Write(string path, CancellationToken cancel = default)
    {
        if (Samples > WaveWriter.Longest(2))
            throw FaultException.Of("KX1583", ("file", path));
        var loudness = new Loudness(2);
        AtomicFile.Write(path, stream =>
        {
            using var writer = new WaveWriter(stream, SpokenSound.SampleRate, 2, Samples);
            Mix(writer, loudness, cancel);
        });
        return new SoundReport(Samples, loudness.Integrated(), loudness.Peak);
    }

    private void Mix(WaveWriter writer, Loudness loudness, CancellationToken cancel)
    {
        var (left, right, scratch, second) = (new float[Block], new float[Block], new float[Block], new float[Block]);
        var pieces = Pieces().OrderBy(piece => piece.First).ToList();
        var next = 0;
        var sounding = new List<(SoundPiece Piece, long First)>();
        var pair = new float[2];
        for (long at = 0; at < Samples; at += Block)
        {
            cancel.ThrowIfCancellationRequested();
            var length = (int)Math.Min(Block, Samples - at);
            Array.Clear(left);
            Array.Clear(right);
            foreach (var air in Air)
            {
                var span = (SampleAt(air.Frames.First, Rate), SampleAt(air.Frames.Last + 1, Rate));
                air.Add(left.AsSpan(0, length), scratch, at, span, 0);
                air.Add(right.AsSpan(0, length), scratch, at, span, 1);
            }
            for (; next < pieces.Count && pieces[next].First < at + length; next++)
                sounding.Add(pieces[next]);
            foreach (var (piece, first) in sounding)
                Add(piece, at - first, length, (left, right), (scratch, second));
            sounding.RemoveAll(piece => piece.First + piece.Piece.Length <= at + length);
            for (var i = 0; i < length; i++)
            {
                (pair[0], pair[1]) = (left[i] = Held(left[i]), right[i] = Held(right[i]));
                loudness.Add(pair);
            }
            writer.Write([left.AsMemory(0, length), right.AsMemory(0, length)]);
        }
    }

    private IEnumerable<(SoundPiece Piece, long First)> Pieces() =>
        Lines.SelectMany(line => line.Sound.Pieces.Select(piece => (piece, SampleAt(line.Frames.First, Rate) + piece.At)))
            .Concat(Cues.Select(cue => (cue.Piece, SampleAt(cue.Frame, Rate) + cue.Piece.At)))
            .Where(one => one.Item1.File is not null);

    private static void Add(SoundPiece piece, long from, int length, (float[] Left, float[] Right) into, (float[] First, float[] Second) scratch)
    {
        using var reader = new WaveReader(piece.File ?? "");
        var (first, second) = (scratch.First.AsMemory(0, length), scratch.Second.AsMemory(0, length));
        reader.Read(from, reader.Channels == 1 ? [first] : [first, second]);
        var (one, other) = (scratch.First, reader.Channels == 1 ? scratch.First : scratch.Second);
        var gain = piece.Gain * (reader.Channels == 1 ? Middle : 1);
        // A piece may be shorter than its file: a cue that is cut off.
        var end = (int)Math.Clamp(piece.Length - from, 0, length);
        for (var i = 0; i < end; i++)
        {
            into.Left[i] += one[i] * gain;
            into.Right[i] += other[i] * gain;
        }
    }

    private static float Held(float sample)
    {
        var loud = Math.Abs(sample);
        if (loud <= Knee)
            return sample;
        var over = (loud - Knee) / (Ceiling - Knee);
        return MathF.CopySign(Knee + (Ceiling - Knee) * over / (1 + over), sample);
    }
}

using System.Buffers.Binary;

namespace Kinolux.Media;

/// <summary>Reads a WAV file of 16-bit samples from any place on, without holding it in memory.</summary>
public sealed class WaveReader : IDisposable
{
    private const int Pcm = 1;
    private const int MostChunks = 1000;

    private readonly FileStream _file;
    private readonly long _first;
    private byte[] _bytes = [];

    /// <exception cref="InvalidDataException">It is no WAV file of 16-bit samples.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public WaveReader(string path)
    {
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        try
        {
            (_first, Length) = Head();
        }
        catch (Exception cause) when (cause is EndOfStreamException)
        {
            _file.Dispose();
            throw new InvalidDataException("it ends too early", cause);
        }
        catch (InvalidDataException)
        {
            _file.Dispose();
            throw;
        }
    }

    public int SampleRate { get; private set; }

    public int Channels { get; private set; }

    /// <summary>Samples of each channel.</summary>
    public long Length { get; }

    /// <summary>True where the file says that there is more of it.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads samples from a place on; what is before the beginning or behind the end is silence.</summary>
    /// <param name="channels">One for each channel, all of one length.</param>
    public void Read(long first, IReadOnlyList<Memory<float>> channels)
    {
        var length = channels[0].Length;
        var (from, end) = (Math.Clamp(first, 0, Length), Math.Clamp(first + length, 0, Length));
        var block = 2 * Channels;
        var count = (int)(end - from);
        if (count == 0)
        {
            foreach (var channel in channels)
                channel.Span.Clear();
            return;
        }
        if (_bytes.Length < count * block)
            _bytes = new byte[count * block];
        _file.Seek(_first + from * block, SeekOrigin.Begin);
        _file.ReadExactly(_bytes, 0, count * block);
        for (var channel = 0; channel < Channels; channel++)
        {
            var samples = channels[channel].Span;
            samples.Clear();
            samples = samples[(int)(from - first)..];
            var bytes = _bytes.AsSpan(2 * channel);
            for (var i = 0; i < count; i++)
                samples[i] = BinaryPrimitives.ReadInt16LittleEndian(bytes[(i * block)..]) / WaveWriter.FullScale;
        }
    }

    public void Dispose() => _file.Dispose();

    // Chunks in any order; the last may say more than there is, where its writer could not go back.
    private (long First, long Length) Head()
    {
        Span<byte> head = stackalloc byte[16];
        _file.ReadExactly(head[..12]);
        if (!head[..4].SequenceEqual("RIFF"u8) || !head[8..12].SequenceEqual("WAVE"u8))
            throw new InvalidDataException("it is no WAV file");
        var at = 12L;
        for (var chunk = 0; chunk < MostChunks; chunk++)
        {
            _file.Seek(at, SeekOrigin.Begin);
            _file.ReadExactly(head[..8]);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            at += 8;
            if (head[..4].SequenceEqual("data"u8) && Channels > 0)
            {
                IsCut = size > _file.Length - at;
                return (at, Math.Min(size, Math.Max(0, _file.Length - at)) / (2 * Channels));
            }
            if (head[..4].SequenceEqual("fmt "u8))
            {
                _file.ReadExactly(head);
                Channels = BinaryPrimitives.ReadUInt16LittleEndian(head[2..]);
                SampleRate = BinaryPrimitives.ReadInt32LittleEndian(head[4..]);
                if (BinaryPrimitives.ReadUInt16LittleEndian(head) != Pcm || BinaryPrimitives.ReadUInt16LittleEndian(head[14..]) != 16 || Channels is 0 or > 64 || SampleRate < 1)
                    throw new InvalidDataException("its samples are not of 16 bits");
            }
            at += size + (size & 1);
        }
        throw new InvalidDataException("it has no sound");
    }
}

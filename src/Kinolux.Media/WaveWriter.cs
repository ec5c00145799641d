using System.Buffers.Binary;

namespace Kinolux.Media;

/// <summary>Writes a WAV file of 16-bit samples piece by piece, of a length that is known before.</summary>
public sealed class WaveWriter : IDisposable
{
    internal const float FullScale = 32767;
    private const int Head = 44;

    private readonly Stream _stream;
    private readonly int _channels;
    private readonly long _length;
    private byte[] _bytes = [];
    private long _written;

    /// <param name="stream">Where to; it stays open.</param>
    /// <param name="length">Samples of each channel that will be written.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is too small, or the sound longer than a WAV file can say: see <see cref="Longest"/>.</exception>
    public WaveWriter(Stream stream, int sampleRate, int channels, long length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleRate, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Longest(channels));
        (_stream, _channels, _length) = (stream, channels, length);
        Span<byte> head = stackalloc byte[Head];
        var block = 2 * channels;
        "RIFF"u8.CopyTo(head);
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], (uint)(Head + length * block - 8));
        "WAVEfmt "u8.CopyTo(head[8..]);
        BinaryPrimitives.WriteInt32LittleEndian(head[16..], 16);
        BinaryPrimitives.WriteInt16LittleEndian(head[20..], 1);
        BinaryPrimitives.WriteInt16LittleEndian(head[22..], (short)channels);
        BinaryPrimitives.WriteInt32LittleEndian(head[24..], sampleRate);
        BinaryPrimitives.WriteInt32LittleEndian(head[28..], sampleRate * block);
        BinaryPrimitives.WriteInt16LittleEndian(head[32..], (short)block);
        BinaryPrimitives.WriteInt16LittleEndian(head[34..], 16);
        "data"u8.CopyTo(head[36..]);
        BinaryPrimitives.WriteUInt32LittleEndian(head[40..], (uint)(length * block));
        stream.Write(head);
    }

    /// <summary>Samples of each channel that a WAV file holds at most: its sizes have 32 bits. Six hours of 48 kHz stereo.</summary>
    public static long Longest(int channels) => (uint.MaxValue - Head) / (2 * channels);

    /// <summary>Writes the next samples: as many of each channel; what is beyond full scale is clipped.</summary>
    /// <exception cref="ArgumentException">The channels are others, or more than was said.</exception>
    public void Write(IReadOnlyList<ReadOnlyMemory<float>> channels)
    {
        if (channels.Count != _channels || channels.Any(channel => channel.Length != channels[0].Length))
            throw new ArgumentException("It has other channels.", nameof(channels));
        var length = channels[0].Length;
        if ((_written += length) > _length)
            throw new ArgumentException("There are more samples than was said.", nameof(channels));
        var block = 2 * _channels;
        if (_bytes.Length < length * block)
            _bytes = new byte[length * block];
        for (var channel = 0; channel < _channels; channel++)
        {
            var samples = channels[channel].Span;
            var bytes = _bytes.AsSpan(2 * channel);
            for (var i = 0; i < samples.Length; i++)
                BinaryPrimitives.WriteInt16LittleEndian(bytes[(i * block)..], (short)MathF.Round(Math.Clamp(samples[i], -1, 1) * FullScale));
        }
        _stream.Write(_bytes, 0, length * block);
    }

    /// <summary>Fills up with silence where less was written than was said.</summary>
    public void Dispose()
    {
        for (var rest = (_length - _written) * 2 * _channels; rest > 0; rest -= Math.Min(rest, 1 << 16))
            _stream.Write(new byte[Math.Min(rest, 1 << 16)]);
        _written = _length;
    }
}

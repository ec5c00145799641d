using System.Buffers.Binary;
using Kinolux.Core.Frames;
using Kinolux.Core.Time;

namespace Kinolux.Media.Nut;

/// <summary>
/// Writes raw frames with exact timestamps into ffmpeg's standard input as a NUT stream of one track. Every frame is preceded by a syncpoint and
/// carries its timestamp in full: simple, and a few dozen bytes a frame.
/// </summary>
internal sealed class NutWriter
{
    // Frames carry their own flags: key, full timestamp, full size, checksum of the frame's head.
    private const uint FrameFlags = NutFormat.FlagKey | NutFormat.FlagCodedPts | NutFormat.FlagSizeMsb | NutFormat.FlagChecksum;
    private const int PtsShift = 14;
    private readonly Stream _stream;
    private readonly Rational _timeBase;

    public NutWriter(Stream stream, FrameFormat format, int depth, Rational timeBase)
    {
        _stream = stream;
        _timeBase = timeBase;
        stream.Write(NutFormat.FileId);
        Packet(NutFormat.MainStart, MainHeader());
        Packet(NutFormat.StreamStart, StreamHeader(format, depth));
    }

    public void Write(long timestamp, ReadOnlySpan<byte> frame)
    {
        var sync = new NutBytes();
        sync.Number((ulong)timestamp);
        sync.Number(0);
        Packet(NutFormat.SyncpointStart, sync);
        var head = new NutBytes();
        head.Byte(0);
        head.Number((ulong)timestamp + (1UL << PtsShift));
        head.Number((ulong)frame.Length);
        head.Checksum();
        _stream.Write(head.Written);
        _stream.Write(frame);
    }

    private NutBytes MainHeader()
    {
        var main = new NutBytes();
        main.Number(3);
        main.Number(1);
        main.Number(65536);
        main.Number(1);
        main.Number((ulong)_timeBase.Numerator);
        main.Number((ulong)_timeBase.Denominator);
        // One kind of frame for all 256 codes; the code N begins packets and is left out by readers.
        main.Number(FrameFlags);
        main.Number(6);
        main.Signed(0);
        main.Number(1);
        main.Number(0);
        main.Number(0);
        main.Number(0);
        main.Number(255);
        main.Number(0);
        return main;
    }

    private static NutBytes StreamHeader(FrameFormat format, int depth)
    {
        var stream = new NutBytes();
        stream.Number(0);
        stream.Number(0);
        stream.Block(FourCharacters(format.Layout, depth));
        stream.Number(0);
        stream.Number(PtsShift);
        stream.Number(1 << PtsShift);
        stream.Number(0);
        stream.Number(1);
        stream.Number(0);
        stream.Number((ulong)format.Width);
        stream.Number((ulong)format.Height);
        stream.Number(0);
        stream.Number(0);
        stream.Number(0);
        return stream;
    }

    private static byte[] FourCharacters(PixelLayout layout, int depth) => (layout, depth) switch
    {
        (PixelLayout.Gray, 8) => "Y800"u8.ToArray(),
        (PixelLayout.Yuv420, 8) => "I420"u8.ToArray(),
        (PixelLayout.Yuv422, 8) => "Y42B"u8.ToArray(),
        (PixelLayout.Yuv444, 8) => "444P"u8.ToArray(),
        (PixelLayout.Gray, _) => [(byte)'Y', (byte)'1', 0, (byte)depth],
        (PixelLayout.Yuv420, _) => [(byte)'Y', (byte)'3', 11, (byte)depth],
        (PixelLayout.Yuv422, _) => [(byte)'Y', (byte)'3', 10, (byte)depth],
        (PixelLayout.Yuv444, _) => [(byte)'Y', (byte)'3', 0, (byte)depth],
        (PixelLayout.Rgb, _) => [(byte)'G', (byte)'3', 0, (byte)depth],
        _ => throw new ArgumentOutOfRangeException(nameof(layout)),
    };

    private void Packet(ulong start, NutBytes payload)
    {
        payload.Checksum();
        var head = new NutBytes();
        head.Start(start);
        head.Number((ulong)payload.Written.Length);
        if (payload.Written.Length > 4096)
            throw new InvalidOperationException("NUT packets here are small.");
        _stream.Write(head.Written);
        _stream.Write(payload.Written);
    }

    private sealed class NutBytes
    {
        private readonly MemoryStream _bytes = new();

        public ReadOnlySpan<byte> Written => _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);

        public void Byte(byte value) => _bytes.WriteByte(value);

        public void Start(ulong code)
        {
            Span<byte> eight = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(eight, code);
            _bytes.Write(eight);
        }

        public void Number(ulong value)
        {
            var groups = 1;
            while (groups < 10 && value >> (7 * groups) != 0)
                groups++;
            for (var i = groups - 1; i > 0; i--)
                _bytes.WriteByte((byte)(0x80 | (value >> (7 * i))));
            _bytes.WriteByte((byte)(value & 0x7F));
        }

        public void Signed(long value) => Number(value > 0 ? (ulong)value * 2 - 1 : (ulong)-value * 2);

        public void Block(ReadOnlySpan<byte> block)
        {
            Number((ulong)block.Length);
            _bytes.Write(block);
        }

        public void Checksum()
        {
            Span<byte> four = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32BigEndian(four, NutFormat.Checksum(Written));
            _bytes.Write(four);
        }
    }
}

using Kinolux.Core.Time;

namespace Kinolux.Media.Nut;

/// <summary>Reads a NUT stream of one track, as ffmpeg writes it to a pipe: every frame's bytes with its exact timestamp, which a raw pipe would lose.</summary>
internal sealed class NutReader(Stream stream)
{
    private readonly record struct FrameCode(uint Flags, int Multiplier, int Size, long PtsDelta, int Reserved, int Header);

    // Bytes: of anything but a frame.
    private const ulong LongestPacket = 1 << 24;
    private readonly ByteSource _source = new(stream);
    private readonly FrameCode[] _codes = new FrameCode[256];
    private readonly List<byte[]> _headers = [[]];
    private Rational[] _timeBases = [];
    private int _ptsShift;
    private long _last;

    /// <summary>Seconds of one unit of the timestamps; known after the first <see cref="TryNext"/>.</summary>
    public Rational TimeBase { get; private set; }

    /// <summary>Finds the next frame. Its bytes must then be taken by <see cref="Take"/>.</summary>
    /// <exception cref="EndOfStreamException">The stream ends inside a frame.</exception>
    public bool TryNext(out long timestamp, out int size)
    {
        (timestamp, size) = (0, 0);
        while (true)
        {
            var code = _source.TryByte();
            if (code < 0)
                return false;
            if (code == 'n')
                _source.Skip(NutFormat.FileId.Length - 1);
            else if (code == 'N')
                Packet();
            else
            {
                (timestamp, size) = FrameHead(_codes[code]);
                if (size > 0)
                    return true;
            }
        }
    }

    /// <summary>Reads the bytes of the frame just found.</summary>
    public void Take(Span<byte> target)
    {
        var header = _headers[_pendingHeader];
        header.CopyTo(target);
        _source.Block(target[header.Length..]);
    }

    private int _pendingHeader;

    private (long Timestamp, int Size) FrameHead(FrameCode code)
    {
        var flags = code.Flags;
        if ((flags & NutFormat.FlagInvalid) != 0)
            throw new InvalidDataException("NUT: invalid frame code.");
        if ((flags & NutFormat.FlagCoded) != 0)
            flags ^= (uint)Number();
        if ((flags & NutFormat.FlagStreamId) != 0)
            Number();
        _last = (flags & NutFormat.FlagCodedPts) != 0 ? Timestamp((long)Number()) : _last + code.PtsDelta;
        var size = code.Size;
        if ((flags & NutFormat.FlagSizeMsb) != 0)
            size = checked(size + code.Multiplier * (int)Number());
        if ((flags & NutFormat.FlagMatchTime) != 0)
            Number();
        _pendingHeader = (flags & NutFormat.FlagHeaderIndex) != 0 ? (int)Number() : code.Header;
        var reserved = (flags & NutFormat.FlagReserved) != 0 ? (int)Number() : code.Reserved;
        for (; reserved > 0; reserved--)
            Number();
        if ((flags & NutFormat.FlagChecksum) != 0)
            _source.Skip(4);
        // Headers stand in for the first bytes of small packets only.
        if (size > 4096)
            _pendingHeader = 0;
        return (_last, size);
    }

    private long Timestamp(long coded)
    {
        if (coded >= 1L << _ptsShift)
            return coded - (1L << _ptsShift);
        var mask = (1L << _ptsShift) - 1;
        var delta = _last - mask / 2;
        return ((coded - delta) & mask) + delta;
    }

    private void Packet()
    {
        var start = (ulong)'N';
        for (var i = 0; i < 7; i++)
            start = (start << 8) | _source.Byte();
        var length = Number() is <= LongestPacket and var said ? (int)said : throw new InvalidDataException("NUT: a header is too long.");
        if (length > 4096)
            _source.Skip(4);
        var payload = new byte[length];
        _source.Block(payload);
        var fields = new NutFields(payload);
        switch (start)
        {
            case NutFormat.MainStart:
                MainHeader(fields);
                break;
            case NutFormat.StreamStart:
                StreamHeader(fields);
                break;
            case NutFormat.SyncpointStart:
                Syncpoint(fields);
                break;
        }
    }

    private void MainHeader(NutFields fields)
    {
        var version = fields.Number();
        if (version > 3)
            fields.Number();
        fields.Number();
        fields.Number();
        _timeBases = new Rational[(int)fields.Number()];
        for (var i = 0; i < _timeBases.Length; i++)
            _timeBases[i] = new Rational((long)fields.Number(), (long)fields.Number());
        FrameCodes(fields);
        var headers = (int)fields.Number();
        _headers.RemoveRange(1, _headers.Count - 1);
        for (var i = 0; i < headers; i++)
            _headers.Add(fields.Bytes().ToArray());
    }

    private void FrameCodes(NutFields fields)
    {
        long ptsDelta = 0;
        var multiplier = 1;
        var header = 0;
        for (var i = 0; i < 256;)
        {
            var flags = (uint)fields.Number();
            var count = (int)fields.Number();
            if (count > 0)
                ptsDelta = fields.Signed();
            if (count > 1)
                multiplier = (int)fields.Number();
            if (count > 2)
                fields.Number();
            var size = count > 3 ? (int)fields.Number() : 0;
            var reserved = count > 4 ? (int)fields.Number() : 0;
            var codes = count > 5 ? (int)fields.Number() : multiplier - size;
            if (count > 6)
                fields.Signed();
            if (count > 7)
                header = (int)fields.Number();
            for (var j = 8; j < count; j++)
                fields.Number();
            for (var j = 0; j < codes && i < 256; i++)
                _codes[i] = i == 'N' ? new FrameCode(NutFormat.FlagInvalid, 1, 0, 0, 0, 0) : new FrameCode(flags, multiplier, size + j++, ptsDelta, reserved, header);
        }
    }

    private void StreamHeader(NutFields fields)
    {
        fields.Number();
        fields.Number();
        fields.Bytes();
        TimeBase = _timeBases[(int)fields.Number()];
        _ptsShift = (int)fields.Number();
    }

    private void Syncpoint(NutFields fields)
    {
        var time = (long)fields.Number();
        var unit = _timeBases[(int)(time % _timeBases.Length)];
        _last = (unit * (time / _timeBases.Length) / TimeBase).Floor();
    }

    private ulong Number()
    {
        var value = 0UL;
        while (true)
        {
            var next = _source.Byte();
            value = (value << 7) | (uint)(next & 0x7F);
            if ((next & 0x80) == 0)
                return value;
        }
    }
}

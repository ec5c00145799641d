namespace Kinolux.Media.Nut;

/// <summary>Reads single bytes and whole blocks from a pipe without losing what it read ahead.</summary>
internal sealed class ByteSource(Stream stream)
{
    private readonly byte[] _ahead = new byte[4096];
    private int _at;
    private int _end;

    /// <summary>The next byte, or -1 at the end.</summary>
    public int TryByte()
    {
        if (_at == _end)
        {
            _at = 0;
            _end = stream.Read(_ahead);
            if (_end == 0)
                return -1;
        }
        return _ahead[_at++];
    }

    /// <exception cref="EndOfStreamException">The stream ends here.</exception>
    public byte Byte() => TryByte() is >= 0 and var value ? (byte)value : throw new EndOfStreamException();

    /// <exception cref="EndOfStreamException">The stream ends before the block is full.</exception>
    public void Block(Span<byte> target)
    {
        var held = Math.Min(_end - _at, target.Length);
        _ahead.AsSpan(_at, held).CopyTo(target);
        _at += held;
        stream.ReadExactly(target[held..]);
    }

    public void Skip(int count)
    {
        for (; count > 0; count--)
            Byte();
    }
}

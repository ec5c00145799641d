namespace Kinolux.Models.Runtime;

/// <summary>Reads the fields of one message in the encoding of Protocol Buffers, and never past its end.</summary>
internal ref struct ProtoReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> _rest = message;

    /// <summary>The field's number, from 1.</summary>
    public int Field { get; private set; }

    /// <summary>True for text, bytes and messages.</summary>
    public bool IsBytes { get; private set; }

    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>The value of a field that is a variable-length number.</summary>
    public ulong Number { get; private set; }

    /// <summary>Goes to the next field; false at the end.</summary>
    /// <exception cref="InvalidDataException">The message is cut off or is none.</exception>
    public bool Next()
    {
        if (_rest.IsEmpty)
            return false;
        var key = Variable();
        (Field, IsBytes, Number) = ((int)(key >> 3), (key & 7) == 2, 0);
        Bytes = default;
        if (Field == 0 || key > uint.MaxValue)
            throw Broken();
        switch (key & 7)
        {
            case 0:
                Number = Variable();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                Bytes = Take(Variable());
                break;
            case 5:
                Take(4);
                break;
            default:
                throw Broken();
        }
        return true;
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)_rest.Length)
            throw Broken();
        var taken = _rest[..(int)count];
        _rest = _rest[(int)count..];
        return taken;
    }

    private ulong Variable()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var part = Take(1)[0];
            value |= (ulong)(part & 127) << shift;
            if (part < 128)
                return value;
        }
        throw Broken();
    }

    private static InvalidDataException Broken() => new("it is cut off, or no ONNX file");
}

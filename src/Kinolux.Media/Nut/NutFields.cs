namespace Kinolux.Media.Nut;

/// <summary>The numbers inside a NUT packet, seven bits to a byte, highest first.</summary>
internal sealed class NutFields(byte[] payload)
{
    private int _at;

    public ulong Number()
    {
        var value = 0UL;
        while (true)
        {
            var next = payload[_at++];
            value = (value << 7) | (uint)(next & 0x7F);
            if ((next & 0x80) == 0)
                return value;
        }
    }

    public long Signed()
    {
        var value = (long)Number() + 1;
        return (value & 1) != 0 ? -(value >> 1) : value >> 1;
    }

    public ReadOnlySpan<byte> Bytes()
    {
        var length = (int)Number();
        _at += length;
        return payload.AsSpan(_at - length, length);
    }
}

using System.Buffers.Binary;
using System.Text;

namespace Kinolux.Core.Png;

/// <summary>One chunk of a PNG file: length, name, body, and the CRC of name and body.</summary>
internal static class PngChunk
{
    private const int Limit = 1 << 30;
    private static readonly uint[] Table = MakeTable();

    public static void Write(Stream stream, ReadOnlySpan<byte> name, ReadOnlySpan<byte> body)
    {
        Span<byte> word = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(word, body.Length);
        stream.Write(word);
        stream.Write(name);
        stream.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(word, ~Crc(Crc(uint.MaxValue, name), body));
        stream.Write(word);
    }

    public static (string Name, byte[] Body) Read(Stream stream)
    {
        Span<byte> head = stackalloc byte[8];
        Span<byte> crc = stackalloc byte[4];
        try
        {
            stream.ReadExactly(head);
            var length = BinaryPrimitives.ReadUInt32BigEndian(head);
            if (length > Limit)
                throw new InvalidDataException("A chunk of the PNG is impossibly long.");
            var body = ReadBody(stream, (int)length);
            stream.ReadExactly(crc);
            if (BinaryPrimitives.ReadUInt32BigEndian(crc) != ~Crc(Crc(uint.MaxValue, head[4..]), body))
                throw new InvalidDataException("A chunk of the PNG is damaged.");
            return (Encoding.ASCII.GetString(head[4..]), body);
        }
        catch (EndOfStreamException cause)
        {
            throw new InvalidDataException("The PNG ends early.", cause);
        }
    }

    // In pieces, so that a lying length costs no memory.
    private static byte[] ReadBody(Stream stream, int length)
    {
        var body = new byte[Math.Min(length, 1 << 20)];
        for (var done = 0; done < length;)
        {
            if (done == body.Length)
                Array.Resize(ref body, (int)Math.Min(length, 2L * body.Length));
            stream.ReadExactly(body.AsSpan(done));
            done = body.Length;
        }
        return body;
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> data)
    {
        foreach (var value in data)
            crc = Table[(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    private static uint[] MakeTable()
    {
        var table = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var k = 0; k < 8; k++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            table[n] = c;
        }
        return table;
    }
}

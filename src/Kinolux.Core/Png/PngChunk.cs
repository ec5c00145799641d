using System.Buffers.Binary;
using System.Text;

namespace Kinolux.Core.Png;

/// <summary>One chunk of a PNG file: length, name, body, and the CRC of name and body.</summary>
internal static class PngChunk
{
    private const int Limit = 1 << 30;
    // Eight tables take eight bytes a step: Kounavis, Berry, "A systematic approach to building high performance software-based CRC generators", 2005.
    private static readonly uint[][] Tables = MakeTables();

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
        var t = Tables;
        for (; data.Length >= 8; data = data[8..])
        {
            var low = BinaryPrimitives.ReadUInt32LittleEndian(data) ^ crc;
            var high = BinaryPrimitives.ReadUInt32LittleEndian(data[4..]);
            crc = t[7][(byte)low] ^ t[6][(byte)(low >> 8)] ^ t[5][(byte)(low >> 16)] ^ t[4][low >> 24]
                ^ t[3][(byte)high] ^ t[2][(byte)(high >> 8)] ^ t[1][(byte)(high >> 16)] ^ t[0][high >> 24];
        }
        foreach (var value in data)
            crc = t[0][(byte)(crc ^ value)] ^ (crc >> 8);
        return crc;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        for (var k = 0; k < tables.Length; k++)
            tables[k] = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var c = n;
            for (var bit = 0; bit < 8; bit++)
                c = (c & 1) != 0 ? 0xEDB88320 ^ (c >> 1) : c >> 1;
            tables[0][n] = c;
        }
        for (var k = 1; k < tables.Length; k++)
            for (var n = 0; n < 256; n++)
                tables[k][n] = tables[0][(byte)tables[k - 1][n]] ^ (tables[k - 1][n] >> 8);
        return tables;
    }
}

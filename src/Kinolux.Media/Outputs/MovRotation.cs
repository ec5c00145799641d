using System.Buffers.Binary;

namespace Kinolux.Media.Outputs;

/// <summary>Writes the turn of the picture into a finished QuickTime or MP4 file, which this ffmpeg does only when it copies.</summary>
internal static class MovRotation
{
    /// <param name="degrees">Counter-clockwise: 90, 180 or 270.</param>
    public static void Write(string path, int degrees)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        if (Find(file, "moov", 0, file.Length) is not { } movie)
            return;
        for (var at = movie.Start; Find(file, "trak", at, movie.End) is { } track; at = track.End)
            if (Find(file, "tkhd", track.Start, track.End) is { } header && Turn(file, header.Start, degrees))
                return;
    }

    /// <summary>The content of the first box of this type between two places of the file.</summary>
    private static (long Start, long End)? Find(FileStream file, string type, long start, long end)
    {
        Span<byte> head = stackalloc byte[16];
        while (start + 8 <= end)
        {
            file.Position = start;
            if (file.ReadAtLeast(head, 16, throwOnEndOfStream: false) < 8)
                return null;
            long size = BinaryPrimitives.ReadUInt32BigEndian(head);
            var content = start + 8;
            if (size == 1)
                (size, content) = (BinaryPrimitives.ReadInt64BigEndian(head[8..]), start + 16);
            if (size < 8)
                return null;
            if (head[4..8].SequenceEqual(System.Text.Encoding.ASCII.GetBytes(type)))
                return (content, start + size);
            start += size;
        }
        return null;
    }

    // ISO/IEC 14496-12, 8.3.2: a 3 × 3 matrix in 16.16 fixed point before the width and height, which only a picture has.
    private static bool Turn(FileStream file, long header, int degrees)
    {
        Span<byte> bytes = stackalloc byte[96];
        file.Position = header;
        file.ReadExactly(bytes[..1]);
        var matrix = header + (bytes[0] == 1 ? 52 : 40);
        file.Position = matrix + 36;
        file.ReadExactly(bytes[..8]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(bytes), BinaryPrimitives.ReadInt32BigEndian(bytes[4..]));
        if (width == 0)
            return false;
        var (cos, sin) = degrees switch { 90 => (0, -1), 180 => (-1, 0), _ => (0, 1) };
        int[] values =
        [
            cos << 16, sin * 65536, 0, -sin * 65536, cos << 16, 0,
            degrees switch { 180 => width, 270 => height, _ => 0 }, degrees switch { 180 => height, 90 => width, _ => 0 }, 1 << 30,
        ];
        for (var i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteInt32BigEndian(bytes[(4 * i)..], values[i]);
        file.Position = matrix;
        file.Write(bytes[..36]);
        return true;
    }
}

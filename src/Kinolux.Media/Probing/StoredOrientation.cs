using System.Buffers.Binary;
using Kinolux.Media.Dpx;
using Kinolux.Media.Turning;

namespace Kinolux.Media.Probing;

/// <summary>Reads and writes how a picture is turned in its file, of which this ffmpeg neither reads nor writes anything: DPX (SMPTE ST 268-1), TIFF 6.0, and what cameras put into JPEG files (Exif 2.3, a TIFF file inside).</summary>
internal static class StoredOrientation
{
    private const int OrientationTag = 274;
    private const int EntrySize = 12;

    // ITU-T T.81, table B.1.
    private const byte PictureSegment = 0xDA;
    private const byte EndSegment = 0xD9;
    private const byte ExifSegment = 0xE1;

    private static ReadOnlySpan<byte> JpegStart => [0xFF, 0xD8];

    /// <summary>True for names of files that can say it.</summary>
    public static bool Has(string path) => Path.GetExtension(path).ToLowerInvariant() is ".dpx" or ".tif" or ".tiff" or ".jpg" or ".jpeg" or ".jfif";

    /// <summary>As the file says; upright where it says nothing, or nothing that can be read.</summary>
    public static Orientation Read(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var head = new byte[DpxHeader.OrientationAt + 2];
            var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (length == head.Length && DpxHeader.TryOrder(head, out var big))
                return Orientations.FromDpx(Short(head.AsSpan(DpxHeader.OrientationAt), big));
            return (length >= 8 && IsTiff(head) ? 0 : ExifAt(file)) is { } start && Tag(file, start, OrientationTag) is >= 1 and <= 8 and var value ? (Orientation)value : Orientation.TopLeft;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return Orientation.TopLeft;
        }
    }

    /// <summary>A number that a TIFF file's first directory says; null where it does not, or is no TIFF file.</summary>
    public static int? TiffTag(string path, int tag)
    {
        using var file = File.OpenRead(path);
        var head = new byte[8];
        if (file.ReadAtLeast(head, 8, throwOnEndOfStream: false) < 8 || !IsTiff(head))
            return null;
        try
        {
            return Tag(file, 0, tag);
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Writes it into a finished little-endian TIFF file that does not say it yet: a copy of its directory with one more entry goes to the end.</summary>
    public static void WriteTiff(string path, Orientation orientation)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        var head = new byte[8];
        file.ReadExactly(head);
        var entries = Directory(file, 0, DpxHeader.Word(head, 4, false), false);
        var at = 0;
        while (at < entries.Length && Short(entries.AsSpan(at), false) < OrientationTag)
            at += EntrySize;
        byte[] entry = [OrientationTag & 255, OrientationTag >> 8, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0];
        var count = entries.Length / EntrySize + 1;
        file.Position = file.Length;
        if (file.Length % 2 != 0)
            file.WriteByte(0);
        var start = (uint)file.Position;
        file.Write([(byte)count, (byte)(count >> 8), .. entries.AsSpan(0, at), .. entry, .. entries.AsSpan(at), 0, 0, 0, 0]);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), start);
        file.Position = 0;
        file.Write(head);
    }

    private static bool IsTiff(ReadOnlySpan<byte> head) => head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8);

    // Where the TIFF file inside a JPEG file begins; null where there is none. It is in one of the segments before the picture.
    private static long? ExifAt(FileStream file)
    {
        Span<byte> head = stackalloc byte[10];
        file.Position = 0;
        file.ReadExactly(head[..2]);
        if (!head[..2].SequenceEqual(JpegStart))
            return null;
        for (var at = 2L; ; at += 2 + BinaryPrimitives.ReadUInt16BigEndian(head[2..]))
        {
            file.Position = at;
            file.ReadExactly(head);
            if (head[0] != 0xFF || head[1] is PictureSegment or EndSegment)
                return null;
            if (head[1] == ExifSegment && head[4..].SequenceEqual("Exif\0\0"u8))
                return at + head.Length;
        }
    }

    private static int? Tag(FileStream file, long start, int tag)
    {
        var head = new byte[8];
        file.Position = start;
        file.ReadExactly(head);
        if (!IsTiff(head))
            return null;
        var big = head[0] == 'M';
        var entries = Directory(file, start, DpxHeader.Word(head, 4, big), big);
        for (var at = 0; at < entries.Length; at += EntrySize)
            if (Short(entries.AsSpan(at), big) == tag)
                return Short(entries.AsSpan(at + 8), big);
        return null;
    }

    // The first directory's entries, twelve bytes each.
    private static byte[] Directory(FileStream file, long start, uint at, bool big)
    {
        file.Position = start + at;
        var count = new byte[2];
        file.ReadExactly(count);
        var entries = new byte[Short(count, big) * EntrySize];
        file.ReadExactly(entries);
        return entries;
    }

    private static int Short(ReadOnlySpan<byte> bytes, bool big) => big ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes);
}

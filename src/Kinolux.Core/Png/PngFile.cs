using System.Buffers.Binary;
using System.IO.Compression;
using Kinolux.Core.Frames;

namespace Kinolux.Core.Png;

/// <summary>
/// Writes and reads PNG pictures (ISO/IEC 15948): gray and RGB, 8 and 16 bit, not interlaced. Planes hold full-scale 16-bit samples;
/// 16-bit files keep them exactly, 8-bit files hold them narrowed.
/// </summary>
public static class PngFile
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    /// <param name="depth">8 or 16 bits per sample.</param>
    /// <param name="planes">One plane for gray, three for red, green and blue, all of one size.</param>
    public static void Write(string path, int depth, params ReadOnlySpan<Plane> planes)
    {
        using var file = File.Create(path);
        Write(file, depth, planes);
    }

    /// <inheritdoc cref="Write(string, int, ReadOnlySpan{Plane})"/>
    public static void Write(Stream stream, int depth, params ReadOnlySpan<Plane> planes)
    {
        if (depth is not (8 or 16))
            throw new ArgumentOutOfRangeException(nameof(depth), depth, "A PNG has 8 or 16 bits per sample.");
        if (planes.Length is not (1 or 3))
            throw new ArgumentException("A PNG has one plane or three.", nameof(planes));
        foreach (var plane in planes)
            if (plane.Width != planes[0].Width || plane.Height != planes[0].Height)
                throw new ArgumentException("The planes differ in size.", nameof(planes));
        Write(stream, planes[0].Width, planes[0].Height, depth, planes.Length, Deflate(depth, planes));
    }

    /// <summary>Writes samples that are there packed as a PNG holds them, without squeezing them: many times faster, for a reader on the same machine.</summary>
    /// <param name="depth">8 or 16 bits per sample.</param>
    /// <param name="channels">1 for gray, 3 for red, green and blue.</param>
    /// <param name="samples">Row after row, channels side by side, 16-bit samples with the high byte first.</param>
    /// <exception cref="ArgumentException">There are fewer or more samples than that.</exception>
    public static void WritePacked(Stream stream, int width, int height, int depth, int channels, ReadOnlySpan<byte> samples)
    {
        var length = width * channels * (depth / 8);
        if (samples.Length != (long)length * height)
            throw new ArgumentException("The samples do not fill the picture.", nameof(samples));
        using var packed = new MemoryStream(samples.Length + samples.Length / 1000 + height + 64);
        using (var zlib = new ZLibStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
            for (var y = 0; y < height; y++)
            {
                zlib.WriteByte(0);
                zlib.Write(samples.Slice(y * length, length));
            }
        Write(stream, width, height, depth, channels, packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    private static void Write(Stream stream, int width, int height, int depth, int channels, ReadOnlySpan<byte> packed)
    {
        stream.Write(Signature);
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        (header[8], header[9]) = ((byte)depth, (byte)(channels == 1 ? 0 : 2));
        header[10..].Clear();
        PngChunk.Write(stream, "IHDR"u8, header);
        PngChunk.Write(stream, "IDAT"u8, packed);
        PngChunk.Write(stream, "IEND"u8, []);
    }

    /// <summary>Writes a gray or RGB frame.</summary>
    /// <exception cref="ArgumentException">The frame is YUV.</exception>
    public static void Write(string path, int depth, Frame frame)
    {
        if (frame.Format.HasChroma)
            throw new ArgumentException("Turn the frame into RGB first, or write one plane.", nameof(frame));
        Write(path, depth, frame.Planes);
    }

    /// <exception cref="InvalidDataException">It is no PNG, or of a kind that Kinolux never writes (palette, alpha, interlaced, under 8 bit).</exception>
    public static PngPicture Read(string path)
    {
        using var file = File.OpenRead(path);
        return Read(file);
    }

    /// <inheritdoc cref="Read(string)"/>
    public static PngPicture Read(Stream stream)
    {
        Span<byte> signature = stackalloc byte[8];
        if (stream.ReadAtLeast(signature, 8, throwOnEndOfStream: false) < 8 || !signature.SequenceEqual(Signature))
            throw new InvalidDataException("Not a PNG file.");
        var (name, header) = PngChunk.Read(stream);
        if (name != "IHDR" || header.Length != 13)
            throw new InvalidDataException("The PNG has no header.");
        var width = BinaryPrimitives.ReadInt32BigEndian(header);
        var height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        if (width < 1 || height < 1 || header[8] is not (8 or 16) || header[9] is not (0 or 2) || header[12] != 0)
            throw new InvalidDataException("Only gray and RGB PNGs of 8 and 16 bit, not interlaced, are read.");
        using var data = new MemoryStream();
        for (var (kind, body) = PngChunk.Read(stream); kind != "IEND"; (kind, body) = PngChunk.Read(stream))
            if (kind == "IDAT")
                data.Write(body);
        data.Position = 0;
        return Inflate(data, width, height, header[8], header[9] == 0 ? 1 : 3);
    }

    private static byte[] Deflate(int depth, ReadOnlySpan<Plane> planes)
    {
        var pixel = planes.Length * depth / 8;
        var length = planes[0].Width * pixel;
        var filter = new PngFilter(length, pixel);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
            for (var y = 0; y < planes[0].Height; y++)
            {
                for (var c = 0; c < planes.Length; c++)
                    PutRow(filter.Raw, planes[c].Row(y), c, planes.Length, depth);
                zlib.Write(filter.Encode());
            }
        return packed.ToArray();
    }

    private static PngPicture Inflate(Stream data, int width, int height, int depth, int count)
    {
        var pixel = count * depth / 8;
        var filter = new PngFilter(checked(width * pixel), pixel);
        var planes = new Plane[count];
        for (var c = 0; c < count; c++)
            planes[c] = new Plane(width, height);
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        try
        {
            for (var y = 0; y < height; y++)
            {
                filter.Decode(zlib);
                for (var c = 0; c < count; c++)
                    TakeRow(filter.Raw, planes[c].Row(y), c, count, depth);
            }
        }
        catch (EndOfStreamException cause)
        {
            throw new InvalidDataException("The PNG ends early.", cause);
        }
        return new PngPicture(depth, planes);
    }

    private static void PutRow(Span<byte> raw, ReadOnlySpan<ushort> row, int channel, int channels, int depth)
    {
        if (depth == 8)
            for (var x = 0; x < row.Length; x++)
                raw[x * channels + channel] = (byte)FrameFormat.Narrow(row[x], 8);
        else
            for (var x = 0; x < row.Length; x++)
                BinaryPrimitives.WriteUInt16BigEndian(raw[((x * channels + channel) * 2)..], row[x]);
    }

    private static void TakeRow(ReadOnlySpan<byte> raw, Span<ushort> row, int channel, int channels, int depth)
    {
        if (depth == 8)
            for (var x = 0; x < row.Length; x++)
                row[x] = FrameFormat.Widen(raw[x * channels + channel], 8);
        else
            for (var x = 0; x < row.Length; x++)
                row[x] = BinaryPrimitives.ReadUInt16BigEndian(raw[((x * channels + channel) * 2)..]);
    }
}

using System.Buffers.Binary;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;

namespace Kinolux.Media.Display;

/// <summary>A frame as a PNG picture, its samples as stored: neither turned nor stretched, so that a place in the picture is a place in the film.</summary>
public static class DisplayPicture
{
    /// <summary>Writes 8-bit gray or RGB as the frame is meant to look.</summary>
    /// <param name="width">Samples per row, at most the frame's own; the height follows. Smaller pictures are means of areas.</param>
    public static void Write(Stream stream, Frame frame, PictureLook look, int width, RowRunner rows)
    {
        var format = frame.Format;
        var size = (Width: Math.Clamp(width, 1, format.Width), Height: Math.Max(1, (int)Math.Round((double)format.Height * Math.Clamp(width, 1, format.Width) / format.Width)));
        var planes = frame.Planes.Select(plane => Smaller(plane, size, rows)).ToArray();
        var eight = new EightBit(format, look.FullRange);
        var packed = new byte[size.Width * size.Height * format.PlaneCount];
        var colour = format.HasChroma ? new ChromaRows(look, size, planes, eight) : null;
        rows.Run(size.Height, (first, end) =>
        {
            var line = new byte[size.Width];
            for (var y = first; y < end; y++)
            {
                var target = packed.AsSpan(y * size.Width * planes.Length, size.Width * planes.Length);
                if (colour is null)
                    Spread(planes, eight, y, line, target);
                else
                    colour.Write(y, target);
            }
        });
        PngFile.WritePacked(stream, size.Width, size.Height, 8, planes.Length, packed);
    }

    /// <summary>Writes the full-scale 16-bit samples as they are: gray, RGB, or Y, U and V in the place of red, green and blue, each chroma sample repeated over the luma samples it belongs to.</summary>
    public static void WriteExact(Stream stream, Frame frame)
    {
        var format = frame.Format;
        var packed = new byte[(long)format.Width * format.Height * format.PlaneCount * 2];
        for (var i = 0; i < format.PlaneCount; i++)
            for (var y = 0; y < format.Height; y++)
            {
                var (shiftX, shiftY) = i == 0 ? (0, 0) : (format.ChromaShiftX, format.ChromaShiftY);
                var row = frame.Planes[i].Row(y >> shiftY);
                var target = packed.AsSpan((y * format.Width * format.PlaneCount + i) * 2);
                for (var x = 0; x < format.Width; x++)
                    BinaryPrimitives.WriteUInt16BigEndian(target[(x * format.PlaneCount * 2)..], row[x >> shiftX]);
            }
        PngFile.WritePacked(stream, format.Width, format.Height, 16, format.PlaneCount, packed);
    }

    // A chroma plane that is smaller already stays as it is.
    private static Plane Smaller(Plane plane, (int Width, int Height) size, RowRunner rows)
    {
        if (plane.Width <= size.Width && plane.Height <= size.Height)
            return plane;
        var smaller = new Plane(Math.Min(plane.Width, size.Width), Math.Min(plane.Height, size.Height));
        AreaScale.Run(plane, smaller, rows);
        return smaller;
    }

    private static void Spread(Plane[] planes, EightBit eight, int y, byte[] line, Span<byte> target)
    {
        for (var i = 0; i < planes.Length; i++)
        {
            eight.Convert(i, planes[i].Row(y), line);
            for (var x = 0; x < line.Length; x++)
                target[x * planes.Length + i] = line[x];
        }
    }
}

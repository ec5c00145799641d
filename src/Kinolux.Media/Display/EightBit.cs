using Kinolux.Core.Frames;

namespace Kinolux.Media.Display;

/// <summary>
/// Tables that turn full-scale 16-bit samples into 8-bit ones for showing, exact at black, white and neutral for every real depth.
/// Gray becomes full range here; YUV keeps its range for the matrix that follows.
/// </summary>
public sealed class EightBit
{
    private readonly byte[] _first;
    private readonly byte[] _chroma;

    public EightBit(FrameFormat format, bool fullRange)
    {
        var full = fullRange || format.IsRgb;
        var (black, white) = full ? (0.0, 65535.0) : (Level(16, format.Depth), Level(235, format.Depth));
        _first = format.Layout == PixelLayout.Gray || full ? Table(black, white, 0, 255) : Table(black, white, 16, 235);
        var neutral = format.NeutralChroma;
        _chroma = format.HasChroma ? Table(neutral, neutral + (white - black) * (full ? 127.5 / 255 : 112.0 / 219), 128, full ? 255 : 240) : _first;
    }

    /// <summary>Writes all planes, one after the other, rows packed.</summary>
    public void Convert(Frame frame, Span<byte> target)
    {
        for (var i = 0; i < frame.Planes.Length; i++)
        {
            // RGB goes out as ffmpeg's gbrp: green, blue, red.
            var plane = frame.Planes[frame.Format.IsRgb ? (i + 1) % 3 : i];
            for (var y = 0; y < plane.Height; y++)
            {
                Convert(i, plane.Row(y), target);
                target = target[plane.Width..];
            }
        }
    }

    /// <summary>Converts samples of one plane.</summary>
    public void Convert(int plane, ReadOnlySpan<ushort> samples, Span<byte> target)
    {
        var table = plane == 0 ? _first : _chroma;
        for (var x = 0; x < samples.Length; x++)
            target[x] = table[samples[x]];
    }

    public static int Size(FrameFormat format)
    {
        var size = 0;
        for (var i = 0; i < format.PlaneCount; i++)
            size += format.PlaneWidth(i) * format.PlaneHeight(i);
        return size;
    }

    private static double Level(int code, int depth) => FrameFormat.Widen(code << (depth - 8), depth);

    private static byte[] Table(double low, double high, int lowCode, int highCode)
    {
        var table = new byte[65536];
        for (var i = 0; i < table.Length; i++)
            table[i] = (byte)Math.Clamp(Math.Round(lowCode + (i - low) * (highCode - lowCode) / (high - low)), 0, 255);
        return table;
    }
}

using Kinolux.Core.Frames;

namespace Kinolux.Media.Samples;

/// <summary>How one frame is laid out in a raw stream: plane after plane, rows without gaps, bytes at 8 bits and little-endian words above.</summary>
internal sealed class WireFrame
{
    // ffmpeg keeps RGB as G, B, R; Kinolux as R, G, B.
    private static readonly int[] RgbOrder = [1, 2, 0];
    private readonly FrameFormat _format;

    /// <param name="depth">Bits of the stored samples; may be more than the frame's real depth.</param>
    public WireFrame(FrameFormat format, int depth)
    {
        _format = format;
        Depth = depth;
        for (var i = 0; i < format.PlaneCount; i++)
            Size = checked(Size + RowBytes(i) * format.PlaneHeight(i));
    }

    /// <summary>Bits of a stored sample.</summary>
    public int Depth { get; }

    /// <summary>Bytes of one frame.</summary>
    public int Size { get; }

    public void Unpack(ReadOnlySpan<byte> bytes, Frame frame)
    {
        for (var i = 0; i < _format.PlaneCount; i++)
        {
            var plane = frame.Planes[PlaneAt(i)];
            var row = RowBytes(i);
            for (var y = 0; y < plane.Height; y++, bytes = bytes[row..])
                WidenSamples.Run(bytes[..row], plane.Row(y), Depth);
        }
    }

    public void Pack(Frame frame, Span<byte> bytes)
    {
        for (var i = 0; i < _format.PlaneCount; i++)
        {
            var plane = frame.Planes[PlaneAt(i)];
            var row = RowBytes(i);
            for (var y = 0; y < plane.Height; y++, bytes = bytes[row..])
                NarrowSamples.Run(plane.Row(y), bytes[..row], Depth);
        }
    }

    private int PlaneAt(int wire) => _format.IsRgb ? RgbOrder[wire] : wire;

    private int RowBytes(int wire) => _format.PlaneWidth(wire) * (Depth == 8 ? 1 : 2);
}

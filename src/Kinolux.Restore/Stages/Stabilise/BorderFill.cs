using Kinolux.Core.Frames;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Survey;
using Sides = Kinolux.Restore.Motion.Beyond;

namespace Kinolux.Restore.Stages.Stabilise;

/// <summary>
/// Fills a steadied frame's empty rim from another frame, its light matched along the seam. Only what is looked at of the other frame is moved.
/// For one thread at a time.
/// </summary>
internal sealed class BorderFill(Resampler resampler)
{
    /// <summary>Strips are cut in steps of so many samples, so that few sizes of planes are needed.</summary>
    private const int Step = 16;

    /// <summary>Samples inside the rim over which light is compared.</summary>
    private const int Seam = 8;

    /// <summary>Samples along the rim, each way, over which the comparison is averaged.</summary>
    private const int Along = 24;

    private readonly Dictionary<(int Width, int Height), (Plane Cut, Plane Moved)> _strips = [];

    /// <summary>What a frame moved like this lacks on each side.</summary>
    public static Sides Beyond(FrameFormat format, GlobalMotion motion)
    {
        var turnX = Math.Abs(motion.Rotation) * format.Height / 2 + Math.Abs(motion.Zoom) * format.Width / 2;
        var turnY = Math.Abs(motion.Rotation) * format.Width / 2 + Math.Abs(motion.Zoom) * format.Height / 2;
        static int Whole(double side) => Math.Max(0, (int)Math.Ceiling(side - 1e-3));
        return new Sides(Whole(motion.X + turnX), Whole(motion.Y + turnY), Whole(-motion.X + turnX), Whole(-motion.Y + turnY));
    }

    public static bool Helps(Sides missing, Sides has) =>
        has.Left < missing.Left || has.Top < missing.Top || has.Right < missing.Right || has.Bottom < missing.Bottom;

    /// <param name="motion">That moves the other frame onto the result.</param>
    /// <returns>What is still missing.</returns>
    public Sides Run(Frame result, Frame other, GlobalMotion motion, Sides missing, Sides has)
    {
        for (var plane = 0; plane < result.Planes.Length; plane++)
        {
            Strip(result, other, plane, motion, missing.Top, has.Top, horizontal: true, far: false);
            Strip(result, other, plane, motion, missing.Bottom, has.Bottom, horizontal: true, far: true);
            Strip(result, other, plane, motion, missing.Left, has.Left, horizontal: false, far: false);
            Strip(result, other, plane, motion, missing.Right, has.Right, horizontal: false, far: true);
        }
        return new Sides(Math.Min(missing.Left, has.Left), Math.Min(missing.Top, has.Top), Math.Min(missing.Right, has.Right), Math.Min(missing.Bottom, has.Bottom));
    }

    private void Strip(Frame result, Frame other, int plane, GlobalMotion motion, int missing, int has, bool horizontal, bool far)
    {
        var format = result.Format;
        var chroma = plane > 0 && format.HasChroma;
        var (shiftX, shiftY) = chroma ? (format.ChromaShiftX, format.ChromaShiftY) : (0, 0);
        var (target, shift) = (result.Planes[plane], horizontal ? shiftY : shiftX);
        var (depth, length) = horizontal ? (target.Height, target.Width) : (target.Width, target.Height);
        var (end, start) = (Math.Min(depth, Up(missing, shift)), Math.Min(depth, Up(has, shift)));
        if (start >= end)
            return;
        var (source, cut) = Moved(other.Planes[plane], motion, shiftX, shiftY, Math.Min(depth, end + Seam), horizontal, far);
        // The seam's light is compared along it; both planes are walked from the rim inwards.
        int At(Plane where, int inward, int along)
        {
            var across = far ? (ReferenceEquals(where, source) ? cut : depth) - 1 - inward : inward;
            return horizontal ? across * where.Stride + along : along * where.Stride + across;
        }
        var (inside, stop) = (end, Math.Min(depth, end + Seam));
        var sums = new long[length + 1];
        for (var along = 0; along < length; along++)
        {
            long sum = 0;
            for (var inward = inside; inward < stop; inward++)
                sum += target.Data[At(target, inward, along)] - source.Data[At(source, inward, along)];
            sums[along + 1] = sums[along] + sum;
        }
        for (var along = 0; along < length; along++)
        {
            var (first, last) = (Math.Max(0, along - Along), Math.Min(length, along + Along + 1));
            var count = (long)(last - first) * Math.Max(1, stop - inside);
            var light = (int)((sums[last] - sums[first]) / count);
            for (var inward = start; inward < end; inward++)
                target.Data[At(target, inward, along)] = (ushort)Math.Clamp(source.Data[At(source, inward, along)] + light, 0, 65535);
        }
    }

    /// <summary>A side of a plane, moved: as deep as asked for and somewhat more.</summary>
    /// <returns>The strip, and its depth.</returns>
    private (Plane Strip, int Depth) Moved(Plane plane, GlobalMotion motion, int shiftX, int shiftY, int deep, bool horizontal, bool far)
    {
        // What comes in from further inside, and the filter's lobes.
        var turn = (Math.Abs(motion.Rotation) + Math.Abs(motion.Zoom)) * Math.Max(plane.Width << shiftX, plane.Height << shiftY);
        var reach = (int)Math.Ceiling(Math.Abs(horizontal ? motion.Y : motion.X) + turn) + 8;
        var cut = Math.Min(horizontal ? plane.Height : plane.Width, (deep + reach + Step - 1) / Step * Step);
        var (width, height) = horizontal ? (plane.Width, cut) : (cut, plane.Height);
        var (left, top) = far ? (plane.Width - width, plane.Height - height) : (0, 0);
        if (!_strips.TryGetValue((width, height), out var strip))
            _strips.Add((width, height), strip = (new Plane(width, height), new Plane(width, height)));
        for (var y = 0; y < height; y++)
            plane.Row(top + y).Slice(left, width).CopyTo(strip.Cut.Row(y));
        // The same motion, about the strip's own centre.
        var x0 = Math.ScaleB(left + (width - plane.Width) / 2.0, shiftX);
        var y0 = Math.ScaleB(top + (height - plane.Height) / 2.0, shiftY);
        var own = motion with { X = (float)(motion.X + motion.Zoom * x0 - motion.Rotation * y0), Y = (float)(motion.Y + motion.Rotation * x0 + motion.Zoom * y0) };
        resampler.Run(strip.Cut, own, shiftX, shiftY, strip.Moved);
        return (strip.Moved, cut);
    }

    private static int Up(int samples, int shift) => (Math.Max(0, samples) + (1 << shift) - 1) >> shift;
}

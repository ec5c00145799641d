using Kinolux.Core.Frames;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Survey;
using Sides = Kinolux.Restore.Motion.Beyond;

namespace Kinolux.Restore.Stages.Stabilise;

/// <summary>Fills a steadied frame's empty rim from another frame that was moved onto it, its light matched along the seam.</summary>
internal static class BorderFill
{
    /// <summary>Samples inside the rim over which light is compared.</summary>
    private const int Seam = 8;

    /// <summary>Samples along the rim, each way, over which the comparison is averaged.</summary>
    private const int Along = 24;

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

    /// <returns>What is still missing.</returns>
    public static Sides Run(Frame result, Frame other, Sides missing, Sides has)
    {
        var format = result.Format;
        for (var plane = 0; plane < result.Planes.Length; plane++)
        {
            var chroma = plane > 0 && format.HasChroma;
            var (shiftX, shiftY) = chroma ? (format.ChromaShiftX, format.ChromaShiftY) : (0, 0);
            var (target, source) = (result.Planes[plane], other.Planes[plane]);
            Strip(target, source, missing.Top, has.Top, shiftY, horizontal: true, far: false);
            Strip(target, source, missing.Bottom, has.Bottom, shiftY, horizontal: true, far: true);
            Strip(target, source, missing.Left, has.Left, shiftX, horizontal: false, far: false);
            Strip(target, source, missing.Right, has.Right, shiftX, horizontal: false, far: true);
        }
        return new Sides(Math.Min(missing.Left, has.Left), Math.Min(missing.Top, has.Top), Math.Min(missing.Right, has.Right), Math.Min(missing.Bottom, has.Bottom));
    }

    private static void Strip(Plane target, Plane source, int missing, int has, int shift, bool horizontal, bool far)
    {
        var (depth, length) = horizontal ? (target.Height, target.Width) : (target.Width, target.Height);
        var (end, start) = (Math.Min(depth, Up(missing, shift)), Math.Min(depth, Up(has, shift)));
        if (start >= end)
            return;
        int At(int inward, int along)
        {
            var across = far ? depth - 1 - inward : inward;
            return horizontal ? across * target.Stride + along : along * target.Stride + across;
        }
        var (inside, stop) = (end, Math.Min(depth, end + Seam));
        var sums = new long[length + 1];
        for (var along = 0; along < length; along++)
        {
            long sum = 0;
            for (var inward = inside; inward < stop; inward++)
                sum += target.Data[At(inward, along)] - source.Data[At(inward, along)];
            sums[along + 1] = sums[along] + sum;
        }
        for (var along = 0; along < length; along++)
        {
            var (first, last) = (Math.Max(0, along - Along), Math.Min(length, along + Along + 1));
            var count = (long)(last - first) * Math.Max(1, stop - inside);
            var light = (int)((sums[last] - sums[first]) / count);
            for (var inward = start; inward < end; inward++)
                target.Data[At(inward, along)] = (ushort)Math.Clamp(source.Data[At(inward, along)] + light, 0, 65535);
        }
    }

    private static int Up(int samples, int shift) => (Math.Max(0, samples) + (1 << shift) - 1) >> shift;
}

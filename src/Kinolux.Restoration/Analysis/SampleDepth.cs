using Kinolux.Core.Frames;

namespace Kinolux.Restoration.Analysis;

/// <summary>Frames as samples of fewer bits say them.</summary>
internal static class SampleDepth
{
    /// <summary>As a file with so many bits a sample keeps it.</summary>
    public static Frame Rounded(Frame frame, int depth, FramePool pool)
    {
        if (depth == 16)
            return frame.Share();
        var rounded = pool.Copy(frame);
        foreach (var plane in rounded.Planes)
            for (var y = 0; y < plane.Height; y++)
                foreach (ref var sample in plane.Row(y))
                    sample = FrameFormat.Widen(FrameFormat.Narrow(sample, depth), depth);
        return rounded;
    }

    /// <summary>What a frame is more than a base, around half scale and counted around the end of the scale, so that <see cref="Add"/> undoes it exactly.</summary>
    public static Frame Subtract(Frame frame, Frame from, int depth, FramePool pool) => Combine(frame, from, depth, pool, -1);

    public static Frame Add(Frame difference, Frame to, int depth, FramePool pool) => Combine(difference, to, depth, pool, 1);

    private static Frame Combine(Frame a, Frame b, int depth, FramePool pool, int sign)
    {
        var (max, half) = ((1 << depth) - 1, 1 << (depth - 1));
        var result = pool.Rent(a.Format);
        for (var plane = 0; plane < result.Planes.Length; plane++)
            for (var y = 0; y < result.Planes[plane].Height; y++)
            {
                var left = a.Planes[plane].Row(y);
                var right = b.Planes[plane].Row(y);
                var row = result.Planes[plane].Row(y);
                for (var x = 0; x < row.Length; x++)
                    row[x] = FrameFormat.Widen((FrameFormat.Narrow(left[x], depth) + sign * (FrameFormat.Narrow(right[x], depth) - half)) & max, depth);
            }
        return result;
    }
}

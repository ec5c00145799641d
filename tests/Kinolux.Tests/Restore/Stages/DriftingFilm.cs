using Kinolux.Core.Frames;
using Kinolux.Tests.Restore.Noise;

namespace Kinolux.Tests.Restore.Stages;

/// <summary>A seeded film in memory: a background with fine and coarse texture that drifts, and a disc that crosses it the other way.</summary>
internal static class DriftingFilm
{
    public static Frame[] Clean(FrameFormat format, int count, double speed = 1.3)
    {
        var pool = new FramePool();
        return Enumerable.Range(0, count).Select(t => Draw(pool.Rent(format), t, speed)).ToArray();
    }

    /// <summary>The film with white noise on every plane, in 8-bit levels.</summary>
    public static Frame[] Noisy(IReadOnlyList<Frame> clean, double sigma, int seed)
    {
        var pool = new FramePool();
        return clean.Select((frame, t) =>
        {
            var copy = pool.Copy(frame);
            for (var p = 0; p < copy.Planes.Length; p++)
                SyntheticNoise.Add(copy.Planes[p], _ => sigma * 257, seed + 10 * t + p);
            return copy;
        }).ToArray();
    }

    private static Frame Draw(Frame frame, int t, double speed)
    {
        var format = frame.Format;
        for (var p = 0; p < frame.Planes.Length; p++)
        {
            var chroma = p > 0 && format.HasChroma;
            var (sx, sy) = chroma ? (1 << format.ChromaShiftX, 1 << format.ChromaShiftY) : (1, 1);
            var plane = frame.Planes[p];
            for (var y = 0; y < plane.Height; y++)
                for (var x = 0; x < plane.Width; x++)
                    plane[x, y] = (ushort)Math.Clamp(257 * Level(x * sx, y * sy, t * speed, format, p, chroma), 0, 65535);
        }
        return frame;
    }

    private static double Level(double x, double y, double drift, FrameFormat format, int plane, bool chroma)
    {
        var (dx, dy) = (x - format.Width * 0.6 + 1.7 * drift, y - format.Height * 0.5 - 0.4 * drift);
        var inside = dx * dx + dy * dy < Math.Pow(format.Height * 0.18, 2);
        var (u, v) = inside ? (dx, dy) : (x - drift, y - 0.3 * drift);
        var texture = 30 * Math.Sin(u * 0.31 + plane) * Math.Cos(v * 0.23) + 22 * Math.Sin(u * 0.071 + v * 0.053);
        var fine = 14 * Math.Sin(u * 0.9 + v * 0.7) * Math.Cos(v * 0.05 + u * 0.02);
        return chroma ? 128 + 0.5 * texture + (inside ? 12 : 0) : (inside ? 150 : 110) + texture + fine;
    }
}

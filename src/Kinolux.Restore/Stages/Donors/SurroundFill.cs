using Kinolux.Core.Frames;
using Kinolux.Restore.Regions;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>
/// Fills a region from its own rim as a soap film would span it (the harmonic fill), for the rare case that no other frame can tell what was there.
/// </summary>
internal static class SurroundFill
{
    private const int MostSweeps = 200;

    /// <returns>What belongs at every sample of the shape's box up to one sample around the region.</returns>
    public static int[] Make(Plane plane, RegionShape shape)
    {
        var box = shape.Box;
        var fill = new int[box.Area];
        long sum = 0, count = 0;
        for (var y = box.Y; y < box.Bottom; y++)
            for (var x = box.X; x < box.Right; x++)
                if (shape.DistanceAt(x, y) is 2 or 3)
                {
                    sum += plane[x, y];
                    count++;
                }
        var mean = count == 0 ? plane[box.X, box.Y] : (int)(sum / count);
        for (var y = box.Y; y < box.Bottom; y++)
            for (var x = box.X; x < box.Right; x++)
                fill[(y - box.Y) * box.Width + x - box.X] = shape.DistanceAt(x, y) <= 1 ? mean : plane[x, y];
        for (var sweep = 0; sweep < Math.Min(MostSweeps, 2 * Math.Max(box.Width, box.Height)); sweep++)
            Relax(fill, shape);
        return fill;
    }

    // Gauss-Seidel, in row order: always the same bits.
    private static void Relax(int[] fill, RegionShape shape)
    {
        var box = shape.Box;
        for (var y = 0; y < box.Height; y++)
            for (var x = 0; x < box.Width; x++)
            {
                if (shape.DistanceAt(box.X + x, box.Y + y) > 1)
                    continue;
                var at = y * box.Width + x;
                int sum = 0, count = 0;
                if (x > 0)
                    (sum, count) = (sum + fill[at - 1], count + 1);
                if (x < box.Width - 1)
                    (sum, count) = (sum + fill[at + 1], count + 1);
                if (y > 0)
                    (sum, count) = (sum + fill[at - box.Width], count + 1);
                if (y < box.Height - 1)
                    (sum, count) = (sum + fill[at + box.Width], count + 1);
                if (count > 0)
                    fill[at] = (sum + count / 2) / count;
            }
    }
}

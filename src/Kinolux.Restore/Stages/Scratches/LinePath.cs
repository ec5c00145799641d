using Kinolux.Core.Review;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>An upright line: one place in each of a run of bands.</summary>
/// <param name="First">The first band.</param>
/// <param name="X">Its place in each band from there.</param>
/// <param name="Sign">1 brighter than its flanks, -1 darker.</param>
/// <param name="Score">What it gathered along its length, in mean responses of its surroundings.</param>
internal sealed record LinePath(int First, int[] X, int Sign, float Score)
{
    /// <summary>The line that a scratch's region was made of; null where the region has no row in the picture.</summary>
    public static LinePath? Through(RegionMask region, LineMap map)
    {
        var (sum, count) = (new long[map.Bands], new long[map.Bands]);
        region.ForEachRun((y, left, right) =>
        {
            if (y < 0 || y / LineMap.Band is var band && band >= map.Bands)
                return;
            sum[band] += (long)(right - left) * (left + right - 1);
            count[band] += 2 * (right - left);
        });
        var (first, last) = (Array.FindIndex(count, rows => rows > 0), Array.FindLastIndex(count, rows => rows > 0));
        if (first < 0)
            return null;
        var x = new int[last - first + 1];
        var response = 0L;
        for (var (band, known) = (first, first); band <= last; band++)
        {
            // Where it is broken it goes on as it went.
            known = count[band] > 0 ? band : known;
            x[band - first] = (int)Math.Clamp((sum[known] + count[known] / 2) / count[known], 0, map.Width - 1);
            response += map.At(band, x[band - first]);
        }
        return new LinePath(first, x, response < 0 ? -1 : 1, 0);
    }

    /// <summary>True where this line runs within <paramref name="reach"/> samples of more than half of another: a bright line makes its flanks look dark.</summary>
    public bool Accompanies(LinePath line, int reach)
    {
        var shared = 0;
        for (var k = 0; k < line.X.Length; k++)
        {
            var at = line.First + k - First;
            if (at >= 0 && at < X.Length && Math.Abs(X[at] - line.X[k]) <= reach)
                shared++;
        }
        return shared * 2 > line.X.Length;
    }

    /// <summary>True where it is along either side of a picture, where the edge of the printed frame shows.</summary>
    /// <param name="width">The picture's.</param>
    public bool IsAtEdge(int width) => X.Average(x => Math.Min(x, width - 1 - x)) < width / 40.0;
}

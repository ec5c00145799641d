namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Where the middle of a line is, to a fraction of a sample.</summary>
internal static class LineMiddle
{
    // A scratch sways about a straight line over hundreds of rows, while each band's place is off by what texture makes of it.
    private const int Smoothings = 60;

    // Beyond its ends a line goes on as it slopes, if it is long enough for its slope to be known, and by no more than a scratch does; samples to a band.
    private const int LeastBands = 6;
    private const float MostSlope = 0.12f;

    /// <summary>For each row of the picture, also beyond the line's ends.</summary>
    public static float[] Of(LineMap map, LinePath line, int rows)
    {
        var count = line.X.Length;
        var fine = new float[count];
        for (var k = 0; k < count; k++)
        {
            int a = line.Sign * map.At(line.First + k, line.X[k] - 1), b = line.Sign * map.At(line.First + k, line.X[k]), c = line.Sign * map.At(line.First + k, line.X[k] + 1);
            var bend = a - 2 * b + c;
            fine[k] = line.X[k] + (bend < 0 && b > 0 ? Math.Clamp((a - c) * 0.5f / bend, -0.5f, 0.5f) : 0);
        }
        var (mean, slope) = Straight(fine);
        for (var k = 0; k < count; k++)
            fine[k] -= mean + slope * (k - (count - 1) / 2f);
        for (var pass = 0; pass < Smoothings; pass++)
        {
            var before = (float[])fine.Clone();
            for (var k = 0; k < count; k++)
                fine[k] = (before[Math.Max(0, k - 1)] + 2 * before[k] + before[Math.Min(count - 1, k + 1)]) / 4;
        }
        for (var k = 0; k < count; k++)
            fine[k] += mean + slope * (k - (count - 1) / 2f);
        var beyond = count < LeastBands ? 0 : Math.Clamp(slope, -MostSlope, MostSlope);
        var middle = new float[rows];
        for (var y = 0; y < rows; y++)
        {
            var at = (y + 0.5f) / LineMap.Band - 0.5f - line.First;
            var inside = Math.Clamp(at, 0, count - 1);
            var k = Math.Min((int)inside, Math.Max(0, count - 2));
            middle[y] = (count == 1 ? fine[0] : fine[k] + (fine[k + 1] - fine[k]) * (inside - k)) + beyond * (at - inside);
        }
        return middle;
    }

    // The straight line of least squares: its middle, and what it steps aside with each place.
    private static (float Mean, float Slope) Straight(float[] places)
    {
        var (sum, moment, squares) = (0f, 0f, 0f);
        for (var k = 0; k < places.Length; k++)
        {
            var off = k - (places.Length - 1) / 2f;
            (sum, moment, squares) = (sum + places[k], moment + places[k] * off, squares + off * off);
        }
        return (sum / places.Length, squares == 0 ? 0 : moment / squares);
    }
}

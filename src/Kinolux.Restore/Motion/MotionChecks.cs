using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>How far motion can be trusted, cell by cell.</summary>
internal static class MotionChecks
{
    /// <summary>How far from home one is after going there and back, in 1/16 luma samples; the way back is interpolated between cells.</summary>
    public static CellMap Disagreement(FlowField there, FlowField back, RowRunner rows)
    {
        var map = new CellMap(there.Width, there.Height, there.Step);
        rows.Run(map.Height, (top, end) =>
        {
            for (var j = top; j < end; j++)
            {
                for (var i = 0; i < map.Width; i++)
                {
                    var at = j * map.Width + i;
                    var (u, v) = Sample(back, i * 16 * there.Step + there.U[at], j * 16 * there.Step + there.V[at]);
                    var (du, dv) = (there.U[at] + u, there.V[at] + v);
                    map.Values[at] = (ushort)Math.Min(65535, MathF.Round(MathF.Sqrt((float)du * du + (float)dv * dv)));
                }
            }
        });
        return map;
    }

    /// <summary>Mean absolute difference of two planes over each cell and the cells around it, in 16-bit levels.</summary>
    public static CellMap Residual(Plane a, Plane b, int step, RowRunner rows)
    {
        var map = new CellMap((a.Width + step - 1) / step, (a.Height + step - 1) / step, step);
        var means = new int[map.Values.Length];
        rows.Run(map.Height, (top, end) =>
        {
            for (var j = top; j < end; j++)
                CellDifference.Run(a, b, step, j, means.AsSpan(j * map.Width, map.Width));
        });
        rows.Run(map.Height, (top, end) =>
        {
            for (var j = top; j < end; j++)
                Smooth(means, map, j);
        });
        return map;
    }

    private static void Smooth(int[] means, CellMap map, int j)
    {
        var (top, end) = (Math.Max(0, j - 1), Math.Min(map.Height, j + 2));
        for (var i = 0; i < map.Width; i++)
        {
            var (left, right) = (Math.Max(0, i - 1), Math.Min(map.Width, i + 2));
            var sum = 0;
            for (var y = top; y < end; y++)
            {
                for (var x = left; x < right; x++)
                    sum += means[y * map.Width + x];
            }
            var count = (end - top) * (right - left);
            map.Values[j * map.Width + i] = (ushort)((sum + count / 2) / count);
        }
    }

    /// <summary>The motion at a place counted from the first cell's centre, in 1/16 luma samples.</summary>
    private static (int U, int V) Sample(FlowField field, int x, int y)
    {
        var unit = 16 * field.Step;
        x = Math.Clamp(x, 0, (field.Width - 1) * unit);
        y = Math.Clamp(y, 0, (field.Height - 1) * unit);
        var (i, j, fx, fy) = (x / unit, y / unit, x % unit, y % unit);
        var a = j * field.Width + i;
        var b = a + (fx > 0 ? 1 : 0);
        var down = fy > 0 ? field.Width : 0;
        return (
            Blend(field.U[a], field.U[b], field.U[a + down], field.U[b + down], fx, fy, unit),
            Blend(field.V[a], field.V[b], field.V[a + down], field.V[b + down], fx, fy, unit));
    }

    private static int Blend(int a, int b, int c, int d, int fx, int fy, int unit)
    {
        var sum = (long)(a * (unit - fx) + b * fx) * (unit - fy) + (long)(c * (unit - fx) + d * fx) * fy;
        return (int)Math.Round(sum / (double)(unit * unit));
    }
}

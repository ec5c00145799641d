using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Motion;

namespace Kinolux.Restore.Survey.Flecks;

/// <summary>Holds a picture against those before and after it, with the motion of the whole picture taken out in whole samples.</summary>
internal static class Still
{
    private const int Tile = 16;
    private const int Block = 8;
    private const int Large = 32;
    private const int Samples = Large * Large / 4;

    // 8-bit grey nearer to black or white has its grain cut off.
    private const int Dark = 12;

    /// <summary>Writes what a neighbour shows at each sample's place, at the other picture's brightness.</summary>
    /// <param name="motion">From the earlier of both to the later.</param>
    /// <param name="direction">1 where the neighbour is the later one, -1 where it is the earlier.</param>
    public static void Bring(Plane neighbour, Plane picture, GlobalMotion motion, int direction, Plane target, RowRunner rows)
    {
        var (cx, cy) = (picture.Width / 2f, picture.Height / 2f);
        rows.Run((target.Height + Tile - 1) / Tile, (first, end) =>
        {
            for (var top = first * Tile; top < Math.Min(target.Height, end * Tile); top += Tile)
                for (var left = 0; left < target.Width; left += Tile)
                {
                    var (x, y) = (left + Tile / 2 - cx, top + Tile / 2 - cy);
                    Copy(neighbour, target, left, top,
                        direction * (int)MathF.Round(motion.X - motion.Rotation * y + motion.Zoom * x), direction * (int)MathF.Round(motion.Y + motion.Rotation * x + motion.Zoom * y));
                }
        });
        Lift(target, picture, rows);
    }

    /// <summary>For each cell of the census's grid the share of 8 × 8 blocks of which at least half differs less than <paramref name="most"/> from both neighbours, in 255ths.</summary>
    public static byte[] Shares(Plane picture, Plane before, Plane after, float most)
    {
        var shares = new byte[FleckCensus.Side * FleckCensus.Side];
        for (var i = 0; i < shares.Length; i++)
        {
            var (row, column) = Math.DivRem(i, FleckCensus.Side);
            int still = 0, all = 0;
            for (var y = Edge(row, picture.Height); y + Block <= Edge(row + 1, picture.Height); y += Block)
                for (var x = Edge(column, picture.Width); x + Block <= Edge(column + 1, picture.Width); x += Block, all++)
                    still += IsStill(picture, before, after, x, y, most) ? 1 : 0;
            shares[i] = (byte)(all == 0 ? 0 : still * 255 / all);
        }
        return shares;
    }

    /// <summary>
    /// The deviation of what changes from one picture to the other where little does, in 16-bit levels: grain of any coarseness, to which the noise of a single picture is blind.
    /// From the quietest of large blocks, as small ones may lie within a grain, each but for its change of light; 0 where there are none that are neither black nor white.
    /// </summary>
    public static float Unrest(Plane picture, Plane brought)
    {
        var changes = new List<int>();
        for (var top = 0; top + Large <= picture.Height; top += Large)
            for (var left = 0; left + Large <= picture.Width; left += Large)
            {
                int lift = 0, change = 0, grey = 0;
                for (var y = top; y < top + Large; y += 2)
                    for (var x = left; x < left + Large; x += 2)
                        (lift, grey) = (lift + picture[x, y] - brought[x, y], grey + (picture[x, y] >> 8));
                lift /= Samples;
                for (var y = top; y < top + Large; y += 2)
                    for (var x = left; x < left + Large; x += 2)
                        change += Math.Abs(picture[x, y] - brought[x, y] - lift);
                if (grey is > Dark * Samples and < (255 - Dark) * Samples)
                    changes.Add(change / Samples);
            }
        // Mean |x| of a normal variable is σ·√(2/π), that of a difference √2 times as much.
        return changes.Count == 0 ? 0 : Selection.Nth(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(changes), changes.Count / 8) * MathF.Sqrt(MathF.PI) / 2;
    }

    private static int Edge(int cell, int size) => FrameMeter.Edge(cell, FleckCensus.Side, size);

    private static bool IsStill(Plane picture, Plane before, Plane after, int left, int top, float most)
    {
        var still = 0;
        for (var y = top; y < top + Block; y += 2)
            for (var x = left; x < left + Block; x += 2)
                still += Math.Abs(picture[x, y] - before[x, y]) < most && Math.Abs(picture[x, y] - after[x, y]) < most ? 1 : 0;
        return still * 2 >= Block * Block / 4;
    }

    private static void Copy(Plane source, Plane target, int left, int top, int dx, int dy)
    {
        var width = Math.Min(Tile, target.Width - left);
        var inside = left + dx >= 0 && left + dx + width <= source.Width;
        for (var y = top; y < Math.Min(top + Tile, target.Height); y++)
        {
            var from = source.Row(Math.Clamp(y + dy, 0, source.Height - 1));
            var to = target.Row(y).Slice(left, width);
            if (inside)
                from.Slice(left + dx, width).CopyTo(to);
            else
                for (var x = 0; x < width; x++)
                    to[x] = from[Math.Clamp(left + x + dx, 0, source.Width - 1)];
        }
    }

    // The median difference of some of the samples, so that what moves does not count.
    private static void Lift(Plane target, Plane picture, RowRunner rows)
    {
        var differences = new int[(picture.Height + Block - 1) / Block * ((picture.Width + Block - 1) / Block)];
        var count = 0;
        for (var y = 0; y < picture.Height; y += Block)
            for (var x = 0; x < picture.Width; x += Block)
                differences[count++] = picture[x, y] - target[x, y];
        var lift = Selection.Nth(differences.AsSpan(), count / 2);
        if (lift != 0)
            rows.Run(target.Height, (first, end) =>
            {
                for (var y = first; y < end; y++)
                    foreach (ref var sample in target.Row(y))
                        sample = (ushort)Math.Clamp(sample + lift, 0, ushort.MaxValue);
            });
    }
}

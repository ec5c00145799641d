using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Restore.Regions;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>Connected cells that the film makes brighter, or darker.</summary>
/// <param name="Cells">Indices y · cells per row + x.</param>
/// <param name="Columns">Cells per row.</param>
/// <param name="Sign">1 brighter, -1 darker.</param>
/// <param name="Contrast">Mean difference, in 16-bit levels.</param>
/// <param name="Around">Mean |difference| around it: what motion errors make.</param>
/// <param name="Moved">How far the scene moved beneath it, in luma samples.</param>
/// <param name="Confidence">0 to 1.</param>
internal sealed record StainPatch(IReadOnlyList<int> Cells, int Columns, int Sign, float Contrast, float Around, float Moved, double Confidence)
{
    // As shares of the picture: smaller is dirt's business, larger is the scene's light.
    private const double Least = 0.002;
    private const double Most = 0.3;

    // Of what it adds here, in another frame: more says no more.
    private const float MostShare = 1.5f;

    // With less of it in other frames it is damage of this frame alone, which hides the scene rather than tints it: dirt's business.
    private const float LeastShare = 0.25f;

    // Of what this frame shows from the same distance: a stain fades and flutters, but what comes and goes from frame to frame is the scene's.
    private const float LeastKept = 0.5f;

    public static List<StainPatch> Find(
        int[] field, int[] before, int[] after, Displacement[] shiftsBefore, Displacement[] shiftsAfter, int width, int height, int least)
    {
        var seen = new bool[field.Length];
        var patches = new List<StainPatch>();
        for (var seed = 0; seed < field.Length; seed++)
        {
            if (seen[seed] || Math.Abs(field[seed]) < least)
                continue;
            var sign = Math.Sign(field[seed]);
            var cells = Grow(field, seen, seed, sign, width, height, least / 2);
            if (cells.Count >= Least * field.Length && cells.Count <= Most * field.Length)
                patches.Add(Judge(cells, sign, field, before, after, shiftsBefore, shiftsAfter, width, height));
        }
        return patches;
    }

    /// <summary>The most that two other frames can make of its confidence.</summary>
    public double MostConfidence => Judged(MostShare, MostShare);

    /// <summary>Judged again by two other frames: a stain is there in the same place on the film; what moved in the scene is not, or has gone with the scene.</summary>
    public StainPatch HeldAgainst(Shown earlier, Shown later)
    {
        var film = Math.Min(Share(earlier, false), Share(later, false));
        var scene = Math.Max(Share(earlier, true), Share(later, true));
        return this with { Confidence = Judged(film, scene) };
    }

    /// <summary>True where a frame close by shows it in the same place on the film much as this one does.</summary>
    public bool StaysIn(Shown close, Shown here) => Share(close, false) >= LeastKept * Share(here, false);

    private double Judged(float film, float scene)
    {
        if (film < LeastShare)
            return 0;
        var logit = Math.Log(Confidence / (1 - Confidence)) + 3 * (film - 0.6) - 2 * Math.Max(0, scene - film);
        return 1 / (1 + Math.Exp(-logit));
    }

    private float Share(Shown shown, bool followed)
    {
        var sum = 0f;
        var rows = shown.Field.Length / Columns;
        foreach (var cell in Cells)
        {
            var (y, x) = Math.DivRem(cell, Columns);
            if (followed)
                (x, y) = (Math.Clamp(x + (shown.Shifts[cell].U + 32 >> 6), 0, Columns - 1), Math.Clamp(y + (shown.Shifts[cell].V + 32 >> 6), 0, rows - 1));
            sum += Sign * shown.Field[y * Columns + x];
        }
        return Math.Clamp(sum / Cells.Count / Contrast, -0.5f, MostShare);
    }

    /// <summary>The cells with one more around, in samples of the picture.</summary>
    public RegionMask Region(int width, int height)
    {
        var pixels = new List<int>(Cells.Count * 20);
        foreach (var cell in Cells)
        {
            var (y, x) = Math.DivRem(cell, Columns);
            for (var v = y * CellPlane.Side; v < Math.Min(height, (y + 1) * CellPlane.Side); v++)
                for (var u = x * CellPlane.Side; u < Math.Min(width, (x + 1) * CellPlane.Side); u++)
                    pixels.Add(v * width + u);
        }
        return PixelSet.ToRegion(pixels, width);
    }

    /// <summary>How much of each cell, and softly of those beside it, the region claims: 0 to 1.</summary>
    public static float[] Weights(RegionMask region, int width, int height)
    {
        var columns = (width + CellPlane.Side - 1) / CellPlane.Side;
        var weights = new float[columns * ((height + CellPlane.Side - 1) / CellPlane.Side)];
        region.ForEachRun((y, first, end) =>
        {
            if (y < 0 || y >= height)
                return;
            for (var x = Math.Max(0, first); x < Math.Min(width, end); x++)
                weights[y / CellPlane.Side * columns + x / CellPlane.Side] += 1f / (CellPlane.Side * CellPlane.Side);
        });
        var soft = (float[])weights.Clone();
        for (var i = 0; i < soft.Length; i++)
            if (weights[i] == 0 && ((i % columns > 0 && weights[i - 1] > 0) || (i % columns < columns - 1 && weights[i + 1] > 0)
                || (i >= columns && weights[i - columns] > 0) || (i < soft.Length - columns && weights[i + columns] > 0)))
                soft[i] = 0.5f;
        return soft;
    }

    /// <summary>Subtracts a field of cells from a plane, evenly between the cells' middles.</summary>
    /// <param name="format">Of the frame, for the plane's size against luma.</param>
    public static void TakeAway(Plane plane, int[] field, int columns, int rowsOfCells, FrameFormat format, RowRunner rows)
    {
        var (stepX, stepY) = (16 << format.ChromaShiftX, 16 << format.ChromaShiftY);
        rows.Run(plane.Height, (first, end) =>
        {
            for (var y = first; y < end; y++)
            {
                var row = plane.Row(y);
                var cy = Math.Clamp(y * stepY - 24 + stepY / 2 - 8, 0, (rowsOfCells - 1) * 64);
                var (top, fy) = (cy >> 6, cy & 63);
                var bottom = Math.Min(top + 1, rowsOfCells - 1);
                for (var x = 0; x < row.Length; x++)
                {
                    var cx = Math.Clamp(x * stepX - 24 + stepX / 2 - 8, 0, (columns - 1) * 64);
                    var (left, fx) = (cx >> 6, cx & 63);
                    var right = Math.Min(left + 1, columns - 1);
                    long a = field[top * columns + left] * (64 - fx) + field[top * columns + right] * fx;
                    long b = field[bottom * columns + left] * (64 - fx) + field[bottom * columns + right] * fx;
                    row[x] = (ushort)Math.Clamp(row[x] - (int)((a * (64 - fy) + b * fy + 2048) >> 12), 0, ushort.MaxValue);
                }
            }
        });
    }

    private static List<int> Grow(int[] field, bool[] seen, int seed, int sign, int width, int height, int low)
    {
        var cells = new List<int> { seed };
        seen[seed] = true;
        for (var next = 0; next < cells.Count; next++)
        {
            var (y, x) = Math.DivRem(cells[next], width);
            for (var v = Math.Max(0, y - 1); v <= Math.Min(height - 1, y + 1); v++)
                for (var u = Math.Max(0, x - 1); u <= Math.Min(width - 1, x + 1); u++)
                    if (!seen[v * width + u] && sign * field[v * width + u] >= low)
                    {
                        seen[v * width + u] = true;
                        cells.Add(v * width + u);
                    }
        }
        return cells;
    }

    private static StainPatch Judge(
        List<int> cells, int sign, int[] field, int[] before, int[] after, Displacement[] shiftsBefore, Displacement[] shiftsAfter, int width, int height)
    {
        float contrast = 0, gap = 0, moved = 0;
        foreach (var cell in cells)
        {
            contrast += Math.Abs(field[cell]);
            gap += before[cell] == int.MaxValue || after[cell] == int.MaxValue ? 0 : Math.Abs(before[cell] - after[cell]);
            moved += (shiftsBefore[cell].Length + shiftsAfter[cell].Length) / 2 / Displacement.One;
        }
        (contrast, gap, moved) = (contrast / cells.Count, gap / cells.Count, moved / cells.Count);
        var shape = new RegionShape(width, height, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(cells));
        float around = 0;
        var ring = shape.Places(3, RegionShape.Reach, 400);
        foreach (var (x, y) in ring)
            around += Math.Abs(field[y * width + x]);
        around = ring.Length == 0 ? contrast : around / ring.Length;
        // Large, plain against its surroundings, both sides agreeing, and the scene moved well: only then is it surely the film.
        var evidence = 1.2 * Math.Log(contrast / (around + 64)) + 0.8 * Math.Log(contrast / (gap + 128)) + Math.Min(1, moved / 16) + 0.5 * Math.Log(cells.Count / (Least * field.Length)) - 2.5;
        return new StainPatch(cells, width, sign, contrast, around, moved, 1 / (1 + Math.Exp(-evidence)));
    }
}

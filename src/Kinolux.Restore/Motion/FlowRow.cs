using System.Runtime.Intrinsics;

namespace Kinolux.Restore.Motion;

/// <summary>
/// Displacements of one row of a plane in 1/64 of its samples, interpolated linearly between the centres of a flow field's cells.
/// A plane whose sides are the field's picture's halved has cells of half the size and vectors of half the length.
/// </summary>
internal sealed class FlowRow(FlowField field, int width, int shiftX, int shiftY)
{
    private readonly int _cellX = Math.Max(1, field.Step >> shiftX);
    private readonly int _cellY = Math.Max(1, field.Step >> shiftY);
    private readonly int[] _u = new int[field.Width + 2];
    private readonly int[] _v = new int[field.Width + 2];

    /// <summary>Right is positive; the row, and room for a cell more.</summary>
    public int[] U { get; } = new int[width + 2 * field.Step];

    /// <summary>Down is positive.</summary>
    public int[] V { get; } = new int[width + 2 * field.Step];

    public void Reference(int y)
    {
        Rows(y);
        Across(_u, U, shiftX, false);
        Across(_v, V, shiftY, false);
    }

    public void Run(int y)
    {
        Rows(y);
        Across(_u, U, shiftX, true);
        Across(_v, V, shiftY, true);
    }

    /// <summary>Blends the two nearest rows of cells; the first and last cell repeat at the ends.</summary>
    private void Rows(int y)
    {
        var place = 2 * y + 1 - _cellY;
        var (upper, part) = ((int)Math.Floor(place / (2.0 * _cellY)), place & (2 * _cellY - 1));
        var a = Math.Clamp(upper, 0, field.Height - 1) * field.Width;
        var b = Math.Clamp(upper + 1, 0, field.Height - 1) * field.Width;
        Blend(field.U, _u, a, b, part);
        Blend(field.V, _v, a, b, part);
    }

    private void Blend(short[] from, int[] to, int a, int b, int part)
    {
        var rest = 2 * _cellY - part;
        for (var i = 0; i < field.Width; i++)
            to[i + 1] = from[a + i] * rest + from[b + i] * part;
        to[0] = to[1];
        to[^1] = to[^2];
    }

    private void Across(int[] cells, int[] result, int shift, bool vectors)
    {
        // Cells are in 1/16, times both blends: to 1/64 of the plane's samples.
        var down = System.Numerics.BitOperations.Log2((uint)(4 * _cellX * _cellY)) + shift;
        var half = (1 << down) >> 1;
        if (_cellX == 1)
        {
            for (var x = 0; x < width; x++)
                result[x] = (8 * cells[Math.Min(x + 1, field.Width)] + half) >> down;
            return;
        }
        // Cell i - 1's centre to cell i's: the samples from i · cell - cell / 2 on.
        var left = _cellX / 2;
        for (var i = 0; i < cells.Length - 1; i++)
        {
            var (start, step, at) = (8 * _cellX * cells[i] + half, 4 * (cells[i + 1] - cells[i]), i * _cellX - left);
            if (vectors && _cellX >= 4 && at >= 0)
            {
                var odd = Vector128.Create(1, 3, 5, 7);
                for (var k = 0; k < _cellX; k += 4, odd += Vector128.Create(8))
                    Vector128.ShiftRightArithmetic(Vector128.Create(start) + odd * step, down).CopyTo(result, at + k);
                continue;
            }
            for (var k = Math.Max(0, -at); k < _cellX; k++)
                result[at + k] = (start + (2 * k + 1) * step) >> down;
        }
    }
}

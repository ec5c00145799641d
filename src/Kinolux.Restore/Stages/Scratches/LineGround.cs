using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// What a frame would show if a line were not there: the straight line between the line's flanks, and what earlier and later frames show where the scene beside it went, if it went far enough for its place to be clear of the line;
/// each by how well it foretells the picture beside the line. In texture another frame is off by a fifth of what the flanks are.
/// </summary>
/// <param name="before">Earlier frames, nearest first.</param>
/// <param name="after">Later frames, nearest first.</param>
/// <param name="half">Half the width of the widest line.</param>
internal sealed class LineGround(Plane here, IReadOnlyList<SceneMotion> before, IReadOnlyList<SceneMotion> after, int half)
{
    // Rows to either side over which it is measured how well a place is foretold.
    private const int RowsAround = 4;

    // What grain alone makes of a sample, as a mean square, and what counts as well foretold.
    private const float Grain = 4f * 257 * 257;
    private const float Well = 2f * 257 * 257;

    // One bright thing beside a line says little of what is behind it.
    private const float MostError = 40 * 257;

    private readonly int _beside = 2 * half + 2;
    private readonly int _flank = 4 * half + 1;

    /// <summary>How far to either side of a line the picture is looked at.</summary>
    public int Reach { get; } = 4 * half + 4;

    /// <summary>Foretells every row about its column.</summary>
    /// <param name="columns">The line's, for each row.</param>
    /// <param name="ground">Takes 16-bit levels; rows × (2 × <see cref="Reach"/> + 1).</param>
    /// <param name="doubt">Takes the mean square of what each row is off by.</param>
    public void Foretell(ReadOnlySpan<int> columns, Span<float> ground, Span<float> doubt)
    {
        var width = 2 * Reach + 1;
        ground.Clear();
        doubt.Clear();
        var told = new float[ground.Length];
        var (lift, weight) = (new float[columns.Length], new float[columns.Length]);
        foreach (var side in (ReadOnlySpan<IReadOnlyList<SceneMotion>?>)[null, before, after])
        {
            Tell(side, columns, told, lift, weight);
            for (var y = 0; y < columns.Length; y++)
            {
                doubt[y] += weight[y];
                for (var i = y * width; i < (y + 1) * width && weight[y] > 0; i++)
                    ground[i] += weight[y] * (told[i] + lift[y]);
            }
        }
        for (var y = 0; y < columns.Length; y++)
        {
            for (var i = y * width; i < (y + 1) * width; i++)
                ground[i] /= doubt[y];
            doubt[y] = 1 / doubt[y] + Grain;
        }
    }

    // What one side shows, or the flanks where there is none; how much brighter the picture is beside the line, and how much what is said then counts: 0 where nothing is.
    private void Tell(IReadOnlyList<SceneMotion>? side, ReadOnlySpan<int> columns, float[] told, float[] lift, float[] weight)
    {
        var width = 2 * Reach + 1;
        var (errors, squares) = (new float[columns.Length], new float[columns.Length]);
        for (var y = 0; y < columns.Length; y++)
        {
            var levels = told.AsSpan(y * width, width);
            var isTold = side is null ? BetweenFlanks(columns[y], y, levels) : Elsewhere(side, columns[y], y, levels);
            (errors[y], squares[y]) = isTold ? Errors(here.Row(y), columns[y], levels) : (0, -1);
        }
        for (var y = 0; y < columns.Length; y++)
        {
            var (rows, sum, square) = (0, 0f, 0f);
            for (var v = Math.Max(0, y - RowsAround); v <= Math.Min(columns.Length - 1, y + RowsAround); v++)
                if (squares[v] >= 0)
                    (rows, sum, square) = (rows + 1, sum + errors[v], square + squares[v]);
            lift[y] = rows == 0 ? 0 : sum / rows;
            weight[y] = squares[y] < 0 ? 0 : 1 / (Math.Max(0, square / rows - lift[y] * lift[y]) + Well);
        }
    }

    private bool BetweenFlanks(int x, int y, Span<float> levels)
    {
        var row = here.Row(y);
        var (left, right) = (0f, 0f);
        for (var i = 0; i < 2; i++)
        {
            left += row[Math.Clamp(x - _flank + i, 0, row.Length - 1)] / 2f;
            right += row[Math.Clamp(x + _flank - i, 0, row.Length - 1)] / 2f;
        }
        for (var i = 0; i < levels.Length; i++)
            levels[i] = left + (right - left) * (i - Reach + _flank) / (2 * _flank);
        return true;
    }

    // The nearest frame is the surest.
    private bool Elsewhere(IReadOnlyList<SceneMotion> side, int x, int y, Span<float> levels)
    {
        foreach (var other in side)
        {
            var move = other.At(y / LineMap.Band, x);
            if (Math.Abs(move.U) < 16 * 3 * half)
                continue;
            other.Look(x - Reach, y, move, levels);
            return true;
        }
        return false;
    }

    private (float Mean, float Square) Errors(ReadOnlySpan<ushort> row, int x, ReadOnlySpan<float> levels)
    {
        var (sum, squares, count) = (0f, 0f, 2 * (Reach - _beside + 1));
        for (var i = 0; i < levels.Length; i++)
            if (Math.Abs(i - Reach) >= _beside)
            {
                var error = Math.Clamp(row[Math.Clamp(x - Reach + i, 0, row.Length - 1)] - levels[i], -MostError, MostError);
                (sum, squares) = (sum + error, squares + error * error);
            }
        return (sum / count, squares / count);
    }
}

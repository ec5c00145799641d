using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// What a line adds to the picture at each row and each distance from its middle, averaged along the line, where the scene varies and the scratch hardly does.
/// Taking it away again keeps whatever detail shows through a half transparent scratch.
/// </summary>
internal sealed class ScratchProfile
{
    private const int RowsAround = 14;

    private readonly int _reach;
    private readonly float[] _middle;
    private readonly float[] _values;

    public ScratchProfile(Plane plane, LineMap map, LinePath line)
    {
        _reach = 4 * map.Half + 1;
        First = line.First * LineMap.Band;
        End = Math.Min(plane.Height, (line.First + line.X.Length) * LineMap.Band);
        _middle = Middle(map, line);
        var width = 2 * _reach + 1;
        var rows = End - First;
        var raw = new float[rows * width];
        for (var y = 0; y < rows; y++)
            Raw(plane, First + y, X(First + y), raw.AsSpan(y * width, width));
        _values = new float[raw.Length];
        for (var i = 0; i < width; i++)
            for (var y = 0; y < rows; y++)
            {
                var (sum, count) = (0f, 0);
                for (var v = Math.Max(0, y - RowsAround); v <= Math.Min(rows - 1, y + RowsAround); v++)
                {
                    // The line may lean: what counts is the distance from its middle, not from a column.
                    var column = i + X(First + v) - X(First + y);
                    if (column >= 0 && column < width)
                    {
                        sum += raw[v * width + i];
                        count++;
                    }
                }
                _values[y * width + i] = count == 0 ? 0 : sum / count;
            }
    }

    /// <summary>The first row.</summary>
    public int First { get; }

    /// <summary>The row after the last.</summary>
    public int End { get; }

    /// <summary>How far from its middle a line is looked at.</summary>
    public int Reach => _reach;

    /// <summary>The column nearest to the middle at a row.</summary>
    public int X(int y) => (int)MathF.Round(_middle[y - First]);

    /// <summary>What the line adds at <paramref name="offset"/> columns from <see cref="X"/>, in 16-bit levels.</summary>
    public float At(int y, int offset) => Math.Abs(offset) > _reach ? 0 : _values[(y - First) * (2 * _reach + 1) + offset + _reach];

    private float[] Middle(LineMap map, LinePath line)
    {
        var count = line.X.Length;
        var fine = new float[count];
        for (var k = 0; k < count; k++)
        {
            int a = line.Sign * map.At(line.First + k, line.X[k] - 1), b = line.Sign * map.At(line.First + k, line.X[k]), c = line.Sign * map.At(line.First + k, line.X[k] + 1);
            var bend = a - 2 * b + c;
            fine[k] = line.X[k] + (bend < 0 && b > 0 ? Math.Clamp((a - c) * 0.5f / bend, -0.5f, 0.5f) : 0);
        }
        for (var pass = 0; pass < 2; pass++)
        {
            var before = (float[])fine.Clone();
            for (var k = 0; k < count; k++)
                fine[k] = (before[Math.Max(0, k - 1)] + 2 * before[k] + before[Math.Min(count - 1, k + 1)]) / 4;
        }
        var middle = new float[End - First];
        for (var y = 0; y < middle.Length; y++)
        {
            var at = Math.Clamp((y + 0.5f) / LineMap.Band - 0.5f, 0, count - 1);
            var k = Math.Min((int)at, Math.Max(0, count - 2));
            middle[y] = count == 1 ? fine[0] : fine[k] + (fine[k + 1] - fine[k]) * (at - k);
        }
        return middle;
    }

    // The row less the straight line between its flanks.
    private void Raw(Plane plane, int y, int x, Span<float> raw)
    {
        var row = plane.Row(y);
        float left = 0, right = 0;
        for (var i = 0; i < 2; i++)
        {
            left += row[Math.Clamp(x - _reach + i, 0, row.Length - 1)] / 2f;
            right += row[Math.Clamp(x + _reach - i, 0, row.Length - 1)] / 2f;
        }
        for (var i = 0; i < raw.Length; i++)
            raw[i] = row[Math.Clamp(x - _reach + i, 0, row.Length - 1)] - (left + (right - left) * i / (raw.Length - 1));
    }
}

using Kinolux.Core.Frames;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>Another frame's lines, and where in it the scene beside each place of the current frame is found.</summary>
internal sealed class SceneMotion
{
    // Columns that share a vector: motion fields are smooth, and at full size a look-up for every sample would cost more than all else here.
    private const int Block = 8;

    private readonly int _columns;
    private readonly Displacement[] _motion;
    private readonly WholeMotion _whole;
    private readonly Plane _picture;

    /// <param name="map">Of the neighbour.</param>
    public SceneMotion(Neighbour neighbour, LineMap map)
    {
        Map = map;
        _picture = neighbour.Frame.Guide;
        _columns = (map.Width + Block - 1) / Block;
        _motion = new Displacement[_columns * map.Bands];
        for (var band = 0; band < map.Bands; band++)
            for (var column = 0; column < _columns; column++)
                _motion[band * _columns + column] = Beside(neighbour, map, column * Block + Block / 2, band);
        _whole = WholeMotion.Of(_motion, _columns);
    }

    /// <summary>The other frame's lines.</summary>
    public LineMap Map { get; }

    /// <summary>In 1/16 luma samples.</summary>
    public Displacement At(int band, int x) => _motion[band * _columns + Math.Clamp(x / Block, 0, _columns - 1)];

    /// <summary>Where (band, x) went if it went as most of the picture did; in 1/16 luma samples.</summary>
    public Displacement WholeAt(int band, int x) => new(
        (int)MathF.Round(_whole.U + _whole.Across * ((x - Block / 2f) / Block - (_columns - 1) / 2f) + _whole.Down * (band - (Map.Bands - 1) / 2f)), (int)_whole.V);

    /// <summary>What the other frame answers where the scene at (band, x) went.</summary>
    public float Response(int band, int x) => Response(band, x, At(band, x));

    /// <summary>What the other frame answers where (band, x) would be after a move.</summary>
    public float Response(int band, int x, Displacement move)
    {
        var (across, down) = (x * 16 + move.U, band * LineMap.Band * 16 + move.V);
        var (left, top) = (across >> 4, down >> 7);
        var (fx, fy) = ((across & 15) / 16f, (down & 127) / 128f);
        var (upper, lower) = (Math.Clamp(top, 0, Map.Bands - 1), Math.Clamp(top + 1, 0, Map.Bands - 1));
        var above = Map.At(upper, left) * (1 - fx) + Map.At(upper, left + 1) * fx;
        var below = Map.At(lower, left) * (1 - fx) + Map.At(lower, left + 1) * fx;
        return above * (1 - fy) + below * fy;
    }

    /// <summary>What the other frame shows where so many samples from (x, y) would be after a move.</summary>
    public void Look(int x, int y, Displacement move, Span<float> levels)
    {
        for (var i = 0; i < levels.Length; i++)
            levels[i] = Sampling.Bilinear(_picture, (x + i) * 16 + move.U, y * 16 + move.V);
    }

    // The line itself may mislead motion estimation.
    private static Displacement Beside(Neighbour neighbour, LineMap map, int x, int band)
    {
        var y = band * LineMap.Band + LineMap.Band / 2;
        var left = neighbour.MotionAt(x - 8 * map.Half, y);
        var right = neighbour.MotionAt(x + 8 * map.Half, y);
        return new Displacement((left.U + right.U) / 2, (left.V + right.V) / 2);
    }
}

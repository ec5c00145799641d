namespace Kinolux.Restore.Stages.MissingFrames;

/// <summary>The vectors that pass near each cell, at most eight, in the order they were added.</summary>
internal sealed class CellCandidates(int width, int height)
{
    private const int Most = 8;

    private readonly (short U, short V)[] _vectors = new (short, short)[width * height * Most];
    private readonly byte[] _counts = new byte[width * height];

    /// <summary>Adds a vector to the four cells whose centres are nearest to a place in 1/16 sample.</summary>
    public void Add(int x16, int y16, int u, int v)
    {
        var x = (x16 >> 4) - BetweenMotion.Step / 2;
        var y = (y16 >> 4) - BetweenMotion.Step / 2;
        var (left, top) = ((int)Math.Floor((double)x / BetweenMotion.Step), (int)Math.Floor((double)y / BetweenMotion.Step));
        for (var j = top; j <= top + 1; j++)
            for (var i = left; i <= left + 1; i++)
                if (i >= 0 && j >= 0 && i < width && j < height)
                    Add(j * width + i, ((short)u, (short)v));
    }

    public ReadOnlySpan<(short U, short V)> At(int x, int y) => _vectors.AsSpan((y * width + x) * Most, _counts[y * width + x]);

    private void Add(int cell, (short U, short V) vector)
    {
        var count = _counts[cell];
        if (count == Most || _vectors.AsSpan(cell * Most, count).Contains(vector))
            return;
        _vectors[cell * Most + count] = vector;
        _counts[cell]++;
    }
}

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>How a candidate fits in with those of the frames before and after.</summary>
/// <param name="Flight">1 where it is on a straight path from a like one before to a like one after; 0 where it is not.</param>
/// <param name="Crowd">ln(1 + candidates around the same place in the quieter of both frames): snow, sparks and glitter are many there in every frame, dirt is not.</param>
internal readonly record struct SpeckHabit(float Flight, float Crowd);

/// <summary>Tells dirt, which is alone and for one frame, from what flies, falls or glitters in the scene.</summary>
internal sealed class SpeckHabits(int width, int height, IReadOnlyList<Speck> before, IReadOnlyList<Speck> after)
{
    // A speck may cross the picture in no fewer than this many frames to be followed.
    private const int FewestFrames = 12;

    // Samples that the path may bend by: any more, and dirt falls in line by chance.
    private const int Slack = 2;

    private readonly int _cell = Math.Max(8, width / 12);
    private readonly int[] _countsBefore = Count(width, height, before);
    private readonly int[] _countsAfter = Count(width, height, after);

    public SpeckHabit Of(Speck speck) => new(Flies(speck) ? 1 : 0, Crowd(speck));

    private bool Flies(Speck speck)
    {
        var reach = width / FewestFrames;
        foreach (var a in before)
        {
            var (u, v) = (speck.X - a.X, speck.Y - a.Y);
            if (Math.Abs(u) > reach || Math.Abs(v) > reach || Math.Max(Math.Abs(u), Math.Abs(v)) < 2 || !Alike(speck, a))
                continue;
            foreach (var b in after)
                if (Math.Abs(b.X - speck.X - u) <= Slack && Math.Abs(b.Y - speck.Y - v) <= Slack && Alike(speck, b))
                    return true;
        }
        return false;
    }

    private static bool Alike(Speck a, Speck b) =>
        a.Sign == b.Sign && a.Pixels.Length * 5 > b.Pixels.Length * 3 && b.Pixels.Length * 5 > a.Pixels.Length * 3 && Math.Abs(a.Tone - b.Tone) < 20 * 257;

    private float Crowd(Speck speck)
    {
        var columns = (width + _cell - 1) / _cell;
        var rows = (height + _cell - 1) / _cell;
        var (column, row) = (speck.X / _cell, speck.Y / _cell);
        int earlier = 0, later = 0;
        for (var y = Math.Max(0, row - 1); y <= Math.Min(rows - 1, row + 1); y++)
            for (var x = Math.Max(0, column - 1); x <= Math.Min(columns - 1, column + 1); x++)
            {
                earlier += _countsBefore[y * columns + x];
                later += _countsAfter[y * columns + x];
            }
        return MathF.Log(1 + Math.Min(earlier, later));
    }

    private static int[] Count(int width, int height, IReadOnlyList<Speck> specks)
    {
        var cell = Math.Max(8, width / 12);
        var columns = (width + cell - 1) / cell;
        var counts = new int[columns * ((height + cell - 1) / cell)];
        foreach (var speck in specks)
            counts[speck.Y / cell * columns + speck.X / cell]++;
        return counts;
    }
}

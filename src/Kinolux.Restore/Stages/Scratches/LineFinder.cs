using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// Gathers responses along upright paths. A path may step one sample aside per band (7°), bridge short breaks and begin and end anywhere:
/// each band adds its response, measured by what texture around makes by itself and clipped so that no single strong edge can make a line, less a toll that chance cannot pay for long.
/// The best path comes first; its places are then taken out and the search goes on, as in the exclusion principle of a-contrario grouping (Newson 2014).
/// </summary>
internal static class LineFinder
{
    private const int MostLines = 12;
    private const float Toll = 1.1f;
    private const float Clip = 3f;

    // What a step aside costs: scratches run straight.
    private const float Bend = 1.2f;

    /// <param name="others">Frames some way off, to tell what goes with the moving scene: that counts only as far as it exceeds what they show there.</param>
    /// <param name="least">The least score that makes a line.</param>
    /// <param name="floor">Responses below this many 16-bit levels count as none.</param>
    public static List<LinePath> Find(LineMap map, IReadOnlyList<(Neighbour Neighbour, LineMap Map)> others, float least, int floor)
    {
        var lines = new List<LinePath>();
        var paths = new LinePaths(map.Width, map.Bands, Bend);
        foreach (var sign in stackalloc[] { 1, -1 })
        {
            var gain = Gains(map, others, sign, floor);
            for (var i = 0; i < MostLines && Best(map, gain, paths, sign) is { } line && line.Score >= least; i++)
            {
                lines.Add(line);
                for (var k = 0; k < line.X.Length; k++)
                    for (var x = Math.Max(0, line.X[k] - 3 * map.Half); x <= Math.Min(map.Width - 1, line.X[k] + 3 * map.Half); x++)
                        gain[(line.First + k) * map.Width + x] = -Clip;
            }
        }
        lines.Sort((a, b) => b.Score.CompareTo(a.Score));
        for (var i = lines.Count - 1; i > 0; i--)
            if (lines.Take(i).Any(stronger => stronger.Sign != lines[i].Sign && Beside(stronger, lines[i], 5 * map.Half)))
                lines.RemoveAt(i);
        return lines;
    }

    // A bright line makes its flanks look dark.
    private static bool Beside(LinePath stronger, LinePath line, int reach)
    {
        var shared = 0;
        for (var k = 0; k < line.X.Length; k++)
        {
            var at = line.First + k - stronger.First;
            if (at >= 0 && at < stronger.X.Length && Math.Abs(stronger.X[at] - line.X[k]) <= reach)
                shared++;
        }
        return shared * 2 > line.X.Length;
    }

    private static float[] Gains(LineMap map, IReadOnlyList<(Neighbour Neighbour, LineMap Map)> others, int sign, int floor)
    {
        var gain = new float[map.Response.Length];
        for (var i = 0; i < gain.Length; i++)
        {
            var response = sign * map.Response[i];
            if (response >= floor)
                response -= OfScene(map, others, sign, i % map.Width, i / map.Width);
            gain[i] = response < floor ? -Toll : Math.Min(Clip, response / (map.Scale[i] + 128f)) - Toll;
        }
        return gain;
    }

    // The least that the other frames show where the scene went; nothing where it stood still, for there scene and film cannot be told apart.
    private static int OfScene(LineMap map, IReadOnlyList<(Neighbour Neighbour, LineMap Map)> others, int sign, int x, int band)
    {
        var least = int.MaxValue;
        foreach (var (neighbour, other) in others)
        {
            var move = ScratchTraits.Beside(neighbour, map, x, band);
            var moved = Math.Clamp(Math.Abs(move.U) - 24, 0, 32);
            if (moved == 0)
                return 0;
            var (u, v) = (x + (move.U + 8 >> 4), Math.Clamp(band + (move.V + 64 >> 7), 0, map.Bands - 1));
            var there = Math.Max(0, Math.Max(sign * other.At(v, u), Math.Max(sign * other.At(v, u - 1), sign * other.At(v, u + 1))));
            least = Math.Min(least, (int)((long)there * moved / 32));
        }
        return least == int.MaxValue ? 0 : least;
    }

    private static LinePath? Best(LineMap map, float[] gain, LinePaths paths, int sign)
    {
        var (best, at) = paths.Run(gain);
        if (at < 0)
            return null;
        var path = new List<int>();
        for (var place = at; ; place += paths.From[place] - map.Width)
        {
            path.Add(place % map.Width);
            if (paths.From[place] == LinePaths.Begins)
                break;
        }
        path.Reverse();
        return new LinePath(at / map.Width - path.Count + 1, [.. path], sign, best);
    }
}

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// Gathers responses along upright paths. A path may step one sample aside per band (7°), bridge short breaks and begin and end anywhere:
/// each band adds its response, measured by what texture around makes by itself and clipped so that no single strong edge can make a line, less a toll that chance cannot pay for long.
/// The best path comes first; its places are then taken out and the search goes on, as in the exclusion principle of a-contrario grouping (Newson 2014).
/// </summary>
/// <param name="response">The map's, less what is the scene's own.</param>
/// <param name="floor">Responses below this many 16-bit levels count as none.</param>
internal sealed class LineFinder(LineMap map, int[] response, int floor)
{
    private const int MostLines = 12;
    private const float Toll = 1.1f;
    private const float Clip = 3f;

    // What a step aside costs: scratches run straight.
    private const float Bend = 1.2f;

    private readonly int[] _scale = map.ScaleOf(response);

    /// <param name="least">The least score that makes a line.</param>
    public List<LinePath> Find(float least)
    {
        var lines = new List<LinePath>();
        var paths = new LinePaths(map.Width, map.Bands, Bend);
        var gain = new float[response.Length];
        foreach (var sign in stackalloc[] { 1, -1 })
        {
            for (var i = 0; i < gain.Length; i++)
                gain[i] = Gain(sign, i) - Toll;
            for (var i = 0; i < MostLines && Best(gain, paths, sign) is { } line && line.Score >= least; i++)
            {
                lines.Add(line);
                for (var k = 0; k < line.X.Length; k++)
                    for (var x = Math.Max(0, line.X[k] - 3 * map.Half); x <= Math.Min(map.Width - 1, line.X[k] + 3 * map.Half); x++)
                        gain[(line.First + k) * map.Width + x] = -Clip;
            }
        }
        lines.Sort((a, b) => Strength(b).CompareTo(Strength(a)));
        for (var i = lines.Count - 1; i >= 0; i--)
            if (lines.Exists(other => other.Sign != lines[i].Sign && other.Accompanies(lines[i], 5 * map.Half) && IsFlankOf(lines[i], other)))
                lines.RemoveAt(i);
        return lines;
    }

    // What a line stands out by, in all: the flank of a bright line that only looks dark stands out by less, however even it is.
    private long Strength(LinePath line)
    {
        var sum = 0L;
        for (var k = 0; k < line.X.Length; k++)
            sum += Math.Max(0, line.Sign * map.At(line.First + k, line.X[k]));
        return sum;
    }

    // Of two lines side by side one is what the other's flank looks like beside it: the one that is nearer to the picture beyond both.
    private bool IsFlankOf(LinePath line, LinePath other)
    {
        var (own, others) = (0f, 0f);
        for (var k = 0; k < line.X.Length; k++)
        {
            var (band, at) = (line.First + k, line.First + k - other.First);
            if (at < 0 || at >= other.X.Length)
                continue;
            var (left, right) = (Math.Min(line.X[k], other.X[at]) - 3 * map.Half, Math.Max(line.X[k], other.X[at]) + 3 * map.Half);
            var beyond = (map.Mean(band, left - map.Half, left) + map.Mean(band, right, right + map.Half)) / 2;
            own += line.Sign * (map.Mean(band, line.X[k], line.X[k]) - beyond);
            others += other.Sign * (map.Mean(band, other.X[at], other.X[at]) - beyond);
        }
        return own < others;
    }

    private float Gain(int sign, int place) => sign * response[place] < floor ? 0 : Math.Min(Clip, sign * response[place] / (_scale[place] + 128f));

    private LinePath? Best(float[] gain, LinePaths paths, int sign)
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

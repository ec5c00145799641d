using Kinolux.Restore.Regions;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>
/// Counts for many candidates at once those of their kind around them. All that share a neighbourhood of cells are gone through once, from the largest on, with their peaks in a tree of sums
/// (Fenwick, "A New Data Structure for Cumulative Frequency Tables", 1994): grain makes candidates by the ten thousand, and to ask each about each would take the square of that.
/// </summary>
internal static class KinCount
{
    /// <summary>The obvious way; what <see cref="Run"/> must equal.</summary>
    public static int[] Reference(SpeckGrid here, SpeckGrid among, int cells, ReadOnlySpan<int> weights)
    {
        var counts = new int[here.Specks.Count];
        for (var i = 0; i < counts.Length; i++)
            for (var k = 0; k < among.Specks.Count; k++)
                if (Explains(among.Specks[k], here.Specks[i])
                    && Math.Abs(here.At(here.Specks[i].X) - here.At(among.Specks[k].X)) <= cells && Math.Abs(here.At(here.Specks[i].Y) - here.At(among.Specks[k].Y)) <= cells)
                    counts[i] += weights[k];
        return counts;
    }

    /// <param name="here">Those that are counted for.</param>
    /// <param name="among">Those that are counted, in cells of the same size.</param>
    /// <param name="cells">How many cells around a candidate's own count.</param>
    /// <param name="weights">What each of <paramref name="among"/> counts.</param>
    /// <returns>For each of <paramref name="here"/> the sum of the weights of its kind; where it is among them itself, with its own.</returns>
    public static int[] Run(SpeckGrid here, SpeckGrid among, int cells, ReadOnlySpan<int> weights)
    {
        var counts = new int[here.Specks.Count];
        var kin = new List<int>();
        for (var row = 0; row < here.Rows; row++)
            for (var column = 0; column < here.Columns; column++)
            {
                var asking = here.Within(row, column, column);
                if (asking.Length == 0)
                    continue;
                kin.Clear();
                for (var down = -cells; down <= cells; down++)
                    kin.AddRange(among.Within(row + down, column - cells, column + cells));
                Count(here.Specks, asking.ToArray(), among.Specks, kin, weights, counts);
            }
        return counts;
    }

    private static void Count(IReadOnlyList<Speck> specks, int[] asking, IReadOnlyList<Speck> others, List<int> kin, ReadOnlySpan<int> weights, int[] counts)
    {
        kin.Sort((a, b) => others[b].Pixels.Length.CompareTo(others[a].Pixels.Length));
        Array.Sort(asking, (a, b) => specks[b].Pixels.Length.CompareTo(specks[a].Pixels.Length));
        var peaks = kin.Select(index => others[index].Peak).Order().ToArray();
        // A tree for each sign, over the peaks from the highest down.
        int[][] trees = [new int[peaks.Length + 1], new int[peaks.Length + 1]];
        var next = 0;
        foreach (var i in asking)
        {
            var speck = specks[i];
            for (; next < kin.Count && IsLargeEnough(others[kin[next]], speck); next++)
            {
                var other = others[kin[next]];
                var tree = trees[other.Sign > 0 ? 1 : 0];
                for (var at = peaks.Length - First(peaks, other.Peak); at <= peaks.Length; at += at & -at)
                    tree[at] += weights[kin[next]];
            }
            var sums = trees[speck.Sign > 0 ? 1 : 0];
            for (var at = peaks.Length - First(peaks, (speck.Peak * 3 + 3) / 4); at > 0; at -= at & -at)
                counts[i] += sums[at];
        }
    }

    // The first of the ascending peaks that is at least so high; their number where none is.
    private static int First(int[] peaks, int least)
    {
        var (low, high) = (0, peaks.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = peaks[middle] < least ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    // Smaller and fainter ones belong to the kind too: pieces of a flake, and flakes farther off.
    private static bool Explains(Speck kind, Speck speck) => kind.Sign == speck.Sign && IsLargeEnough(kind, speck) && kind.Peak * 4 >= speck.Peak * 3;

    private static bool IsLargeEnough(Speck kind, Speck speck) => kind.Pixels.Length * 5 >= speck.Pixels.Length * 3;
}

namespace Kinolux.Script.Identity;

/// <summary>Pairs two rows so that the order is kept and the pairs have most in common.</summary>
internal static class OrderedMatching
{
    /// <summary>Comparing each with each of more pairs than this takes seconds; of longer rows equal ones are paired where they are near each other.</summary>
    public const int MostCompared = 1 << 18;

    private const int Near = 64;

    /// <param name="likeness">Of the old one of an index and the new one, 0 to 1; 1 where they are equal.</param>
    /// <param name="least">Less is no pair.</param>
    /// <returns>Indexes of old and new, in order.</returns>
    public static IEnumerable<(int Old, int New)> Find(int olds, int news, Func<int, int, double> likeness, double least)
    {
        if ((long)olds * news > MostCompared)
        {
            for (var (i, j) = (0, 0); j < news; j++)
                for (var at = i; at < Math.Min(olds, i + Near); at++)
                    if (likeness(at, j) >= 1)
                    {
                        yield return (at, j);
                        i = at + 1;
                        break;
                    }
            yield break;
        }
        // Likeness counts by its cube: one that was kept weighs more than two that resemble each other.
        var weights = new float[olds, news];
        var best = new float[olds + 1, news + 1];
        for (var i = olds - 1; i >= 0; i--)
            for (var j = news - 1; j >= 0; j--)
            {
                weights[i, j] = likeness(i, j) is var like && like >= least ? (float)(like * like * like) : 0;
                best[i, j] = Math.Max(Math.Max(best[i + 1, j], best[i, j + 1]), best[i + 1, j + 1] + weights[i, j]);
            }
        for (var (i, j) = (0, 0); i < olds && j < news;)
            if (weights[i, j] > 0 && best[i, j] == best[i + 1, j + 1] + weights[i, j])
                yield return (i++, j++);
            else if (best[i, j] == best[i + 1, j])
                i++;
            else
                j++;
    }
}

namespace Kinolux.Script.Networks;

/// <summary>
/// Finds communities, those with more ties among themselves than by chance (V. D. Blondel, J.-L. Guillaume, R. Lambiotte and E. Lefebvre, "Fast unfolding of communities in large networks", 2008).
/// Numbers are taken in order and ties go to the smaller, so that the same network has the same communities.
/// </summary>
internal static class Louvain
{
    private const double Least = 1e-9;

    /// <summary>The community of each number, counted from 0 in the order in which they begin.</summary>
    public static int[] Of(Links links)
    {
        var communities = Enumerable.Range(0, links.Count).ToArray();
        if (links.Total == 0)
            return communities;
        var level = links;
        while (true)
        {
            var (moved, own) = Move(level);
            if (!moved)
                return Numbered(communities);
            own = Numbered(own);
            for (var i = 0; i < communities.Length; i++)
                communities[i] = own[communities[i]];
            level = Joined(level, own);
        }
    }

    /// <summary>The share of the ties that is within communities, less what chance would have there.</summary>
    public static double Modularity(Links links, int[] communities)
    {
        if (links.Total == 0)
            return 0;
        var (inside, all) = (0.0, new double[links.Count]);
        for (var i = 0; i < links.Count; i++)
            foreach (var (to, weight) in links.Of(i))
            {
                all[communities[i]] += weight;
                inside += communities[i] == communities[to] ? weight : 0;
            }
        return (inside / links.Total) - all.Sum(weight => Math.Pow(weight / links.Total, 2));
    }

    private static (bool Moved, int[] Communities) Move(Links links)
    {
        var communities = Enumerable.Range(0, links.Count).ToArray();
        var strengths = communities.Select(links.StrengthOf).ToArray();
        var totals = strengths.Select(strength => (double)strength).ToArray();
        var (moved, again) = (false, true);
        while (again)
        {
            again = false;
            for (var i = 0; i < links.Count; i++)
            {
                var weights = new SortedDictionary<int, int> { [communities[i]] = 0 };
                foreach (var (to, weight) in links.Of(i))
                    if (to != i)
                        weights[communities[to]] = weights.GetValueOrDefault(communities[to]) + weight;
                totals[communities[i]] -= strengths[i];
                var (best, gain) = (communities[i], weights[communities[i]] - (totals[communities[i]] * strengths[i] / links.Total));
                foreach (var (community, weight) in weights)
                    if (weight - (totals[community] * strengths[i] / links.Total) is var other && other > gain + Least)
                        (best, gain) = (community, other);
                totals[best] += strengths[i];
                (again, moved) = best == communities[i] ? (again, moved) : (true, true);
                communities[i] = best;
            }
        }
        return (moved, communities);
    }

    // Communities become the numbers of a smaller network; ties within one become a tie to itself, which has both its ends there.
    private static Links Joined(Links links, int[] communities)
    {
        var weights = new SortedDictionary<(int, int), int>();
        for (var i = 0; i < links.Count; i++)
            foreach (var (to, weight) in links.Of(i))
                if (communities[i] <= communities[to])
                {
                    var key = (communities[i], communities[to]);
                    weights[key] = weights.GetValueOrDefault(key) + weight;
                }
        return new Links(communities.Max() + 1, weights.Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value)));
    }

    private static int[] Numbered(int[] communities)
    {
        var numbers = new Dictionary<int, int>();
        return [.. communities.Select(community => numbers.TryGetValue(community, out var number) ? number : numbers[community] = numbers.Count)];
    }
}

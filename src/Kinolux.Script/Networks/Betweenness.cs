namespace Kinolux.Script.Networks;

/// <summary>How often a person is on the shortest way between two others, where a strong tie is a short way (U. Brandes, "A faster algorithm for betweenness centrality", 2001).</summary>
internal static class Betweenness
{
    public static double[] Of(Links links)
    {
        var between = new double[links.Count];
        for (var source = 0; source < links.Count; source++)
            From(source, links, between);
        var pairs = (links.Count - 1.0) * (links.Count - 2);
        return pairs > 0 ? [.. between.Select(value => value / pairs)] : between;
    }

    private static void From(int source, Links links, double[] between)
    {
        var distance = new double[links.Count];
        Array.Fill(distance, double.PositiveInfinity);
        var (ways, share, isDone) = (new double[links.Count], new double[links.Count], new bool[links.Count]);
        var before = Enumerable.Range(0, links.Count).Select(_ => new List<int>()).ToArray();
        var order = new Stack<int>();
        var open = new PriorityQueue<int, (double, int)>();
        (distance[source], ways[source]) = (0, 1);
        open.Enqueue(source, (0, source));
        while (open.TryDequeue(out var at, out _))
        {
            if (isDone[at])
                continue;
            isDone[at] = true;
            order.Push(at);
            foreach (var (to, weight) in links.Of(at))
            {
                var way = distance[at] + (1.0 / weight);
                if (isDone[to] || way > distance[to] + 1e-12)
                    continue;
                if (way < distance[to] - 1e-12)
                {
                    (distance[to], ways[to]) = (way, 0);
                    before[to].Clear();
                    open.Enqueue(to, (way, to));
                }
                ways[to] += ways[at];
                before[to].Add(at);
            }
        }
        while (order.TryPop(out var at))
        {
            foreach (var previous in before[at])
                share[previous] += ways[previous] / ways[at] * (1 + share[at]);
            if (at != source)
                between[at] += share[at];
        }
    }
}

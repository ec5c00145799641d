namespace Kinolux.Restore.Survey;

/// <summary>
/// Adds up changes between frames to a path through a shot. Frames are compared at several distances, and the path is the one that agrees best with all:
/// least squares, with pairs that disagree with the rest weighed down (Huber), so that one wrong pair moves nothing after it.
/// </summary>
internal static class PairPath
{
    private const int Rounds = 4;

    /// <param name="change">What changed over a pair, and how much to trust it; a weight of 0 leaves the pair out. Called with the index of the later frame in the shot.</param>
    /// <returns>One value per frame of the shot, the first 0.</returns>
    public static double[] Solve(ShotSurvey shot, Func<int, PairSurvey, (double Change, double Weight)> change)
    {
        var count = shot.Frames.Count;
        var links = new List<Link>(count * PairSurvey.Lags.Count);
        for (var i = 1; i < count; i++)
            foreach (var pair in shot.Frames[i].Pairs)
                if (pair.Lag <= i && change(i, pair) is var (value, weight) && weight > 0 && double.IsFinite(value))
                    links.Add(new Link(i, pair.Lag, value, weight));
        var path = Fit(count, links, null);
        for (var round = 0; round < Rounds; round++)
            path = Fit(count, links, path);
        var start = path[0];
        for (var i = 0; i < count; i++)
            path[i] -= start;
        return path;
    }

    private static double[] Fit(int count, List<Link> links, double[]? last)
    {
        var system = new BandedSystem(count, PairSurvey.Lags[^1]);
        system.Add(0, [1], 0, 1);
        // Without any measurement nothing changes.
        for (var i = 1; i < count; i++)
            system.Add(i - 1, [-1, 1], 0, 1e-6);
        var scale = last is null ? 0 : Math.Max(1e-9, 1.4826 * Median(links, last));
        Span<double> ends = stackalloc double[PairSurvey.Lags[^1] + 1];
        foreach (var link in links)
        {
            var weight = link.Weight;
            if (last != null && link.Error(last) is var error && error > 1.5 * scale)
                weight *= 1.5 * scale / error;
            ends.Clear();
            (ends[0], ends[link.Lag]) = (-1, 1);
            system.Add(link.Later - link.Lag, ends[..(link.Lag + 1)], link.Change, weight);
        }
        return system.Solve();
    }

    private static double Median(List<Link> links, double[] path)
    {
        if (links.Count == 0)
            return 0;
        var errors = new double[links.Count];
        for (var i = 0; i < errors.Length; i++)
            errors[i] = links[i].Error(path);
        Array.Sort(errors);
        return errors[errors.Length / 2];
    }

    private readonly record struct Link(int Later, int Lag, double Change, double Weight)
    {
        public double Error(double[] path) => Math.Abs(path[Later] - path[Later - Lag] - Change);
    }
}

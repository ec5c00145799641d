namespace Kinolux.Restore.Motion;

/// <summary>The motion that most of a picture agrees on, from dense motion with many wrong vectors: the fullest translation first, then a similarity fitted to what is ever nearer to it.</summary>
internal static class MotionVote
{
    private const int MostCandidates = 128;

    /// <returns>Samples of the level; rotation and zoom times half the larger side.</returns>
    public static (double X, double Y, double R, double Z) Count(CellFlow flow, MotionLevel level)
    {
        var voters = Voters(flow, level);
        if (voters.Count == 0)
            return default;
        var best = (X: 0.0, Y: 0.0, R: 0.0, Z: 0.0);
        var most = Support(voters, best, 1);
        for (var i = 0; i < voters.Count; i += Math.Max(1, voters.Count / MostCandidates))
        {
            var candidate = ((double)voters[i].U, (double)voters[i].V, 0.0, 0.0);
            var support = Support(voters, candidate, 1);
            if (support > most)
                (best, most) = (candidate, support);
        }
        foreach (var reach in (ReadOnlySpan<double>)[2, 1.5, 1, 0.7])
            best = Fit(voters, best, reach);
        return best;
    }

    private static List<Voter> Voters(CellFlow flow, MotionLevel level)
    {
        var voters = new List<Voter>();
        var unit = Math.Max(level.Width, level.Height) / 2.0;
        for (var y = 1; y + 2 < level.Height; y += 4)
        {
            for (var x = 1; x + 2 < level.Width; x += 4)
            {
                var slope = 0.0;
                for (var j = 0; j < 2; j++)
                {
                    for (var i = 0; i < 2; i++)
                    {
                        var at = level.At(x + i, y + j);
                        slope += Math.Abs((double)level.SlopeX[at]) + Math.Abs((double)level.SlopeY[at]);
                    }
                }
                if (slope < 4 * 48)
                    continue;
                var cell = (y >> 1) * flow.Width + (x >> 1);
                voters.Add(new Voter(
                    (x + 0.5 - (level.Width - 1) / 2.0) / unit, (y + 0.5 - (level.Height - 1) / 2.0) / unit,
                    flow.U[cell], flow.V[cell], Math.Min(1, slope / 2000)));
            }
        }
        return voters;
    }

    private static double Support(List<Voter> voters, (double X, double Y, double R, double Z) motion, double reach)
    {
        var sum = 0.0;
        foreach (var voter in voters)
            sum += voter.Weight * voter.Agreement(motion, reach);
        return sum;
    }

    private static (double X, double Y, double R, double Z) Fit(List<Voter> voters, (double X, double Y, double R, double Z) motion, double reach)
    {
        var system = new SimilaritySystem();
        foreach (var voter in voters)
        {
            var weight = voter.Weight * voter.Agreement(motion, reach);
            system.Add(voter.X, voter.Y, weight, 0, weight, weight * voter.U, weight * voter.V);
        }
        system.Steady(voters.Count * 0.02);
        return system.Solve();
    }

    private readonly record struct Voter(double X, double Y, double U, double V, double Weight)
    {
        /// <summary>1 where the voter moves as the motion says, 0 where it differs by the reach or more.</summary>
        public double Agreement((double X, double Y, double R, double Z) motion, double reach)
        {
            var du = motion.X - motion.R * Y + motion.Z * X - U;
            var dv = motion.Y + motion.R * X + motion.Z * Y - V;
            var r = (du * du + dv * dv) / (reach * reach);
            return r < 1 ? (1 - r) * (1 - r) : 0;
        }
    }
}

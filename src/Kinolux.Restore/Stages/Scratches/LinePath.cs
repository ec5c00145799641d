namespace Kinolux.Restore.Stages.Scratches;

/// <summary>An upright line: one place in each of a run of bands.</summary>
/// <param name="First">The first band.</param>
/// <param name="X">Its place in each band from there.</param>
/// <param name="Sign">1 brighter than its flanks, -1 darker.</param>
/// <param name="Score">What it gathered along its length, in mean responses of its surroundings.</param>
internal sealed record LinePath(int First, int[] X, int Sign, float Score)
{
    /// <summary>True where this line runs within <paramref name="reach"/> samples of more than half of another: a bright line makes its flanks look dark.</summary>
    public bool Accompanies(LinePath line, int reach)
    {
        var shared = 0;
        for (var k = 0; k < line.X.Length; k++)
        {
            var at = line.First + k - First;
            if (at >= 0 && at < X.Length && Math.Abs(X[at] - line.X[k]) <= reach)
                shared++;
        }
        return shared * 2 > line.X.Length;
    }

    /// <summary>True where it is along either side of a picture, where the edge of the printed frame shows.</summary>
    /// <param name="width">The picture's.</param>
    public bool IsAtEdge(int width) => X.Average(x => Math.Min(x, width - 1 - x)) < width / 40.0;
}

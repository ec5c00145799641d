namespace Kinolux.Restore.Survey.Flecks;

/// <summary>
/// What a shot's flecks say: whether there is dirt in it. Dirt comes in every frame and everywhere, each piece by itself; what flies, falls, sparkles or blinks in the scene
/// is rarer on still ground, or goes on from frame to frame, or comes back to its place, or points one way, or keeps to a part of the picture.
/// </summary>
/// <param name="Exposure">How many whole frames' worth of still ground was looked at.</param>
/// <param name="Rate">0 to 1: whether there are as many flecks on it as dirt has.</param>
/// <param name="Order">0 to 1: how much they behave like things of the scene.</param>
internal readonly record struct DirtEvidence(double Exposure, double Rate, double Order)
{
    // Less still ground than this says nothing.
    private const double LeastExposure = 2;

    /// <summary>How surely there is dirt in each shot: by what it shows itself, and by what the film shows where that is in doubt.</summary>
    /// <param name="width">Of the picture, in samples.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<FrameSurvey> frames, IReadOnlyList<Shot> shots, int width, int height)
    {
        var found = shots.Select(shot => Of(frames, shot, width, height)).ToList();
        // Shots in which things fly or fall say little of the others.
        static double Dirty(DirtEvidence shot) => shot.Exposure * shot.Rate * (1 - shot.Order);
        static double Seen(DirtEvidence shot) => shot.Exposure * Math.Max(0.4, 1 - shot.Rate * shot.Order);
        var (dirty, seen) = (found.Sum(Dirty), found.Sum(Seen));
        return [.. found.Select(shot => Math.Round(shot.Among(Math.Clamp(2 * (dirty - Dirty(shot)) / Math.Max(LeastExposure, seen - Seen(shot)), 0, 1)), 3))];
    }

    /// <summary>How surely there is dirt, among shots in which there is dirt as surely as <paramref name="others"/>.</summary>
    public double Among(double others) => Exposure < LeastExposure
        ? Math.Max(others, Rate * (1 - Order))
        // Cleaner shots of a dirty film have some too; where things fly or fall in one, both may be there.
        : (1 - Order) * Math.Max(Rate, 0.5 * others) + Order * Rate * 0.5 * others;

    /// <summary>What one shot says.</summary>
    public static DirtEvidence Of(IReadOnlyList<FrameSurvey> frames, Shot shot, int width, int height)
    {
        var tracks = Tracks(frames, shot, width, height);
        // Few may be many by chance.
        var rate = (tracks.Count - 2 * Math.Sqrt(tracks.Count)) / Math.Max(LeastExposure, tracks.Exposure);
        // Dust on the negative is all white, and so are rain, snow and sparks: of what is bright or dark alone, less order is enough.
        var doubt = 1 - 0.45 * Ramp(Math.Max(tracks.Bright, 1 - tracks.Bright), 0.9, 1);
        var order = 1 - (1 - Ramp(tracks.Followed / doubt, 0.03, 0.08)) * (1 - Ramp(tracks.Drift / doubt, 0.02, 0.045)) * (1 - Ramp(tracks.Returning / doubt, 0.05, 0.2))
            * (1 - Ramp(tracks.Aligned / doubt, 0.45, 0.7)) * (1 - Ramp((1 - tracks.Evenness) / doubt, 0.25, 0.45));
        return new DirtEvidence(tracks.Exposure, Ramp(rate, 1.25, 3), order);
    }

    /// <summary>A shot's flecks, gathered.</summary>
    public static FleckTracks Tracks(IReadOnlyList<FrameSurvey> frames, Shot shot, int width, int height)
    {
        var tracks = new FleckTracks(width, height);
        double x = 0, y = 0;
        // A census is of the frame before, and holds it against the one before that.
        for (var i = shot.Frames.First + 2; i <= shot.Frames.Last; i++)
        {
            if (frames[i].Flecks is { } census)
                tracks.Add(census, x, y);
            (x, y) = (x + frames[i].Motion.X, y + frames[i].Motion.Y);
        }
        return tracks;
    }

    private static double Ramp(double value, double none, double all) => Math.Clamp((value - none) / (all - none), 0, 1);
}

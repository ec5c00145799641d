namespace Kinolux.Previs.Figures;

/// <summary>How somebody goes.</summary>
/// <param name="Speed">Metres a second on the straight.</param>
/// <param name="Gait">What is special about the going.</param>
public sealed record WalkPace(float Speed, Gait Gait = Gait.Even)
{
    /// <summary>Above which share of √(gravity × leg) people run: a Froude number of ½ (R. M. Alexander, 1989).</summary>
    internal bool Runs(float leg) => Speed * Speed / (9.81f * leg) > .5f;

    /// <summary>How a figure goes of itself: comfortable speed grows with the root of the leg; those who limp or shuffle are slower.</summary>
    public static WalkPace Of(Figure figure)
    {
        var gait = figure.Looks.Gait.Value;
        var pace = 1.35f * MathF.Sqrt(figure.Proportions.HipHeight / .92f);
        return new(pace * gait switch { Gait.Limp => .68f, Gait.Cane => .6f, Gait.Crutches => .5f, Gait.Shuffle => .45f, Gait.Upright => 1.05f, _ => 1 }, gait);
    }

    /// <summary>The same figure, running.</summary>
    public static WalkPace Running(Figure figure) => new(3.1f * MathF.Sqrt(figure.Proportions.HipHeight / .92f), figure.Looks.Gait.Value);
}

using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Stabilise;

/// <summary>
/// How each frame of a shot would be moved onto the camera's course, and what the moves as a whole look like: a gate's weave is of one size, and no two steps are alike.
/// </summary>
internal sealed class Weave
{
    /// <summary>A gate never moves a frame by more than so many times its weave; what was measured beyond is a mistake, or meant.</summary>
    internal const double Farthest = 4;

    /// <summary>Of a mean step between a picture's places, what a measurement may err by.</summary>
    private const double StepError = 0.08;

    /// <summary>Fewer steps than this may look alike by chance.</summary>
    private const int LeastSteps = 8;

    /// <summary>How far each frame's picture is moved, in luma samples, right positive.</summary>
    public required double[] X { get; init; }

    /// <summary>Down positive.</summary>
    public required double[] Y { get; init; }

    /// <summary>How far each is turned, in radians, clockwise positive.</summary>
    public required double[] Rotation { get; init; }

    /// <summary>What most frames weave by from one to the next, luma samples; no frame is moved by more than <see cref="Farthest"/> times as much.</summary>
    public required double Size { get; init; }

    /// <summary>The farthest that a frame is moved, luma samples.</summary>
    public required double Largest { get; init; }

    /// <summary>See <see cref="WeavePath.Independence"/>.</summary>
    public required double Independence { get; init; }

    /// <summary>The share of frames that were measured to lie farther off than a gate moves them; they stay where they are.</summary>
    public required double Beyond { get; init; }

    /// <summary>True where the picture goes in equal steps: credits and pans made by whole rows and columns, drawings moved on twos.</summary>
    public required bool Steps { get; init; }

    /// <summary>See <see cref="WeavePath.Disagreement"/>.</summary>
    public required double Disagreement { get; init; }

    /// <summary>Frames that show a moment of their own.</summary>
    public required int Moments { get; init; }

    /// <summary>The share of steps between such frames across which the light doubles or halves: motion cannot be followed there.</summary>
    public required double Jumps { get; init; }

    public static Weave Of(ShotSurvey shot)
    {
        var path = WeavePath.Of(shot);
        var (x, y, rotation) = (Difference(path.SteadyX, path.X), Difference(path.SteadyY, path.Y), Difference(path.SteadyRotation, path.Rotation));
        // Halfway from the centre to the farther edge, where a turn shows as much as in the mean of the picture.
        var arm = Math.Max(shot.Format.Width, shot.Format.Height) / 4.0;
        // What single frames were measured to do is no weave of the shot.
        var size = Length(Smoothing.UsualShake(x), Smoothing.UsualShake(y), Smoothing.UsualShake(rotation) * arm);
        var independence = path.Independence(x, y);
        var beyond = 0;
        for (var i = 0; i < x.Length; i++)
            if (Length(x[i], y[i], rotation[i] * arm) > Farthest * size)
            {
                (x[i], y[i], rotation[i]) = (0, 0, 0);
                beyond++;
            }
        return new Weave
        {
            X = x,
            Y = y,
            Rotation = rotation,
            Size = size,
            Largest = Enumerable.Range(0, x.Length).Max(i => Math.Sqrt(x[i] * x[i] + y[i] * y[i])),
            Independence = Math.Min(1, independence),
            Beyond = (double)beyond / Math.Max(1, x.Length),
            Steps = independence > Alternating || GoesInSteps(shot, path.States),
            Disagreement = path.Disagreement(shot),
            Moments = path.States.Count(state => state == FrameState.Good),
            Jumps = LightJumps(shot, path.States),
        };
    }

    /// <summary>Von Neumann's ratio, halved, is 1 for a gate and 2 for a picture that goes to and fro from frame to frame, as one does that is moved by 2 and 3 rows in turn.</summary>
    private const double Alternating = 1.7;

    // Of the light, from frame to frame; and 16-bit levels, below which shares of it say nothing.
    private const double Jump = 2;
    private const double Dark = 8 * 257;

    private static double LightJumps(ShotSurvey shot, FrameState[] states)
    {
        var (jumps, steps) = (0, 0);
        for (var i = 1; i < states.Length; i++)
            if (states[i] == FrameState.Good && states[i - 1] is FrameState.Good or FrameState.Duplicate)
            {
                var share = (shot.Frames[i].Mean + Dark) / (shot.Frames[i - 1].Mean + Dark);
                jumps += share is > Jump or < 1 / Jump ? 1 : 0;
                steps++;
            }
        return steps == 0 ? 0 : (double)jumps / steps;
    }

    private static bool GoesInSteps(ShotSurvey shot, FrameState[] states)
    {
        var steps = new List<(double X, double Y)>();
        for (var i = 1; i < states.Length; i++)
            if (states[i] == FrameState.Good && states[i - 1] is FrameState.Good or FrameState.Duplicate && shot.Frames[i].Pairs is [{ Lag: 1 } pair, ..])
                steps.Add((pair.Motion.X, pair.Motion.Y));
        return steps.Count >= LeastSteps
            && (steps.Count(step => IsWhole(step.X) && IsWhole(step.Y)) >= 0.8 * steps.Count || AreTwo([.. steps.Select(step => step.X)]) || AreTwo([.. steps.Select(step => step.Y)]));
    }

    private static bool IsWhole(double step) => Math.Abs(step - Math.Round(step)) < StepError;

    /// <summary>True where the steps have two lengths, far apart against how much each of them varies.</summary>
    private static bool AreTwo(double[] steps)
    {
        Array.Sort(steps);
        var (gap, at) = (2 * StepError, 0);
        // A tenth at either end may be anything.
        var few = Math.Max(2, steps.Length / 10);
        for (var i = few; i <= steps.Length - few; i++)
            if (steps[i] - steps[i - 1] > gap)
                (gap, at) = (steps[i] - steps[i - 1], i);
        return at > 0 && Spread(steps.AsSpan(0, at)) < gap / 4 && Spread(steps.AsSpan(at)) < gap / 4;
    }

    /// <summary>Between the quartiles.</summary>
    private static double Spread(ReadOnlySpan<double> sorted) => sorted[(sorted.Length - 1) * 3 / 4] - sorted[(sorted.Length - 1) / 4];

    private static double Length(double x, double y, double turn) => Math.Sqrt(x * x + y * y + turn * turn);

    private static double[] Difference(double[] steady, double[] path) => [.. steady.Select((value, i) => value - path[i])];
}

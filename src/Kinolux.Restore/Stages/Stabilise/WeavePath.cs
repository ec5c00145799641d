using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Stabilise;

/// <summary>
/// Where the picture lay in each frame of a shot, and where it should have lain. The place is solved from pairs at several distances,
/// so errors do not add up as they do from frame to frame; a smooth course through it, as stiff as the shot allows, is the camera's, the rest the gate's.
/// </summary>
internal sealed class WeavePath
{
    /// <summary>The fastest that a hand sways a camera, in frames.</summary>
    private const double Unsteady = 11;

    private WeavePath(double[] x, double[] y, double[] rotation, double[] zoom, FrameState[] states)
    {
        (X, Y, Rotation, Zoom, States) = (x, y, rotation, zoom, states);
        (SteadyX, SteadyY, SteadyRotation) = (Steady(x), Steady(y), Steady(rotation));
    }

    /// <summary>Luma samples the picture has moved since the shot's first frame, right positive.</summary>
    public double[] X { get; }

    /// <summary>Down positive.</summary>
    public double[] Y { get; }

    /// <summary>Radians, clockwise positive.</summary>
    public double[] Rotation { get; }

    public double[] Zoom { get; }

    public FrameState[] States { get; }

    public double[] SteadyX { get; }

    public double[] SteadyY { get; }

    public double[] SteadyRotation { get; }

    /// <summary>How far the pairs and the path differ, in luma samples: the median. Motion that was taken for another's, from line to line of rolling text say, fits no path.</summary>
    public double Disagreement(ShotSurvey shot)
    {
        var errors = new List<double>();
        for (var i = 1; i < X.Length; i++)
            foreach (var pair in shot.Frames[i].Pairs)
                if (pair.Lag <= i && States[i] == FrameState.Good && States[i - pair.Lag] is FrameState.Good or FrameState.Duplicate)
                    errors.Add(Math.Sqrt(Square(X[i] - X[i - pair.Lag] - pair.Motion.X) + Square(Y[i] - Y[i - pair.Lag] - pair.Motion.Y)));
        errors.Sort();
        return errors.Count == 0 ? 0 : errors[errors.Count / 2];
    }

    private static double Square(double value) => value * value;

    public static WeavePath Of(ShotSurvey shot)
    {
        var states = FrameStates.Of(shot.Frames);
        double Weight(int index, PairSurvey pair) =>
            states[index] is FrameState.Good or FrameState.Duplicate && states[index - pair.Lag] is FrameState.Good or FrameState.Duplicate
                ? pair.Motion.Confidence * pair.Motion.Confidence / pair.Lag
                : 0;
        return new WeavePath(
            PairPath.Solve(shot, (i, pair) => (pair.Motion.X, Weight(i, pair))),
            PairPath.Solve(shot, (i, pair) => (pair.Motion.Y, Weight(i, pair))),
            PairPath.Solve(shot, (i, pair) => (pair.Motion.Rotation, Weight(i, pair))),
            PairPath.Solve(shot, (i, pair) => (pair.Motion.Zoom, Weight(i, pair))),
            states);
    }

    /// <summary>
    /// The camera's course. A duplicate is left out and moves with the frame that it repeats: it shows no moment of its own,
    /// and giving it a place between its neighbours would make a jerk of it.
    /// </summary>
    private double[] Steady(double[] path)
    {
        var moments = Enumerable.Range(0, path.Length).Where(i => i == 0 || States[i] != FrameState.Duplicate).ToArray();
        var curve = moments.Select(i => path[i]).ToArray();
        var weights = moments.Select(i => States[i] is FrameState.Good or FrameState.Duplicate ? 1.0 : 0).ToArray();
        var smooth = Smoothing.Smooth(curve, Smoothing.Choose(curve, weights, Unsteady), weights);
        var steady = new double[path.Length];
        for (int i = 0, moment = -1; i < path.Length; i++)
        {
            if (moment + 1 < moments.Length && moments[moment + 1] == i)
                moment++;
            steady[i] = path[i] + smooth[moment] - curve[moment];
        }
        return steady;
    }

    /// <summary>
    /// How independent the weave is from frame to frame: 1 for a gate's, near 0 for a hand's or a cart's, 2 for one that goes to and fro.
    /// Von Neumann's ratio (1941) of squared steps to squares, halved.
    /// </summary>
    public double Independence(params ReadOnlySpan<double[]> weave)
    {
        double steps = 0, squares = 1e-12;
        foreach (var curve in weave)
        {
            var last = double.NaN;
            for (var i = 0; i < curve.Length; i++)
            {
                // A duplicate is no moment of its own.
                if (States[i] != FrameState.Good)
                    continue;
                if (!double.IsNaN(last))
                {
                    steps += (curve[i] - last) * (curve[i] - last);
                    squares += curve[i] * curve[i];
                }
                last = curve[i];
            }
        }
        return steps / squares / 2;
    }
}

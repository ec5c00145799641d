using Kinolux.Core.Frames;
using Kinolux.Restore.Motion;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>Another frame of the window, and where in it to look for what is in the current frame.</summary>
/// <param name="Offset">Its number less that of the current frame.</param>
/// <param name="Flow">Motion from the current frame, or from <paramref name="Via"/> where there is one.</param>
/// <param name="Via">The nearer neighbour on the same side that motion is followed through.</param>
internal sealed record Neighbour(int Offset, Frame Frame, FlowField Flow, Neighbour? Via = null)
{
    /// <summary>Motion of the luma sample at (x, y) of the current frame.</summary>
    public Displacement MotionAt(int x, int y)
    {
        if (Via is null)
            return Cell(x, y);
        var first = Via.MotionAt(x, y);
        return first + Cell(x + (first.U >> 4), y + (first.V >> 4));
    }

    private Displacement Cell(int x, int y)
    {
        var cell = Math.Clamp(y >> Flow.Shift, 0, Flow.Height - 1) * Flow.Width + Math.Clamp(x >> Flow.Shift, 0, Flow.Width - 1);
        return new Displacement(Flow.U[cell], Flow.V[cell]);
    }
}

using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>Dense motion from one picture to another, coarse to fine.</summary>
internal static class DenseFlow
{
    /// <exception cref="ArgumentException">The pyramids differ in size.</exception>
    public static FlowField Estimate(MotionPyramid from, MotionPyramid to, FlowSettings settings, FlowBuffers buffers, RowRunner rows)
    {
        if (from.Width != to.Width || from.Height != to.Height)
            throw new ArgumentException("Motion is between pictures of one size.", nameof(to));
        CellFlow? flow = null;
        for (var level = from.Coarsest; level >= settings.Finest; level--)
            flow = new PatchSearch(from[level], to[level], settings.Iterations, buffers).Run(flow, rows);
        var last = settings.Finest;
        if (settings.Polish > 0)
        {
            last--;
            flow = new PatchSearch(from[last], to[last], settings.Polish, buffers).Polish(flow!, rows);
        }
        using (flow!) // there is at least one level
            return Field(flow!, from.Width, from.Height, settings.Step, 16 << last);
    }

    private static FlowField Field(CellFlow flow, int width, int height, int step, int scale)
    {
        var field = new FlowField((width + step - 1) / step, (height + step - 1) / step, step);
        for (var i = 0; i < field.U.Length; i++)
        {
            field.U[i] = Sixteenths(flow.U[i] * scale);
            field.V[i] = Sixteenths(flow.V[i] * scale);
        }
        return field;
    }

    private static short Sixteenths(float value) => (short)Math.Clamp(MathF.Round(value), short.MinValue, short.MaxValue);
}

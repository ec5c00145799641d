using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>
/// Motion of the whole picture between two frames: what most of the picture agrees on is found by a vote of coarse dense motion, then refined over all patches,
/// level by level, to about a hundredth of a sample. Brightness changes, dirt, scratches and moving objects have no say unless they are most of the picture.
/// </summary>
public static class GlobalMotionEstimator
{
    private const int Searches = 10;

    /// <summary>Where the next finer level goes on.</summary>
    private static readonly (int Patches, int Iterations, double Arrived) Coarse = (800, 5, 0.02);

    /// <summary>Exact: what is left of error is the film's.</summary>
    private static readonly (int Patches, int Iterations, double Arrived) Fine = (1700, 6, 0.002);

    /// <summary>Motion from one picture to the next.</summary>
    /// <param name="from">The earlier picture.</param>
    /// <param name="to">A picture of the same size.</param>
    /// <returns>Luma samples and radians; zero with confidence 0 where the pictures show nothing.</returns>
    public static GlobalMotion Between(MotionPyramid from, MotionPyramid to, RowRunner rows)
    {
        if (from.Width != to.Width || from.Height != to.Height)
            throw new ArgumentException("Motion is between pictures of one size.", nameof(to));
        var start = Start(from);
        var buffers = new FlowBuffers();
        CellFlow? flow = null;
        for (var level = from.Coarsest; level >= start; level--)
            flow = new PatchSearch(from[level], to[level], Searches, buffers).Run(flow, rows);
        var motion = MotionVote.Count(flow!, from[start]); // the loop runs at least once
        var agreement = 0.0;
        for (var level = start; level >= from.Finest; level--)
        {
            var effort = level > from.Finest ? Coarse : Fine;
            (motion, agreement) = new SimilarityAlignment(from[level], to[level], effort.Patches).Refine(motion, effort.Iterations, effort.Arrived, rows);
            if (level > from.Finest)
                motion = (2 * motion.X, 2 * motion.Y, 2 * motion.R, 2 * motion.Z);
        }
        var unit = Math.Max(from[from.Finest].Width, from[from.Finest].Height) / 2.0;
        var scale = 1 << from.Finest;
        return new GlobalMotion((float)(motion.X * scale), (float)(motion.Y * scale), (float)(motion.R / unit), (float)(motion.Z / unit), (float)agreement);
    }

    /// <summary>The level that still has some hundred patches.</summary>
    private static int Start(MotionPyramid pyramid)
    {
        var level = pyramid.Coarsest;
        while (level > pyramid.Finest && Math.Min(pyramid[level].Width, pyramid[level].Height) < 60)
            level--;
        return level;
    }
}

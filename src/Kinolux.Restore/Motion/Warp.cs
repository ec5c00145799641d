using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Motion;

/// <summary>Motion compensation of any plane.</summary>
public static class Warp
{
    /// <summary>
    /// Brings a plane of the second frame onto the first: result(x, y) = source(x + u, y + v), with the motion interpolated between cells and the samples
    /// by cubic convolution at 1/64 of a sample. Places beyond the picture take its edge.
    /// </summary>
    /// <param name="source">A plane of the frame that <paramref name="motion"/> leads to.</param>
    /// <param name="shiftX">By how many powers of two the plane is narrower than the picture: 0, or 1 for subsampled chroma.</param>
    /// <param name="shiftY">By how many it is lower.</param>
    /// <param name="result">Of the source's size, and another plane.</param>
    public static void Run(Plane source, FlowField motion, int shiftX, int shiftY, Plane result, RowRunner rows)
    {
        if (result.Width != source.Width || result.Height != source.Height || ReferenceEquals(result, source))
            throw new ArgumentException("The result must be another plane of the same size.", nameof(result));
        rows.Run(source.Height, (top, end) =>
        {
            var row = new FlowRow(motion, source.Width, shiftX, shiftY);
            for (var y = top; y < end; y++)
            {
                row.Run(y);
                CubicWarp.Run(source, row.U, row.V, y, result.Row(y));
            }
        });
    }
}

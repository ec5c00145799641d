using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Damage;

namespace Kinolux.Restore.Evaluation;

/// <summary>What one frame adds to a <see cref="FilmScore"/>.</summary>
internal sealed record FrameScore(double MeanSquare, double Ssim, FitSums Fit, WeaveOffset Place, Region Outside, IReadOnlyDictionary<string, Region> Inside)
{
    /// <summary>Closer than this to the reference counts as repaired, in levels of 255.</summary>
    public const int FixedBelow = 12;

    /// <summary>Further off than this counts as altered, in levels of 255.</summary>
    public const int AlteredAbove = 8;

    public static FrameScore Of(Plane reference, Plane film, IReadOnlyDictionary<string, byte[]> masks, RowRunner rows)
    {
        Fidelity.RequireSameSize(reference, film);
        var width = reference.Width;
        var sums = default(FitSums);
        var outside = default(Region);
        var inside = masks.ToDictionary(mask => mask.Key, _ => default(Region));
        var any = new bool[width];
        for (var y = 0; y < reference.Height; y++)
        {
            var a = reference.Row(y);
            var b = film.Row(y);
            Array.Clear(any);
            foreach (var (kind, mask) in masks)
            {
                var row = mask.AsSpan(y * width, width);
                var region = inside[kind];
                for (var x = 0; x < width; x++)
                    if (row[x] != 0)
                    {
                        any[x] = true;
                        region = region.With(a[x] - b[x]);
                    }
                inside[kind] = region;
            }
            for (var x = 0; x < width; x++)
            {
                sums = sums.With(a[x] / 257.0, b[x] / 257.0);
                if (!any[x])
                    outside = outside.With(a[x] - b[x]);
            }
        }
        return new FrameScore(Fidelity.MeanSquare(reference, film), Similarity.Ssim(reference, film, rows), sums, Registration.Locate(reference, film), outside, inside);
    }
}

using Kinolux.Core.Frames;

namespace Kinolux.Restore.Evaluation;

/// <summary>How far one plane is from its reference. Levels are of 255 whatever the film's depth.</summary>
public static class Fidelity
{
    /// <summary>No frame counts for more than this, so that untouched frames do not swamp a mean.</summary>
    public const double Cap = 60;

    /// <summary>Peak signal to noise ratio of a mean squared error in levels of 255, in dB, at most <see cref="Cap"/>.</summary>
    public static double Psnr(double meanSquare) => meanSquare <= 0 ? Cap : Math.Min(Cap, 10 * Math.Log10(255 * 255 / meanSquare));

    /// <summary>Mean squared error in levels of 255.</summary>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static double MeanSquare(Plane reference, Plane film)
    {
        RequireSameSize(reference, film);
        var sum = 0L;
        for (var y = 0; y < reference.Height; y++)
        {
            var a = reference.Row(y);
            var b = film.Row(y);
            for (var x = 0; x < a.Length; x++)
            {
                long d = a[x] - b[x];
                sum += d * d;
            }
        }
        return sum / (257.0 * 257 * reference.Width * reference.Height);
    }

    public static double Psnr(Plane reference, Plane film) => Psnr(MeanSquare(reference, film));

    internal static void RequireSameSize(Plane a, Plane b)
    {
        if (a.Width != b.Width || a.Height != b.Height)
            throw new ArgumentException($"A plane of {b.Width}×{b.Height} cannot be compared with one of {a.Width}×{a.Height}.");
    }
}

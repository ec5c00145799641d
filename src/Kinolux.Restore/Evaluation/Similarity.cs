using System.Numerics;
using Kinolux.Core.Kernels;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Restore.Evaluation;

/// <summary>
/// Structural similarity (Wang, Bovik, Sheikh, Simoncelli: Image Quality Assessment, 2004): Gaussian window 11×11 with deviation 1.5, K1 0.01, K2 0.03,
/// mean over all places where the window fits.
/// </summary>
public static class Similarity
{
    private const int Window = 11;
    private const float C1 = 0.01f * 255 * (0.01f * 255);
    private const float C2 = 0.03f * 255 * (0.03f * 255);
    private static readonly float[] Weights = MakeWeights();

    /// <returns>1 for equal planes. Planes smaller than the window are compared as if their edges repeated.</returns>
    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public static double Ssim(Plane reference, Plane film, RowRunner rows)
    {
        Fidelity.RequireSameSize(reference, film);
        var margin = Math.Min(reference.Width, reference.Height) < Window ? Window / 2 : 0;
        var width = reference.Width + 2 * margin - Window + 1;
        var height = reference.Height + 2 * margin - Window + 1;
        var sum = rows.Sum(height, (first, end) => Band(reference, film, margin, width, first, end));
        return sum / ((double)width * height);
    }

    private static double Band(Plane reference, Plane film, int margin, int width, int first, int end)
    {
        // For each of x, y, xx, yy, xy: horizontally filtered rows in a ring as tall as the window.
        var ring = new float[5][][];
        for (var k = 0; k < 5; k++)
            ring[k] = [.. Enumerable.Range(0, Window).Select(_ => new float[width])];
        var products = new float[5][];
        for (var k = 0; k < 5; k++)
            products[k] = new float[width + Window - 1];
        var moments = new float[5][];
        for (var k = 0; k < 5; k++)
            moments[k] = new float[width];
        var sum = 0.0;
        for (var y = first; y < end + Window - 1; y++)
        {
            Multiply(reference, film, y - margin, margin, products);
            for (var k = 0; k < 5; k++)
                Across(products[k], ring[k][y % Window]);
            if (y < first + Window - 1)
                continue;
            for (var k = 0; k < 5; k++)
                Down(ring[k], y - Window + 1, moments[k]);
            sum += Compare(moments);
        }
        return sum;
    }

    private static void Multiply(Plane reference, Plane film, int y, int margin, float[][] products)
    {
        var a = reference.Row(Math.Clamp(y, 0, reference.Height - 1));
        var b = film.Row(Math.Clamp(y, 0, film.Height - 1));
        for (var i = 0; i < products[0].Length; i++)
        {
            var x = Math.Clamp(i - margin, 0, a.Length - 1);
            var (p, q) = (a[x] / 257f, b[x] / 257f);
            products[0][i] = p;
            products[1][i] = q;
            products[2][i] = p * p;
            products[3][i] = q * q;
            products[4][i] = p * q;
        }
    }

    private static void Across(float[] source, float[] target)
    {
        Array.Clear(target);
        for (var t = 0; t < Window; t++)
            Accumulate(Weights[t], source.AsSpan(t, target.Length), target);
    }

    private static void Down(float[][] ring, int first, float[] target)
    {
        Array.Clear(target);
        for (var t = 0; t < Window; t++)
            Accumulate(Weights[t], ring[(first + t) % Window], target);
    }

    private static void Accumulate(float weight, ReadOnlySpan<float> source, Span<float> target)
    {
        var n = Vector<float>.Count;
        var x = 0;
        for (; x <= target.Length - n; x += n)
            (new Vector<float>(target[x..]) + weight * new Vector<float>(source[x..])).CopyTo(target[x..]);
        for (; x < target.Length; x++)
            target[x] += weight * source[x];
    }

    private static double Compare(float[][] moments)
    {
        var sum = 0.0;
        for (var x = 0; x < moments[0].Length; x++)
        {
            var (a, b) = (moments[0][x], moments[1][x]);
            var (aa, bb, ab) = (moments[2][x] - a * a, moments[3][x] - b * b, moments[4][x] - a * b);
            sum += (2 * a * b + C1) * (2 * ab + C2) / ((a * a + b * b + C1) * (aa + bb + C2));
        }
        return sum;
    }

    private static float[] MakeWeights()
    {
        var weights = new double[Window];
        for (var i = 0; i < Window; i++)
            weights[i] = Math.Exp(-(i - Window / 2) * (i - Window / 2) / (2 * 1.5 * 1.5));
        var sum = weights.Sum();
        return [.. weights.Select(weight => (float)(weight / sum))];
    }
}

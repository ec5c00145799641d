using System.Buffers;
using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Survey;

/// <summary>How much a frame looks like an intertitle: two tones, an even ground, and lettering in rows.</summary>
internal static class TextMeter
{
    public static float Measure(Glimpse glimpse, float[] quantiles)
    {
        // The ground is what most of the picture is; lettering covers a few percent up to a third.
        var (low, high) = Extremes(glimpse.Grey);
        if (high - low < 0.25f * 65535)
            return 0;
        var middle = (low + high) / 2;
        var darkGround = quantiles[quantiles.Length / 2] < middle;
        var (ink, between) = (0, 0);
        var inkRows = new int[glimpse.Height];
        var changes = new int[glimpse.Height];
        for (var y = 0; y < glimpse.Height; y++)
        {
            var was = false;
            for (var x = 0; x < glimpse.Width; x++)
            {
                var grey = glimpse.Grey[y * glimpse.Width + x];
                var isInk = grey > middle == darkGround;
                if (isInk)
                {
                    ink++;
                    inkRows[y]++;
                }
                if (MathF.Abs(grey - middle) < (high - low) * 0.2f)
                    between++;
                if (isInk != was)
                    changes[y]++;
                was = isInk;
            }
        }
        var area = (float)glimpse.Grey.Length;
        var coverage = ink / area;
        if (coverage is < 0.004f or > 0.35f)
            return 0;
        return Evenness(between / area) * Lines(glimpse.Width, inkRows, changes) * GroundEvenness(glimpse, darkGround, middle, high - low);
    }

    private static (float Low, float High) Extremes(float[] grey)
    {
        var greys = ArrayPool<float>.Shared.Rent(grey.Length);
        var own = greys.AsSpan(0, grey.Length);
        grey.CopyTo(own);
        var ends = (Selection.Nth(own, grey.Length / 100), Selection.Nth(own, grey.Length - 1 - grey.Length / 400));
        ArrayPool<float>.Shared.Return(greys);
        return ends;
    }

    // Photographs have many greys between; lettering only at its edges.
    private static float Evenness(float between) => Math.Clamp((0.22f - between) / 0.12f, 0, 1);

    // Lettering crosses a row many times in short strokes, and leaves empty rows between the lines.
    private static float Lines(int width, int[] inkRows, int[] changes)
    {
        var (textRows, emptyRows, crossings) = (0, 0, 0);
        for (var y = 0; y < inkRows.Length; y++)
            if (inkRows[y] <= width / 100)
                emptyRows++;
            else if (changes[y] >= 6 && inkRows[y] < width * 3 / 5)
            {
                textRows++;
                crossings += changes[y];
            }
        if (textRows < 3)
            return 0;
        var share = (float)(textRows + emptyRows) / inkRows.Length;
        var density = (float)crossings / textRows;
        return Math.Clamp((share - 0.6f) / 0.25f, 0, 1) * Math.Clamp((density - 5) / 5, 0, 1) * Math.Clamp(emptyRows * 4f / inkRows.Length, 0, 1);
    }

    private static float GroundEvenness(Glimpse glimpse, bool dark, float middle, float range)
    {
        double sum = 0, squares = 0;
        var count = 0;
        foreach (var grey in glimpse.Grey)
            if (grey > middle != dark)
            {
                sum += grey;
                squares += (double)grey * grey;
                count++;
            }
        var spread = Math.Sqrt(Math.Max(0, squares / count - sum / count * (sum / count)));
        return (float)Math.Clamp((0.16 - spread / range) / 0.08, 0, 1);
    }
}

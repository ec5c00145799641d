namespace Kinolux.Report.Plots;

/// <summary>A plot as the page gets it: each line as least and greatest value of equal stretches of frames, so that a lone peak stays visible at any length.</summary>
public sealed record PlotModel(string Id, string Title, string Unit, PlotStyle Style, IReadOnlyList<PlotModel.Line> Lines)
{
    /// <summary>Most stretches that the whole film is cut into.</summary>
    public const int Stretches = 2048;

    /// <summary>Frames in each part that the page loads when a person looks closely.</summary>
    public const int PartFrames = 8192;

    /// <summary>How many frames make a stretch, so that there are at most <see cref="Stretches"/>.</summary>
    public static int StretchOf(int frames) => Math.Max(1, (frames + Stretches - 1) / Stretches);

    public static PlotModel Overview(FramePlot plot, int frames)
    {
        var stretch = StretchOf(frames);
        return new PlotModel(plot.Id, plot.Title, plot.Unit, plot.Style, [.. plot.Lines.Select(line => Summarise(line, stretch))]);
    }

    /// <summary>The plot of some frames, each exact.</summary>
    public static PlotModel Part(FramePlot plot, int first, int count) =>
        new(plot.Id, plot.Title, plot.Unit, plot.Style, [.. plot.Lines.Select(line => new Line(line.Name, Exact(line, first, count), null))]);

    /// <summary>The values of the frames from <paramref name="first"/>, shortened to what can be seen.</summary>
    public static double?[] Exact(PlotLine line, int first, int count)
    {
        var values = new double?[Math.Max(0, Math.Min(count, line.Values.Count - first))];
        for (var i = 0; i < values.Length; i++)
            values[i] = Short(line.Values[first + i]);
        return values;
    }

    private static Line Summarise(PlotLine line, int stretch)
    {
        if (stretch == 1)
            return new Line(line.Name, Exact(line, 0, line.Values.Count), null);
        var count = (line.Values.Count + stretch - 1) / stretch;
        var (least, greatest) = (new double?[count], new double?[count]);
        for (var i = 0; i < count; i++)
        {
            var (low, high) = (float.PositiveInfinity, float.NegativeInfinity);
            for (var j = i * stretch; j < Math.Min((i + 1) * stretch, line.Values.Count); j++)
                if (float.IsFinite(line.Values[j]))
                    (low, high) = (Math.Min(low, line.Values[j]), Math.Max(high, line.Values[j]));
            (least[i], greatest[i]) = (Short(low), Short(high));
        }
        return new Line(line.Name, least, greatest);
    }

    // Four digits are more than a screen shows, and keep the page small.
    private static double? Short(float value)
    {
        if (!float.IsFinite(value))
            return null;
        var magnitude = value == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value)));
        return Math.Round(value, Math.Clamp(3 - magnitude, 0, 6));
    }

    /// <summary>Values of one curve. <paramref name="High"/> is null where each stretch is one frame.</summary>
    public sealed record Line(string Name, double?[] Low, double?[]? High);
}

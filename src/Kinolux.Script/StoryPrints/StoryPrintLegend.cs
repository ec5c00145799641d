using Kinolux.Report.Svg;
using System.Globalization;

namespace Kinolux.Script.StoryPrints;

/// <summary>Says what the rings and colours of a StoryPrint are.</summary>
internal static class StoryPrintLegend
{
    /// <summary>Rows of two columns: how it is read, and the settings.</summary>
    public static IReadOnlyList<(LegendRow? Left, LegendRow? Right)> Of(StoryPrint print, PlaceColours places)
    {
        var left = Reading(print).ToList();
        var right = places.Names.Select((name, at) => new LegendRow($"p{at}", SvgText.Shortened(name, 52))).ToList();
        if (places.HasOthers)
            right.Add(new LegendRow("p-other", places.Names.Count == 0 ? "no setting" : "other settings"));
        return [.. Enumerable.Range(0, Math.Max(left.Count, right.Count)).Select(i => (left.ElementAtOrDefault(i), right.ElementAtOrDefault(i)))];
    }

    private static IEnumerable<LegendRow> Reading(StoryPrint print)
    {
        yield return new LegendRow("", "Clockwise from the top: scenes, as long as their printed lines.");
        yield return new LegendRow("day", "outermost: day");
        yield return new LegendRow("night", "night");
        yield return new LegendRow("between", "dawn, dusk, evening");
        yield return new LegendRow("inside", "below: inside");
        yield return new LegendRow("outside", "outside");
        yield return new LegendRow("", "then the setting, then a ring for each person: thicker where more of the");
        yield return new LegendRow("", "scene's words and names in action are the person's, pale where only named.");
        yield return new LegendRow("", "what the person says: bad words, −.25 and less", ValenceColour.Of(-1));
        yield return new LegendRow("", "neutral; fainter where few words are charged", ValenceColour.Of(0));
        yield return new LegendRow("", "good words, .25 and more", ValenceColour.Of(1));
        yield return new LegendRow("", "hatched: emotion not known", "url(#unknown)");
        if (print.Sides.Any(side => side.Arc.Values.Count > 0))
        {
            yield return new LegendRow("", "In the middle the arc: outwards is better, inwards worse; dots and their");
            yield return new LegendRow("", "spread: where it may turn, by five kinds of turns in films.");
        }
        foreach (var side in print.Sides.Where(side => !side.Emotion.IsKnown))
            yield return new LegendRow("", SvgText.Shortened($"{side.Title}: emotion {side.Emotion.How}", 72));
        if (print.PersonsLeftOut > 0)
            yield return new LegendRow("", string.Create(CultureInfo.InvariantCulture, $"{print.PersonsLeftOut} persons of less prominence have no ring."));
        if (print.Sides.Count < 2)
            yield break;
        yield return new LegendRow("", SvgText.Shortened($"Outer half of each ring: {print.Sides[0].Title}; inner half: {print.Sides[1].Title}.", 72));
        if (!print.IsAligned)
        {
            yield return new LegendRow("", "They share no scenes: each runs at its own pace.");
            yield break;
        }
        yield return new LegendRow("only-first", SvgText.Shortened($"only in {print.Sides[0].Title}", 60));
        yield return new LegendRow("only-second", SvgText.Shortened($"only in {print.Sides[1].Title}", 60));
        yield return new LegendRow("changed", "in both, and changed");
    }

    public static void Draw(SvgText svg, IReadOnlyList<(LegendRow? Left, LegendRow? Right)> rows, int top, int lineHeight)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            Draw(svg, rows[i].Left, 40, top + (i * lineHeight));
            Draw(svg, rows[i].Right, 560, top + (i * lineHeight));
        }
    }

    private static void Draw(SvgText svg, LegendRow? row, int x, int y)
    {
        if (row is null)
            return;
        if (row.Swatch.Length > 0)
            svg.Line($"<rect x=\"{x}\" y=\"{y - 11}\" width=\"14\" height=\"14\" class=\"{row.Swatch}\"/>");
        else if (row.Fill.Length > 0)
            svg.Line($"<rect x=\"{x}\" y=\"{y - 11}\" width=\"14\" height=\"14\" fill=\"{row.Fill}\"/>");
        svg.Line($"<text x=\"{x + (row.Swatch.Length + row.Fill.Length > 0 ? 22 : 0)}\" y=\"{y}\" class=\"legend\">{SvgText.Escaped(row.Words)}</text>");
    }
}

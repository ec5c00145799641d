using Kinolux.Script.Emotion;

namespace Kinolux.Script.StoryPrints;

/// <summary>What a page says of a StoryPrint beside the drawing.</summary>
/// <param name="Sides">What the scripts are called.</param>
/// <param name="Rings">Whose each ring is.</param>
/// <param name="How">How its values are made.</param>
public sealed record StoryPrintData(string Title, IReadOnlyList<string> Sides, IReadOnlyList<string> Rings, IReadOnlyList<StoryPrintScene> Scenes, IReadOnlyList<LegendRow> Legend, IReadOnlyList<string> How)
{
    public static StoryPrintData Of(StoryPrint print)
    {
        var legend = StoryPrintLegend.Of(print, new PlaceColours(print));
        return new StoryPrintData(
            $"StoryPrint: {string.Join(" · ", print.Sides.Select(side => side.Title))}", [.. print.Sides.Select(side => side.Title)], [.. print.Rings.Select(ring => ring.Name)],
            [.. print.Sides.SelectMany((side, number) => side.Segments.Select(segment => StoryPrintScene.Of(print, number, segment)))],
            [.. legend.Select(row => row.Left).Concat(legend.Select(row => row.Right)).OfType<LegendRow>()],
            [.. print.Sides.Select(side => $"emotion: {side.Emotion.How}").Append(StoryArc.HowValues).Append(StoryArc.HowTurns).Distinct()]);
    }
}

using System.Net;
using System.Text.Json;
using Kinolux.Core.Text;
using Kinolux.Report;
using Kinolux.Script.Emotion;

namespace Kinolux.Script.StoryPrints;

/// <summary>A StoryPrint as one HTML file that opens from disk and says of each scene who is there and how it feels.</summary>
public static class StoryPrintPage
{
    /// <exception cref="Core.Faults.FaultException">KX3003: this build has no pages.</exception>
    public static string Of(StoryPrint print)
    {
        var title = string.Join(" · ", print.Sides.Select(side => side.Title));
        var legend = StoryPrintLegend.Of(print, new PlaceColours(print));
        var data = JsonSerializer.Serialize(
            new
            {
                title = $"StoryPrint: {title}", sides = print.Sides.Select(side => side.Title), rings = print.Rings.Select(ring => ring.Name),
                scenes = print.Sides.SelectMany((side, number) => side.Segments.Select(segment => Scene(print, number, segment))),
                legend = legend.Select(row => row.Left).Concat(legend.Select(row => row.Right)).OfType<LegendRow>(),
                how = print.Sides.Select(side => $"emotion: {side.Emotion.How}").Append(StoryArc.HowValues).Append(StoryArc.HowTurns).Distinct(),
            }, KinoluxJson.Line);
        // What a script says may not end an element, nor be taken for a place of the page.
        (string Mark, string Value)[] parts =
        [
            ("{{title}}", WebUtility.HtmlEncode(title)), ("{{style}}", ReportAssets.Read("storyprint.css")), ("{{svg}}", StoryPrintSvg.Element(print)),
            ("{{data}}", data.Replace("<", "\\u003c", StringComparison.Ordinal)), ("{{script}}", ReportAssets.Read("storyprint.js").Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase)),
        ];
        var (page, rest) = (new System.Text.StringBuilder(), ReportAssets.Read("storyprint.html"));
        // In the order in which they stand there.
        foreach (var (mark, value) in parts)
        {
            var at = rest.IndexOf(mark, StringComparison.Ordinal);
            page.Append(rest, 0, at).Append(value);
            rest = rest[(at + mark.Length)..];
        }
        return page.Append(rest).ToString();
    }

    private static object Scene(StoryPrint print, int number, StorySegment segment)
    {
        var side = print.Sides[number];
        var passage = side.Cast.Passages[segment.Passage];
        return new
        {
            side = number, index = segment.Passage, from = segment.From, number = passage.Number, heading = passage.Title, change = segment.Change, emotion = Value(side.Emotion.Of(segment.Passage)),
            people = side.Cast.Persons.SelectMany(person => person.Appearances.Where(at => at.Passage == segment.Passage).Select(at => new { person.Name, at.Words, named = at.Mentions, share = Math.Round(at.Prominence, 3), emotion = Value(side.Emotion.Of(person, segment.Passage)) })).OrderByDescending(person => person.share),
        };
    }

    private static double? Value(Feeling? feeling) => feeling is { Charged: > 0 } known ? Math.Round(known.Valence, 3) : null;
}

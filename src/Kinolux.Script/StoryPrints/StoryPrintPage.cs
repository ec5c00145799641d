using System.Net;
using System.Text.Json;
using Kinolux.Core.Text;
using Kinolux.Report;

namespace Kinolux.Script.StoryPrints;

/// <summary>A StoryPrint as one HTML file that opens from disk and says of each scene who is there and how it feels.</summary>
public static class StoryPrintPage
{
    /// <exception cref="Core.Faults.FaultException">KX3003: this build has no pages.</exception>
    public static string Of(StoryPrint print)
    {
        var title = string.Join(" · ", print.Sides.Select(side => side.Title));
        var data = JsonSerializer.Serialize(StoryPrintData.Of(print), KinoluxJson.Line);
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
}

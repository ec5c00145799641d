using Kinolux.Report.Svg;
using Kinolux.Script.Emotion;
using Kinolux.Script.StoryPrints;

namespace Kinolux.Script.Reports;

/// <summary>Draws how a script feels from its beginning to its end, with where it may turn. Its colours are for a white page; a page that has colours of its own knows the parts by their classes.</summary>
public static class ArcPicture
{
    private const double Left = 70, Right = 970, Top = 40, Middle = 170, Reach = 110, Foot = 320;

    /// <summary>The arc as SVG; it must be known.</summary>
    public static string Of(StoryArc arc, string title)
    {
        var svg = new SvgText();
        svg.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"story-arc\" viewBox=\"0 0 1000 400\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"15\">");
        svg.Line($"<title>How {SvgText.Escaped(title)} feels from its beginning to its end</title><rect class=\"ground\" width=\"1000\" height=\"400\" fill=\"#fff\"/>");
        svg.Line($"<path class=\"zero\" d=\"M{Left} {Middle}H{Right}\" stroke=\"#c8c8c8\" stroke-dasharray=\"3 5\"/><text x=\"{Left - 8}\" y=\"{Top + 12}\" class=\"scale\" text-anchor=\"end\" fill=\"#5a5a5a\">good</text><text x=\"{Left - 8}\" y=\"{Foot - 22}\" class=\"scale\" text-anchor=\"end\" fill=\"#5a5a5a\">bad</text>");
        var most = Math.Max(0.02, arc.Values.Max(Math.Abs));
        var points = string.Join(' ', arc.Values.Select((value, i) => $"{SvgText.Number(X(i / (double)Math.Max(1, arc.Values.Count - 1)))},{SvgText.Number(Middle - (Reach * value / most))}"));
        svg.Line($"<polyline class=\"arc\" points=\"{points}\" fill=\"none\" stroke=\"#1f6fb8\" stroke-width=\"3\" stroke-linejoin=\"round\"/>");
        for (var i = 0; i < arc.Turns.Count; i++)
        {
            var turn = arc.Turns[i];
            var (at, row) = (SvgText.Number(X(turn.At)), Foot + (i % 2 * 34));
            svg.Line($"<g class=\"turn\" data-turn=\"{i}\"><path class=\"spread\" d=\"M{SvgText.Number(X(turn.From))} {row}H{SvgText.Number(X(turn.To))}\" stroke=\"#8d8d8d\" stroke-width=\"4\"/><path class=\"tick-line\" d=\"M{at} {Top}V{row}\" stroke=\"#b35806\" stroke-dasharray=\"2 4\"/>");
            svg.Line($"<circle class=\"tick\" cx=\"{at}\" cy=\"{row}\" r=\"5\" fill=\"#b35806\"/><text x=\"{at}\" y=\"{row + 20}\" text-anchor=\"middle\" fill=\"#1b1b1b\">{SvgText.Escaped(turn.Name)}</text></g>");
        }
        return svg.Line($"</svg>").ToString();
    }

    private static double X(double share) => Left + (Math.Clamp(share, 0, 1) * (Right - Left));
}

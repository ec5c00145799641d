using Kinolux.Report.Svg;
using Kinolux.Script.Networks;
using Kinolux.Script.StoryPrints;

namespace Kinolux.Script.Reports;

/// <summary>Draws who meets whom: people on a circle, as large as their ties, in the order of their communities; ties as thick as they are strong. Its colours are for a white page; a page that has colours of its own knows the parts by their classes.</summary>
public static class NetworkPicture
{
    /// <summary>As many as can be told apart.</summary>
    public const int Most = 16;

    private const double Middle = 500, Radius = 300;
    private static readonly string[] Colours = ["#1f6fb8", "#b35806", "#00783c", "#7b3294", "#8a6d00", "#5a5a5a"];

    /// <summary>The network as SVG.</summary>
    public static string Of(Network network, string title)
    {
        var knots = network.Knots.Take(Most).OrderBy(knot => knot.Community).ThenByDescending(knot => knot.Strength).ToList();
        var at = knots.Select((knot, i) => (knot.Name, Angle: (2 * Math.PI * i / knots.Count) - (Math.PI / 2))).ToDictionary(knot => knot.Name, knot => (X: Middle + (Radius * Math.Cos(knot.Angle)), Y: Middle - 60 + (Radius * Math.Sin(knot.Angle)), knot.Angle));
        var svg = new SvgText();
        svg.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"story-network\" viewBox=\"0 0 1000 880\" role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"18\">");
        svg.Line($"<title>Who meets whom in {SvgText.Escaped(title)}</title><rect class=\"ground\" width=\"1000\" height=\"880\" fill=\"#fff\"/>");
        var ties = network.Ties.Where(tie => at.ContainsKey(tie.First) && at.ContainsKey(tie.Second)).Reverse().ToList();
        var strongest = ties.Select(tie => tie.Weight).DefaultIfEmpty(1).Max();
        foreach (var tie in ties)
        {
            var (one, other) = (at[tie.First], at[tie.Second]);
            svg.Line($"<path class=\"tie\" d=\"M{SvgText.Number(one.X)} {SvgText.Number(one.Y)}Q{Middle} {Middle - 60} {SvgText.Number(other.X)} {SvgText.Number(other.Y)}\" fill=\"none\" stroke=\"#1b1b1b\" stroke-opacity=\"{SvgText.Number(0.15 + (0.5 * tie.Weight / strongest))}\" stroke-width=\"{SvgText.Number(1 + (11.0 * tie.Weight / strongest))}\"/>");
        }
        var widest = Math.Max(1, knots.Select(knot => knot.Strength).DefaultIfEmpty(1).Max());
        foreach (var knot in knots)
        {
            var (x, y, angle) = at[knot.Name];
            var (size, side) = (8 + (18 * Math.Sqrt(knot.Strength / (double)widest)), Math.Cos(angle));
            svg.Line($"<g class=\"knot\" data-person=\"{SvgText.Escaped(knot.Name)}\"><circle class=\"c{(knot.Community - 1) % Colours.Length}\" cx=\"{SvgText.Number(x)}\" cy=\"{SvgText.Number(y)}\" r=\"{SvgText.Number(size)}\" fill=\"{Colours[(knot.Community - 1) % Colours.Length]}\" stroke=\"#fff\" stroke-width=\"2\"/>");
            var anchor = side > 0.2 ? "start" : side < -0.2 ? "end" : "middle";
            var (dx, dy) = (anchor == "middle" ? 0 : Math.Sign(side) * (size + 8), anchor == "middle" ? (Math.Sin(angle) > 0 ? size + 24 : -size - 10) : 6);
            svg.Line($"<text x=\"{SvgText.Number(x + dx)}\" y=\"{SvgText.Number(y + dy)}\" text-anchor=\"{anchor}\" fill=\"#1b1b1b\">{SvgText.Escaped(SvgText.Shortened(knot.Name, 18))}</text></g>");
        }
        return svg.Line($"</svg>").ToString();
    }
}

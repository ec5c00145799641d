using System.Globalization;
using Kinolux.Previs.Shots;
using Kinolux.Report.Svg;

namespace Kinolux.Previs.Boards;

/// <summary>The panels of a scene on one sheet: picture, name, framing, what is done and said.</summary>
internal static class BoardSheet
{
    private const int Across = 3, Width = 300, Gap = 18, Caption = 66;

    /// <summary>As SVG with its pictures inside.</summary>
    /// <param name="folder">Where the pictures are.</param>
    public static string Of(string title, IReadOnlyList<Panel> panels, double aspect, string folder)
    {
        var high = Width / aspect;
        var rows = (panels.Count + Across - 1) / Across;
        var (width, height) = (Across * (Width + Gap) + Gap, 40 + rows * (high + Caption + Gap));
        var svg = new SvgText();
        svg.Line($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height:0}\" width=\"{width}\" height=\"{height:0}\" font-family=\"sans-serif\" font-size=\"11\">");
        svg.Line($"<title>{SvgText.Escaped(title)}</title><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        svg.Line($"<text x=\"{Gap}\" y=\"25\" font-size=\"15\" font-weight=\"bold\">{SvgText.Escaped(title)}</text>");
        for (var i = 0; i < panels.Count; i++)
        {
            var (x, y, panel) = (Gap + i % Across * (Width + Gap), 40 + i / Across * (high + Caption + Gap), panels[i]);
            svg.Line($"<image x=\"{x}\" y=\"{y:0.##}\" width=\"{Width}\" height=\"{high:0.##}\" href=\"data:image/png;base64,{Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, panel.File)))}\"/>");
            svg.Line($"<rect x=\"{x}\" y=\"{y:0.##}\" width=\"{Width}\" height=\"{high:0.##}\" fill=\"none\" stroke=\"#222\"/>");
            svg.Line($"<text x=\"{x}\" y=\"{y + high + 14:0.##}\"><tspan font-weight=\"bold\">{SvgText.Escaped(panel.Shot.Name)}</tspan> {SvgText.Escaped(Says(panel.Shot))}</text>");
            var lines = Lines(panel.Caption, 52, 3);
            for (var line = 0; line < lines.Count; line++)
                svg.Line($"<text x=\"{x}\" y=\"{y + high + 29 + 13 * line:0.##}\" fill=\"#444\">{SvgText.Escaped(lines[line])}</text>");
        }
        svg.Line($"</svg>");
        return svg.ToString();
    }

    /// <summary>What a panel says of its shot: framing, lens, length.</summary>
    public static string Says(Shot shot) => string.Create(CultureInfo.InvariantCulture, $"{shot.Framing.Words}, {shot.Framing.Camera.Focal:0} mm, {shot.Frames.Count} frames{(shot.Framing.Follows ? ", pans along" : "")}");

    /// <summary>A text in lines that fit below a picture; the last one is cut where there are more.</summary>
    public static List<string> Lines(string text, int columns, int most)
    {
        List<string> lines = [];
        for (var rest = text; rest.Length > 0 && lines.Count < most;)
        {
            if (rest.Length <= columns || lines.Count == most - 1)
            {
                lines.Add(SvgText.Shortened(rest, columns));
                break;
            }
            var cut = rest.LastIndexOf(' ', columns);
            cut = cut < columns / 3 ? columns : cut;
            lines.Add(rest[..cut]);
            rest = rest[cut..].TrimStart();
        }
        return lines;
    }
}

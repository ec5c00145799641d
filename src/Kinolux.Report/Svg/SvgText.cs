using System.Globalization;
using System.Text;
using System.Xml;

namespace Kinolux.Report.Svg;

/// <summary>Writes SVG, the same text for the same picture on every machine.</summary>
public sealed class SvgText
{
    private readonly StringBuilder _text = new();

    public SvgText Line(FormattableString line)
    {
        _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        return this;
    }

    /// <summary>A number in as few figures as a hundredth of a unit takes.</summary>
    public static string Number(double value) => (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    /// <summary>A text that may stand in an element or an attribute, whatever is in it.</summary>
    public static string Escaped(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
            switch (text[i])
            {
                case '&': safe.Append("&amp;"); break;
                case '<': safe.Append("&lt;"); break;
                case '>': safe.Append("&gt;"); break;
                case '"': safe.Append("&quot;"); break;
                case var high when char.IsHighSurrogate(high) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]): safe.Append(high).Append(text[++i]); break;
                case var c when XmlConvert.IsXmlChar(c): safe.Append(c); break;
            }
        return safe.ToString();
    }

    /// <summary>A text no longer than some columns of which a wide character takes two.</summary>
    public static string Shortened(string text, double columns)
    {
        var (at, width) = (0, 0.0);
        while (at < text.Length && (width += Width(text[at])) <= columns)
            at++;
        if (at == text.Length)
            return text;
        at = Math.Max(0, at - 1);
        return text[..(at > 0 && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at)].TrimEnd() + "…";
    }

    private static double Width(char c) => c >= '\u1100' ? 1.7 : 1;

    public override string ToString() => _text.ToString();
}

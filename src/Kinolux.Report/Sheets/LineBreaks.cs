using System.Globalization;
using Kinolux.Report.Paper;

namespace Kinolux.Report.Sheets;

/// <summary>Breaks a text into lines: at spaces, and inside a word, such as a checksum, that is longer than a line.</summary>
internal static class LineBreaks
{
    public static List<string> Of(string text, TextStyle style, double width)
    {
        List<string> lines = [];
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (WidthOf(longer, style) <= width)
            {
                line = longer;
                continue;
            }
            if (line.Length > 0)
                lines.Add(line);
            line = word;
            while (WidthOf(line, style) > width && Fitting(line, style, width) is var fits && fits < line.Length)
            {
                lines.Add(line[..fits]);
                line = line[fits..];
            }
        }
        lines.Add(line);
        return lines;
    }

    // At least one character, however narrow the line is.
    private static int Fitting(string word, TextStyle style, double width)
    {
        var fits = StringInfo.GetNextTextElementLength(word);
        for (var next = fits; next < word.Length && WidthOf(word[..next], style) <= width; next += StringInfo.GetNextTextElementLength(word.AsSpan(next)))
            fits = next;
        return fits;
    }

    private static double WidthOf(string text, TextStyle style) => TextSpan.WidthOf(new TextSpan(text, style));
}

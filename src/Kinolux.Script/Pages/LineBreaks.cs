using System.Globalization;
using System.Text;
using Kinolux.Core.Text;

namespace Kinolux.Script.Pages;

/// <summary>Breaks text into lines of so many columns: at spaces, behind hyphens and dashes, and between characters of scripts that have no spaces.</summary>
internal static class LineBreaks
{
    // What no line begins with in Chinese and Japanese (JIS X 4051, the common ones).
    private const string NeverFirst = "、。，．・：；？！）」』】〉》〕｝ゝゞ々ーぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.!?:;)]}";
    private const string NeverLast = "（「『【〈《〔｛([{";

    /// <summary>Where each line begins and how long it is, white space at its end left out. At least one line.</summary>
    public static List<(int Start, int Length)> Of(string text, int width)
    {
        List<(int, int)> lines = [];
        var start = 0;
        while (true)
        {
            var end = text.IndexOf('\n', start);
            Wrap(text, start, end < 0 ? text.Length : end, width, lines);
            if (end < 0)
                return lines;
            start = end + 1;
        }
    }

    private static void Wrap(string text, int start, int end, int width, List<(int Start, int Length)> lines)
    {
        var (line, at, columns) = (start, start, 0);
        // The last place at which the line may end, and where the next one would begin.
        var (cut, next) = (-1, -1);
        while (at < end)
        {
            var length = StringInfo.GetNextTextElementLength(text.AsSpan(at, end - at));
            var isSpace = text[at] == ' ';
            var wide = isSpace ? 1 : Columns.Of(text.AsSpan(at, length));
            if (!isSpace && at > line && wide == 2 && MayPart(text, at))
                (cut, next) = (at, at);
            // Spaces may hang over the edge.
            if (columns + wide > width && !isSpace && at > line)
            {
                if (cut <= line)
                    (cut, next) = (at, at);
                Add(text, line, cut, lines);
                (line, at, columns) = (next, next, 0);
                (cut, next) = (-1, -1);
                continue;
            }
            columns += wide;
            at += length;
            if (isSpace)
            {
                // A paragraph's own indentation is no place to break.
                if (text.AsSpan(line, at - line).TrimStart(' ').Length > 0)
                    (cut, next) = (cut >= 0 && next == at - length ? cut : at - length, at);
            }
            else if (text[at - length] is '-' or '–' or '—' && at < end && text[at] != ' ' && at - length > line && text[at - length - 1] is not (' ' or '-') && text[at] != '-')
            {
                (cut, next) = (at, at);
            }
            else if (wide == 2 && at < end && MayPart(text, at))
            {
                (cut, next) = (at, at);
            }
        }
        Add(text, line, end, lines);
    }

    private static bool MayPart(string text, int at) =>
        !NeverFirst.Contains(text[at], StringComparison.Ordinal) && !NeverLast.Contains(text[at - 1], StringComparison.Ordinal) && !(Rune.TryGetRuneAt(text, at, out var rune) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark);

    private static void Add(string text, int start, int end, List<(int Start, int Length)> lines) => lines.Add((start, text.AsSpan(start, end - start).TrimEnd(' ').Length));
}

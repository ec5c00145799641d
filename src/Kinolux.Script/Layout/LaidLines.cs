using System.Text.RegularExpressions;
using Kinolux.Core.Text;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Layout;

/// <summary>Parts a text into lines with their places, and takes away what pages add: their numbers, lines repeated at head and foot, CONTINUED.</summary>
internal static partial class LaidLines
{
    private const int Tab = 8;

    // Lines at the head and at the foot of a page that may be its own.
    private const int Edge = 2;

    public static List<LaidLine> Of(string text)
    {
        var lines = Split(text);
        if (!lines.Any(line => line.Page > 0))
            lines = Numbered(lines);
        return [.. Again(Without(lines)).Select(Margins)];
    }

    private static List<LaidLine> Split(string text)
    {
        List<LaidLine> lines = [];
        var (at, number, page, row, blank, isTop) = (0, 0, 0, 0, 0, true);
        while (at < text.Length)
        {
            var ahead = text.AsSpan(at).IndexOfAny('\n', '\r');
            var end = ahead < 0 ? text.Length : at + ahead;
            var (start, column, from) = (at, 0, at);
            for (; at < end && (char.IsWhiteSpace(text[at]) || text[at] == '\f'); at++)
                if (text[at] == '\f')
                    (page, row, blank, isTop, column, from) = (page + 1, 0, 0, true, 0, at + 1);
                else
                    column = text[at] == '\t' ? (column / Tab + 1) * Tab : column + Columns.Of(text.AsSpan(at, 1));
            var says = text.AsSpan(at, end - at).TrimEnd();
            if (says.Length > 0)
            {
                lines.Add(new LaidLine(page, row, column, says.ToString().Replace('\f', ' ').Replace('\t', ' '), new SourceSpan(at, says.Length, number, number, at - start), blank, isTop));
                (blank, isTop) = (0, false);
            }
            else if (!isTop)
            {
                blank++;
            }
            row++;
            number++;
            at = ahead < 0 ? end : end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
        }
        return lines;
    }

    // A text without form feeds has pages where numbers stand alone at the right, one more each.
    private static List<LaidLine> Numbered(List<LaidLine> lines)
    {
        var numbers = lines.Where(line => line.IsApart && line.Column >= 30 && NumberOf(line.Text) is not null).ToList();
        var known = new HashSet<LaidLine>(numbers, ReferenceEqualityComparer.Instance);
        if (numbers.Count < 2 || numbers.Zip(numbers.Skip(1)).Any(pair => NumberOf(pair.Second.Text) != NumberOf(pair.First.Text) + 1))
            return lines;
        List<LaidLine> paged = [];
        var (page, isTop) = (0, true);
        foreach (var line in lines)
        {
            isTop |= known.Contains(line);
            page += known.Contains(line) && paged.Count > 0 ? 1 : 0;
            paged.Add(line with { Page = page, IsTop = isTop });
            isTop = false;
        }
        return paged;
    }

    // Numbers one more on each page, and lines that stand alone at one place and say the same but for digits on half of the pages.
    private static List<LaidLine> Without(List<LaidLine> lines)
    {
        var pages = lines.GroupBy(line => line.Page).Select(page => page.ToList()).ToList();
        List<LaidLine> edges = [], apart = [];
        foreach (var page in pages)
            for (var i = 0; i < page.Count; i++)
                if (i < Edge || i >= page.Count - Edge)
                {
                    edges.Add(page[i]);
                    // A cue at a page's head stands right above what is said.
                    if ((i < Edge ? i + 1 == page.Count || page[i + 1].Blank > 0 : page[i].Blank > 0) && !FountainRules.IsHeading(page[i].Text))
                        apart.Add(page[i]);
                }
        var steps = edges.Where(line => NumberOf(line.Text) is not null).GroupBy(line => NumberOf(line.Text)!.Value - line.Page).MaxBy(step => step.Count());
        var away = new HashSet<LaidLine>(steps is null || steps.Count() < Math.Max(1, pages.Count / 4) || pages.Count == 1 ? [] : steps, ReferenceEqualityComparer.Instance);
        foreach (var same in apart.GroupBy(line => (line.Row, line.Column, Digits().Replace(line.Text, "#"))))
            if (same.Count() >= Math.Max(3, (pages.Count + 1) / 2))
                away.UnionWith(same);
        return [.. lines.Where(line => !away.Contains(line) && !Continued().IsMatch(line.Text))];
    }

    // What is first on its page now, and how far it is from what is before it.
    private static IEnumerable<LaidLine> Again(List<LaidLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
            yield return i == 0 || lines[i - 1].Page != lines[i].Page ? lines[i] with { IsTop = true, Blank = 0 } : lines[i] with { Blank = Math.Max(lines[i].Blank, Math.Min(lines[i].Row - lines[i - 1].Row - 1, 9)) };
    }

    // Scene numbers at one or both sides, and the star of a revision.
    private static LaidLine Margins(LaidLine line)
    {
        if (Star().Match(line.Text) is { Success: true } star)
            line = Cut(line, 0, star.Index);
        if (Both().Match(line.Text) is { Success: true } both && both.Groups[2].Value.Length > 0)
            return Cut(line, both.Groups[2].Index, both.Groups[2].Length) with { Number = both.Groups[1].Value };
        if (AtLeft().Match(line.Text) is { Success: true } left && FountainRules.IsHeading(left.Groups[2].Value))
            return Cut(line, left.Groups[2].Index, left.Groups[2].Length) with { Number = left.Groups[1].Value };
        if (FountainRules.IsHeading(line.Text) && AtRight().Match(line.Text) is { Success: true } right)
            return Cut(line, 0, right.Groups[1].Length) with { Number = right.Groups[2].Value };
        return line;
    }

    private static LaidLine Cut(LaidLine line, int from, int length)
    {
        var text = line.Text.Substring(from, length).TrimEnd();
        return new LaidLine(line.Page, line.Row, line.Column + Columns.Of(line.Text.AsSpan(0, from)), text, line.Span with { Start = line.Span.Start + from, Length = text.Length, Column = line.Span.Column + from }, line.Blank, line.IsTop);
    }

    private static int? NumberOf(string text) => PageNumber().Match(text) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^(?:page\s+|[-–—(]\s*)?([0-9]{1,4})(?-i:[A-Z])?\s*[-–—).]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^\(?CONTINUED\)?:?(\s*\([0-9]+\))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Continued();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\s{2,}\*$", RegexOptions.CultureInvariant)]
    private static partial Regex Star();

    [GeneratedRegex(@"^([0-9]+[A-Z]{0,2}|[A-Z]{1,2}[0-9]+[A-Z]?)\.?\s{2,}(\S.*?)\s+\1\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex Both();

    [GeneratedRegex(@"^([0-9]+[A-Z]{0,2}|[A-Z]{1,2}[0-9]+[A-Z]?)[.)]?\s+(\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex AtLeft();

    [GeneratedRegex(@"^(\S.*?)\s{3,}([0-9]+[A-Z]{0,2}|[A-Z]{1,2}[0-9]+[A-Z]?)\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex AtRight();
}

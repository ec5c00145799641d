using System.Globalization;
using Kinolux.Core.Text;
using Kinolux.Script.Model;

namespace Kinolux.Script.Pages;

/// <summary>What an element, or a part of it, has on a page: its text in lines.</summary>
internal sealed class PagePiece
{
    private readonly IReadOnlyList<TextRun> _runs;
    private readonly List<(int Start, int Length)> _lines;
    private readonly int _right;

    public PagePiece(int element, ElementKind kind, IReadOnlyList<TextRun> runs, PageStyle style)
    {
        (Element, Kind, _runs, Style) = (element, kind, [.. runs.Where(run => run.IsPrinted)], style);
        Text = string.Concat(_runs.Select(run => run.Text));
        _lines = LineBreaks.Of(Text, style.Width);
        _right = style.Column + style.Width;
    }

    public int Element { get; }

    public ElementKind Kind { get; }

    public string Text { get; }

    public PageStyle Style { get; }

    public int Count => _lines.Count;

    /// <summary>A line, where it is to stand.</summary>
    public PageLine Line(int index, int row)
    {
        var (start, length) = _lines[index];
        var runs = Slice(start, length);
        var columns = Columns.Of(Text.AsSpan(start, length));
        var column = Kind switch
        {
            ElementKind.Transition => Math.Max(Style.Column, _right - columns),
            ElementKind.Centered => Style.Column + Math.Max(0, (Style.Width - columns) / 2),
            _ => Style.Column,
        };
        return new PageLine(row, column, runs, Element);
    }

    /// <summary>Parts it where a sentence ends so that at most so many lines stand before, and two at least on each side.</summary>
    /// <param name="anywhere">True where it may be parted between any two lines if no sentence ends in time.</param>
    public (PagePiece First, PagePiece Second)? Split(int lines, bool anywhere)
    {
        if (lines < 2 || Count < 4)
            return null;
        for (var at = Math.Min(Text.Length - 1, _lines[Math.Min(lines, Count) - 1] is var last ? last.Start + last.Length : 0); at > 0; at--)
            if (EndsSentence(at) && Part(at) is { First.Count: >= 2, Second.Count: >= 2 } parts && parts.First.Count <= lines)
                return parts;
        return anywhere && Part(_lines[Math.Min(lines, Count - 2)].Start) is { First.Count: >= 2, Second.Count: >= 2 } cut ? cut : null;
    }

    private (PagePiece First, PagePiece Second) Part(int at)
    {
        var next = at;
        while (next < Text.Length && Text[next] is ' ' or '\n')
            next++;
        return (new PagePiece(Element, Kind, Slice(0, at), Style), new PagePiece(Element, Kind, Slice(next, Text.Length - next), Style));
    }

    // White space stands at a place that ends a sentence; what closes a quotation belongs to it. Full stops of scripts without spaces need none.
    private bool EndsSentence(int at)
    {
        var before = at - 1;
        if (Text[before] is '。' or '！' or '？')
            return true;
        if (Text[at] is not (' ' or '\n'))
            return false;
        while (before > 0 && Text[before] is '"' or '”' or '’' or '\'' or ')' or '»')
            before--;
        return Text[before] is '.' or '!' or '?' or '…';
    }

    private List<TextRun> Slice(int start, int length)
    {
        List<TextRun> slice = [];
        foreach (var run in _runs)
        {
            if (length == 0)
                break;
            if (start >= run.Text.Length)
            {
                start -= run.Text.Length;
                continue;
            }
            var part = run.Text.Substring(start, Math.Min(length, run.Text.Length - start));
            slice.Add(run with { Text = part });
            (start, length) = (0, length - part.Length);
        }
        return slice;
    }
}

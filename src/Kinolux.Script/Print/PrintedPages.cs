using System.Globalization;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;

namespace Kinolux.Script.Print;

/// <summary>All that is printed of a screenplay, line for line: its title page, then each page with its number and the numbers of its scenes.</summary>
internal static class PrintedPages
{
    // In lines from the top margin, of a title page.
    private const int TitleRow = 15;
    private const int NumberRow = -3;

    // In columns from the left margin.
    private const int SceneNumberLeft = -6, SceneNumberRight = PageStyle.PageWidth + 1;

    /// <summary>Where the star of a revision stands, where no scene number is in its way.</summary>
    internal const int RevisionColumn = PageStyle.PageWidth + 5;

    /// <summary>One page at least.</summary>
    public static IReadOnlyList<IReadOnlyList<PrintedLine>> Of(Screenplay script, ScriptPages pages)
    {
        List<IReadOnlyList<PrintedLine>> printed = [];
        if (PrintTitle.Of(script) is { } title)
            printed.Add(Title(title, pages.Paper.Lines));
        printed.AddRange(pages.Pages.Select(page => Page(page, script)));
        return printed.Count == 0 ? [[]] : printed;
    }

    private static List<PrintedLine> Title(PrintTitle title, int whole)
    {
        List<PrintedLine> lines = [];
        var row = TitleRow;
        foreach (var block in title.Centre)
        {
            foreach (var line in block)
                row = Put(lines, row, ElementKind.Centered, line);
            row++;
        }
        List<PrintedLine> foot = [];
        var height = title.Left.Aggregate(0, (below, line) => Put(foot, below, ElementKind.Action, line));
        row = Math.Max(row + 2, whole - height);
        lines.AddRange(foot.Select(line => line with { Row = row + line.Row }));
        return lines;
    }

    // A line that is too long goes on below.
    private static int Put(List<PrintedLine> lines, int row, ElementKind kind, IReadOnlyList<TextRun> runs)
    {
        var piece = new PagePiece(0, kind, runs, PageStyle.Of(kind));
        for (var i = 0; i < piece.Count; i++, row++)
            lines.Add(Printed(piece.Line(i, row)));
        return row;
    }

    private static List<PrintedLine> Page(ScriptPage page, Screenplay script)
    {
        List<PrintedLine> lines = [];
        if (page.Number > 1)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{page.Number}.");
            lines.Add(new PrintedLine(NumberRow, PageStyle.PageWidth - number.Length, [new TextRun(number)]));
        }
        var last = -1;
        foreach (var line in page.Lines)
        {
            lines.Add(Printed(line));
            if (line.Element != last && script.Elements[line.Element] is { Kind: ElementKind.SceneHeading, Number: { } number })
            {
                // A long one begins further out: it never touches its heading.
                lines.Add(new PrintedLine(line.Row, Math.Min(SceneNumberLeft, -2 - number.Length), [new TextRun(number)]));
                lines.Add(new PrintedLine(line.Row, SceneNumberRight, [new TextRun(number)]));
            }
            last = line.Element;
        }
        foreach (var row in page.Lines.Where(line => line.Runs.Any(run => run.Revision > 0 && !string.IsNullOrWhiteSpace(run.Text))).Select(line => line.Row).Distinct().ToList())
            lines.Add(new PrintedLine(row, Math.Max(RevisionColumn, lines.Where(line => line.Row == row).Max(line => line.Column + line.Text.Length) + 1), [new TextRun("*")], IsMark: true));
        return lines;
    }

    private static PrintedLine Printed(PageLine line) => new(line.Row, line.Column, line.Runs);
}

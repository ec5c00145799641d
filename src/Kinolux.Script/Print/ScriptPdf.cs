using System.Globalization;
using System.Text;
using Kinolux.Core.Text;
using Kinolux.Report.Paper;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;
using Run = Kinolux.Script.Model.TextRun;
using Style = Kinolux.Report.Paper.TextStyle;

namespace Kinolux.Script.Print;

/// <summary>A screenplay as a PDF: 12 point Courier on US Letter, each line where <see cref="ScriptPages"/> puts it.</summary>
public static class ScriptPdf
{
    private const int Size = 12;
    private const double Cell = 7.2;
    private const int Left = 108, Top = 72;

    // From the top of a line to what its letters stand on.
    private const int Rise = 9;

    // In lines from the top margin, of a title page.
    private const int TitleRow = 15;
    private const int NumberRow = -3;

    // In columns from the left margin.
    private const int SceneNumberLeft = -6, SceneNumberRight = PageStyle.PageWidth + 1;

    private static readonly Style Courier = new(FontFamily.Courier, Size);

    /// <summary>Writes it, whole or not at all.</summary>
    /// <param name="made">When, as the PDF says it: the same script and time are the same bytes.</param>
    /// <returns>Characters that no font has, with how often; they are drawn as empty boxes.</returns>
    /// <exception cref="Core.Faults.FaultException">KX3004: a font that it needs is missing; KX4001, KX4101: the disk refuses.</exception>
    public static IReadOnlyDictionary<Rune, int> Write(string path, Screenplay script, DateTimeOffset made) => Write(path, script, ScriptPages.Of(script), made);

    /// <inheritdoc cref="Write(string, Screenplay, DateTimeOffset)"/>
    /// <param name="pages">The script's, where they are there already.</param>
    public static IReadOnlyDictionary<Rune, int> Write(string path, Screenplay script, ScriptPages pages, DateTimeOffset made) =>
        PaperDocument.Write(path, new PaperAbout(PlainTitle.Of(script) ?? Path.GetFileNameWithoutExtension(path), made, PlainTitle.Of(script, "Author") ?? PlainTitle.Of(script, "Authors") ?? ""), document =>
        {
            if (PrintTitle.Of(script) is { } title)
                Draw(document.AddPage(PaperPage.Letter), title);
            foreach (var page in pages.Pages)
                Draw(document.AddPage(PaperPage.Letter), page, script);
            // A PDF has a page.
            if (pages.Pages.Count == 0 && script.Title.Count == 0)
                document.AddPage(PaperPage.Letter);
        });

    private static void Draw(PaperPage paper, PrintTitle title)
    {
        var row = TitleRow;
        foreach (var block in title.Centre)
        {
            foreach (var line in block)
                Put(paper, row++, Math.Max(0, (PageStyle.PageWidth - Columns.Of(string.Concat(line.Select(run => run.Text)))) / 2), line);
            row++;
        }
        row = Math.Max(row + 2, ScriptPages.LinesPerPage - title.Left.Count);
        foreach (var line in title.Left)
            Put(paper, row++, 0, line);
    }

    private static void Draw(PaperPage paper, ScriptPage page, Screenplay script)
    {
        if (page.Number > 1)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{page.Number}.");
            Put(paper, NumberRow, PageStyle.PageWidth - number.Length, [new Run(number)]);
        }
        var last = -1;
        foreach (var line in page.Lines)
        {
            Put(paper, line.Row, line.Column, line.Runs);
            if (line.Element != last && script.Elements[line.Element] is { Kind: ElementKind.SceneHeading, Number: { } number })
            {
                Put(paper, line.Row, SceneNumberLeft, [new Run(number)]);
                Put(paper, line.Row, SceneNumberRight, [new Run(number)]);
            }
            last = line.Element;
        }
    }

    private static void Put(PaperPage paper, int row, int column, IReadOnlyList<Run> runs)
    {
        if (runs.Count > 0)
            paper.Text(Left + column * Cell, Top + row * Size + Rise, [.. runs.Select(run => new TextSpan(run.Text, StyleOf(run.Style)))]);
    }

    private static Style StyleOf(Model.TextStyle style) => Courier with
    {
        Bold = style.HasFlag(Model.TextStyle.Bold), Italic = style.HasFlag(Model.TextStyle.Italic), Underline = style.HasFlag(Model.TextStyle.Underline), Strike = style.HasFlag(Model.TextStyle.Strikeout),
    };
}

using System.Globalization;
using System.Text;
using Kinolux.Report.Paper;

namespace Kinolux.Report.Sheets;

/// <summary>A sheet as a PDF on A4.</summary>
public static class SheetPaper
{
    private const double Left = 56, Top = 64, Foot = 56, Gap = 12;

    private static readonly TextStyle
        Title = new(FontFamily.Sans, 16) { Bold = true }, Heading = new(FontFamily.Sans, 10.5) { Bold = true }, Body = new(FontFamily.Sans, 8.5), Soft = Body with { Ink = Ink.Gray(90) };

    private static readonly (int Width, int Height) Size = PaperPage.A4;

    private static double Room => Size.Width - 2 * Left;

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <returns>How often which characters no font has.</returns>
    /// <exception cref="Core.Faults.FaultException">KX3004: a font is missing. KX4001, KX4101: the disk refuses.</exception>
    public static IReadOnlyDictionary<Rune, int> Write(string path, Sheet sheet) => PaperDocument.Write(path, new PaperAbout(sheet.Title, sheet.Made), document =>
    {
        var pages = PagesOf(sheet);
        foreach (var (at, page) in pages.Index())
        {
            var paper = document.AddPage(Size);
            foreach (var line in page)
                line.Draw(paper);
            paper.Text(Left, Size.Height - 32, sheet.Title, Soft);
            var number = string.Create(CultureInfo.InvariantCulture, $"{at + 1} / {pages.Count}");
            paper.Text(Size.Width - Left - TextSpan.WidthOf(new TextSpan(number, Soft)), Size.Height - 32, number, Soft);
        }
    });

    internal static string DateOf(DateTimeOffset made) => made.ToString("yyyy-MM-dd HH:mm 'UTC'zzz", CultureInfo.InvariantCulture);

    private static List<List<Line>> PagesOf(Sheet sheet)
    {
        var pages = new Pages();
        pages.Add(Paragraph(sheet.Title, Title));
        pages.Add(Paragraph(sheet.Lead, Soft));
        pages.Add(Paragraph(DateOf(sheet.Made), Soft));
        foreach (var part in sheet.Parts)
        {
            var rows = TableOf(part).ToList();
            List<Strip> head = [new Strip(14, []), .. Paragraph(part.Heading, Heading), new Strip(3, [])];
            // A heading stands with what follows it.
            List<Strip> words = [.. part.Words.SelectMany(text => Paragraph(text, Body).Append(new Strip(3, [])))];
            List<Strip> first = [.. head, .. words];
            if (rows.Count > 0)
                first.AddRange(rows[0]);
            pages.Add(first);
            foreach (var row in rows.Skip(1))
                pages.Add(row, part.Columns.Count > 0 ? rows[0] : []);
        }
        return pages.All;
    }

    private static List<Strip> Paragraph(string text, TextStyle style) => [.. LineBreaks.Of(text, style, Room).Select(line => new Strip(style.Size * 1.4, [(Left, line, style)]))];

    // The heading of the columns first, where there is one.
    private static IEnumerable<List<Strip>> TableOf(SheetPart part)
    {
        if (part.Rows.Count == 0)
            yield break;
        var (x, widths) = ColumnsOf(part);
        if (part.Columns.Count > 0)
            yield return [.. RowOf(part.Columns, x, widths, _ => Soft), new Strip(3, [], Rule: true)];
        foreach (var row in part.Rows)
            yield return [.. RowOf(row, x, widths, at => at == 0 ? Soft : Body), new Strip(2, [])];
    }

    private static IEnumerable<Strip> RowOf(IReadOnlyList<string> row, double[] x, double[] widths, Func<int, TextStyle> style)
    {
        var cells = row.Select((cell, at) => LineBreaks.Of(cell, style(at), widths[at])).ToList();
        for (var i = 0; i < cells.Max(cell => cell.Count); i++)
            yield return new Strip(Body.Size * 1.35, [.. cells.Index().Where(cell => i < cell.Item.Count).Select(cell => (x[cell.Index], cell.Item[i], style(cell.Index)))]);
    }

    // As wide as their widest cells; where that is too much, the wide ones share what the narrow ones leave.
    private static (double[] X, double[] Widths) ColumnsOf(SheetPart part)
    {
        var rows = part.Columns.Count > 0 ? part.Rows.Prepend(part.Columns) : part.Rows;
        var widths = new double[part.Rows.Max(row => row.Count)];
        foreach (var row in rows)
            for (var at = 0; at < row.Count; at++)
                widths[at] = Math.Max(widths[at], TextSpan.WidthOf(new TextSpan(row[at], Body)) + .5);
        var (room, open) = (Room - Gap * (widths.Length - 1), widths.Length);
        foreach (var at in Enumerable.Range(0, widths.Length).OrderBy(at => widths[at]))
        {
            widths[at] = Math.Min(widths[at], room / open--);
            room -= widths[at];
        }
        var x = new double[widths.Length];
        for (var at = 0; at < x.Length; at++)
            x[at] = at == 0 ? Left : x[at - 1] + widths[at - 1] + Gap;
        return (x, widths);
    }

    /// <summary>A strip of a page: what stands in it, and whether a thin rule does.</summary>
    private sealed record Strip(double Height, IReadOnlyList<(double X, string Text, TextStyle Style)> Cells, bool Rule = false);

    private sealed record Line(double Top, Strip Strip)
    {
        public void Draw(PaperPage page)
        {
            if (Strip.Rule)
                page.Fill(Left, Top + 1, Room, .5, Ink.Gray(180));
            foreach (var (x, text, style) in Strip.Cells)
                page.Text(x, Top + style.Size, text, style);
        }
    }

    private sealed class Pages
    {
        private double _y = Top;

        public List<List<Line>> All { get; } = [[]];

        /// <summary>Puts strips together on this page, or on the next below <paramref name="again"/>.</summary>
        public void Add(IReadOnlyList<Strip> strips, IReadOnlyList<Strip>? again = null)
        {
            if (_y + strips.Sum(strip => strip.Height) > Size.Height - Foot && All[^1].Count > 0)
            {
                Begin();
                Put(again ?? []);
            }
            Put(strips);
        }

        private void Begin()
        {
            All.Add([]);
            _y = Top;
        }

        // What is longer than a page goes on on the next.
        private void Put(IReadOnlyList<Strip> strips)
        {
            foreach (var strip in strips)
            {
                if (_y + strip.Height > Size.Height - Foot)
                    Begin();
                All[^1].Add(new Line(_y, strip));
                _y += strip.Height;
            }
        }
    }
}

using System.Text;
using Kinolux.Core.Text;
using Kinolux.Report.Paper;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;
using Kinolux.Script.Print;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace Kinolux.Script.Pdf;

/// <summary>
/// The script that a PDF of ours carries. Nothing is believed since it is where ours would be: it counts where printing it gives the lines that are read
/// from the pages, each where it is, and where it says nothing that is not on them. See docs/decisions/1205.
/// </summary>
/// <param name="Script">Null where none is carried, or none that is believed.</param>
/// <param name="WhyNot">Why one that is carried is not believed, as the end of a sentence; empty where it is, or where there is none.</param>
internal sealed record CarriedScript(Screenplay? Script, string WhyNot)
{
    // Some twenty features.
    private const int MostBytes = 4 << 20;

    // Of a cell, that a letter may stand beside its own. What comes from other fonts is stretched as a whole.
    private const double Slack = 0.3, WideSlack = 1.6;
    private const char LastOfCourier = '\u0250';

    /// <summary>Looks for it.</summary>
    /// <param name="pages">The letters of each page.</param>
    public static CarriedScript Of(PdfDocument document, IReadOnlyList<IReadOnlyList<Letter>> pages)
    {
        List<byte[]> carried;
        try
        {
            carried = Files(document);
        }
        // Whatever a broken attachment makes the library throw: the pages are there.
        catch (Exception cause)
        {
            return new CarriedScript(null, $"cannot be read: {cause.Message.ReplaceLineEndings(" ")}");
        }
        return carried switch
        {
            [] => new CarriedScript(null, ""),
            [{ Length: > MostBytes }] => new CarriedScript(null, "is larger than any script"),
            [var only] => Believed(only, document.GetPage(1).Height, pages),
            _ => new CarriedScript(null, "is not the only one, and nobody knows which is meant"),
        };
    }

    // The library's own way follows a tree of names that runs in a circle without end; ours are a list.
    private static List<byte[]> Files(PdfDocument document)
    {
        var (scanner, filters) = (document.Structure.TokenScanner, document.Structure.FilterProvider);
        List<byte[]> files = [];
        if (document.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Names, scanner, out DictionaryToken? names) && names.TryGet(NameToken.Create("EmbeddedFiles"), scanner, out DictionaryToken? embedded) && embedded.TryGet(NameToken.Names, scanner, out ArrayToken? list))
            for (var i = 0; i + 1 < list.Length; i += 2)
                if (list[i] is StringToken { Data: ScriptPdf.CarriedName } && list[i + 1] is IndirectReferenceToken place && document.Structure.GetObject(place.Data).Data is DictionaryToken file)
                    files.Add(file.Get<DictionaryToken>(NameToken.Create("EF"), scanner).Get<StreamToken>(NameToken.F, scanner).Decode(filters, scanner).ToArray());
        return files;
    }

    private static CarriedScript Believed(byte[] bytes, double height, IReadOnlyList<IReadOnlyList<Letter>> pages)
    {
        var script = FountainReader.Read(Encoding.UTF8.GetString(bytes));
        if (!PrintedText.IsPrinted(script))
            return new CarriedScript(null, "says more than its pages");
        var printed = PrintedPages.Of(script, ScriptPages.Of(script, Math.Abs(height - PaperPage.A4.Height) < 1 ? ScriptPaper.A4 : ScriptPaper.Letter));
        return printed.Count == pages.Count && printed.Zip(pages).All(page => IsSame(page.First, page.Second, height)) ? new CarriedScript(script, "") : new CarriedScript(null, "does not print these pages");
    }

    // Letters by row, from left to right.
    private static bool IsSame(IReadOnlyList<PrintedLine> lines, IReadOnlyList<Letter> letters, double height)
    {
        var read = letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value) && !IsMark(letter)).GroupBy(letter => (int)Math.Round(RowOf(letter, height))).ToDictionary(row => row.Key, row => row.OrderBy(letter => letter.StartBaseLine.X).SelectMany(Cells).ToList());
        var meant = lines.GroupBy(line => line.Row).Select(row => (row.Key, Cells: row.OrderBy(line => line.Column).SelectMany(Cells).ToList())).Where(row => row.Cells.Count > 0).ToList();
        return meant.Count == read.Count && meant.TrueForAll(row => read.TryGetValue(row.Key, out var there) && IsSame(row.Cells, there));
    }

    private static bool IsSame(List<(double Column, string Text)> meant, List<(double Column, string Text)> read)
    {
        // What runs to the left is in a PDF as it is drawn: the same letters, in another order.
        if (meant.Exists(cell => RunsLeft(cell.Text[0])))
            return meant.Select(cell => cell.Text).Order(StringComparer.Ordinal).SequenceEqual(read.Select(cell => cell.Text).Order(StringComparer.Ordinal));
        return meant.Count == read.Count
            && meant.Zip(read).All(pair => pair.First.Text == pair.Second.Text && Math.Abs(pair.First.Column - pair.Second.Column) < (pair.First.Text[0] < LastOfCourier ? Slack : WideSlack));
    }

    // Hebrew, Arabic and their neighbours, and their presentation forms.
    private static bool RunsLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC');

    private static double RowOf(Letter letter, double height) => (height - ScriptPdf.Top - ScriptPdf.Rise - letter.StartBaseLine.Y) / ScriptPdf.Size;

    private static double ColumnOf(Letter letter) => (letter.StartBaseLine.X - ScriptPdf.Left) / ScriptPdf.Cell;

    // What a revision changed is marked on paper, and Fountain has no word for it.
    private static bool IsMark(Letter letter) => letter.Value == "*" && ColumnOf(letter) > PrintedPages.RevisionColumn - Slack;

    private static IEnumerable<(double Column, string Text)> Cells(Letter letter) => letter.Value.EnumerateRunes().Where(IsSeen).Select(rune => (ColumnOf(letter), rune.ToString()));

    private static IEnumerable<(double Column, string Text)> Cells(PrintedLine line)
    {
        var text = line.Text;
        var column = line.Column;
        for (var at = 0; at < text.Length;)
        {
            var length = System.Globalization.StringInfo.GetNextTextElementLength(text.AsSpan(at));
            foreach (var rune in text.Substring(at, length).EnumerateRunes())
                if (IsSeen(rune))
                    yield return (column, rune.ToString());
            column += Columns.Of(text.AsSpan(at, length));
            at += length;
        }
    }

    private static bool IsSeen(Rune rune) => !Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune);
}

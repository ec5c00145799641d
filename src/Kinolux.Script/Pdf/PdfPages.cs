using System.Globalization;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Exceptions;

namespace Kinolux.Script.Pdf;

/// <summary>The text of a PDF, each word in the column and row where it stands; pages are parted by form feeds.</summary>
/// <param name="Slack">Cells by which lines may be shorter than they were set, since letters are not all as wide as a cell.</param>
/// <param name="Bold">Lines of the text whose every letter is bold.</param>
/// <param name="Carried">The script that it carries.</param>
internal sealed record PdfPages(string Text, int Slack, IReadOnlySet<int> Bold, CarriedScript Carried)
{
    private const int MostPages = 5000;
    private const int MostLetters = 20_000_000;
    private const int MostRows = 200;
    private const int MostColumns = 300;

    // A person waits no longer; a PDF of a thousand pages takes a few seconds.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    /// <summary>True for bytes that say so within their first thousand, as readers of PDF allow.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, 1024)].IndexOf("%PDF-"u8) >= 0;

    /// <summary>Reads a document.</summary>
    /// <exception cref="FaultException">KX1406: it is broken; KX1407: it is locked; KX1408: it has no text; KX1409: it is larger than any script.</exception>
    public static PdfPages Read(byte[] bytes, string file)
    {
        PdfPages? pages = null;
        Exception? failed = null;
        // The library knows no limit of time.
        var reading = new Thread(() =>
        {
            try
            {
                pages = Letters(bytes, file);
            }
            catch (Exception cause)
            {
                failed = cause;
            }
        }, 16 << 20) { IsBackground = true };
        reading.Start();
        if (!reading.Join(Longest))
            throw FaultException.Of("KX1409", ("file", file), ("why", $"it takes longer than {Longest.TotalSeconds:0} seconds"));
        return failed switch
        {
            null => pages!,
            FaultException => throw failed,
            PdfDocumentEncryptedException => throw FaultException.Of("KX1407", failed, ("file", file)),
            // Whatever a broken document makes the library throw.
            _ => throw FaultException.Of("KX1406", failed, ("file", file), ("why", failed.Message.ReplaceLineEndings(" "))),
        };
    }

    private static PdfPages Letters(byte[] bytes, string file)
    {
        var limits = new PdfLimits();
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { FilterProvider = limits, UseActualText = true, UseLenientParsing = true, SkipMissingFonts = true });
            if (document.NumberOfPages > MostPages)
                throw TooLarge(file, $"it has more than {MostPages} pages");
            List<List<Letter>> pages = [];
            var all = 0;
            foreach (var page in document.GetPages())
            {
                List<Letter> letters = [.. page.Letters.Where(letter => letter.TextOrientation == TextOrientation.Horizontal && !string.IsNullOrEmpty(letter.Value))];
                if ((all += letters.Count) > MostLetters)
                    throw TooLarge(file, $"it has more than {MostLetters:N0} letters");
                pages.Add(letters);
            }
            if (limits.IsPassed)
                throw TooLarge(file, "a part of it is larger than any script");
            return all == 0 ? throw FaultException.Of("KX1408", ("file", file)) : Set(pages, CarriedScript.Of(document, pages));
        }
        catch (Exception) when (limits.IsPassed)
        {
            throw TooLarge(file, "a part of it is larger than any script");
        }
    }

    private static FaultException TooLarge(string file, FormattableString why) => TooLarge(file, why.ToString(CultureInfo.InvariantCulture));

    private static FaultException TooLarge(string file, string why) => FaultException.Of("KX1409", ("file", file), ("why", why));

    private static PdfPages Set(List<List<Letter>> pages, CarriedScript carried)
    {
        var widths = pages.SelectMany(page => page).Where(letter => letter.Value is [> ' ' and < '\u0250'] && letter.Width > 0).Select(letter => letter.Width).Order().ToList();
        var cell = widths.Count > 0 ? widths[widths.Count / 2] : pages.SelectMany(page => page).Select(letter => letter.PointSize).DefaultIfEmpty(12).Max() / 2;
        var isFixed = widths.Count(width => Math.Abs(width - cell) < cell * 0.03) >= widths.Count * 0.9;
        var lines = pages.Select(page => Lines(page, cell)).ToList();
        var left = lines.SelectMany(page => page).Min(line => line.Letters[0].StartBaseLine.X);
        var pitch = Pitch(lines);
        var top = lines.Where(page => page.Count > 0).Max(page => page[0].Y);
        var text = new StringBuilder();
        HashSet<int> bold = [];
        var number = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                text.Append('\f');
            var row = 0;
            var y = top;
            foreach (var line in lines[i])
            {
                // A paragraph's space may be half a line.
                var down = Math.Clamp((int)Math.Round((y - line.Y) / pitch + 0.1), row == 0 && y == top ? 0 : 1, MostRows);
                text.Append('\n', down);
                number += down;
                if (line.Letters.All(letter => letter.FontDetails.IsBold || letter.FontDetails.Name?.Contains("Bold", StringComparison.OrdinalIgnoreCase) == true))
                    bold.Add(number);
                Put(text, line.Letters, left, cell, isFixed);
                (row, y) = (row + down, line.Y);
            }
            text.Append('\n');
            number++;
        }
        return new PdfPages(text.ToString(), isFixed ? 0 : 4, bold, carried);
    }

    private sealed record Line(double Y, List<Letter> Letters);

    // Letters of one baseline, give or take a third of a letter's height, from left to right.
    private static List<Line> Lines(List<Letter> letters, double cell)
    {
        List<Line> lines = [];
        foreach (var letter in letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).OrderByDescending(letter => letter.StartBaseLine.Y))
            if (lines is [.., var last] && last.Y - letter.StartBaseLine.Y < cell * 0.5)
                last.Letters.Add(letter);
            else
                lines.Add(new Line(letter.StartBaseLine.Y, [letter]));
        foreach (var line in lines)
        {
            var ordered = line.Letters.OrderBy(letter => letter.StartBaseLine.X).ToList();
            line.Letters.Clear();
            // Bold made by printing twice is one letter.
            foreach (var letter in ordered)
                if (!(line.Letters is [.., var before] && before.Value == letter.Value && letter.StartBaseLine.X - before.StartBaseLine.X < cell * 0.3))
                    line.Letters.Add(letter);
        }
        return lines;
    }

    private static double Pitch(List<List<Line>> pages)
    {
        var steps = pages.SelectMany(page => page.Zip(page.Skip(1), (one, next) => Math.Round((one.Y - next.Y) * 4) / 4)).Where(step => step > 1).ToList();
        return steps.Count == 0 ? 12 : steps.CountBy(step => step).OrderByDescending(step => step.Value).ThenBy(step => step.Key).First().Key is var common && steps.Where(step => step < common * 0.75).ToList() is { } less && less.Count > steps.Count * 0.2
            ? less.CountBy(step => step).MaxBy(step => step.Value).Key : common;
    }

    private static void Put(StringBuilder text, List<Letter> letters, double left, double cell, bool isFixed)
    {
        var (column, end) = (0, double.NegativeInfinity);
        foreach (var letter in letters)
        {
            var x = letter.StartBaseLine.X;
            var at = (int)Math.Round((x - left) / cell);
            var gap = x - end;
            // A word's end is a quarter of a cell; what is farther stands in a column of its own.
            var spaces = column == 0 ? at : isFixed && Math.Abs(letter.Width - cell) < cell * 0.03 ? at - column : gap > cell * 2.5 ? Math.Max(1, at - column) : gap > cell * 0.28 ? 1 : 0;
            if (isFixed && spaces > 0 && gap < cell * 0.28)
                spaces = 0;
            spaces = Math.Clamp(spaces, 0, MostColumns);
            text.Append(' ', spaces).Append(letter.Value);
            column += spaces + Columns.Of(letter.Value);
            end = x + letter.Width;
        }
    }
}

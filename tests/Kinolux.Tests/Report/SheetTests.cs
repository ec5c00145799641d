using System.Net;
using System.Text.RegularExpressions;
using Kinolux.Report.Sheets;
using Kinolux.Tests.Report.Paper;
using UglyToad.PdfPig;

namespace Kinolux.Tests.Report;

public sealed class SheetTests : IDisposable
{
    private static readonly DateTimeOffset Made = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Page_and_paper_say_the_same()
    {
        Fonts.Need("fonts-dejavu-core");
        var sheet = new Sheet("A <b> & {{body}}", "It {{lead}} leads.", Made,
        [
            new SheetPart("Words", ["One paragraph.", "Another one."], [], []),
            new SheetPart("Table", [], ["", "Before", "After"], [["File", "a.mkv", "b.mkv"], ["Sum", new string('f', 64), "sha256:" + new string('0', 64)]]),
            new SheetPart("Rows", [], [], [["Kinolux", "0.1.0"]]),
        ]);
        SheetPage.Write(_folder.File("s.html"), sheet);
        Assert.Empty(SheetPaper.Write(_folder.File("s.pdf"), sheet));
        var page = File.ReadAllText(_folder.File("s.html"));
        Assert.DoesNotContain("<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.DoesNotMatch("(src|href)=", page);
        Assert.Equal(Letters(WebUtility.HtmlDecode(Regex.Replace(page[page.IndexOf("<main>", StringComparison.Ordinal)..], "<[^>]*>", ""))), Letters(PdfText("s.pdf")));
    }

    [Fact]
    public void A_table_that_goes_on_has_its_headings_on_every_page_and_every_row_once()
    {
        Fonts.Need("fonts-dejavu-core");
        var rows = Enumerable.Range(100, 150).Select(n => new[] { $"row{n}", string.Join(' ', Enumerable.Repeat($"word{n}", n % 7 == 0 ? 90 : 1)) }).ToList();
        SheetPaper.Write(_folder.File("s.pdf"), new Sheet("Long", "", Made, [new SheetPart("Rows", [], ["First", "Second"], rows)]));
        using var pdf = PdfDocument.Open(_folder.File("s.pdf"));
        var pages = pdf.GetPages().Select(page => page.Text).ToList();
        Assert.True(pages.Count > 3);
        Assert.All(pages, page => Assert.Single(Regex.Matches(page, "FirstSecond")));
        Assert.All(pdf.GetPages(), page => Assert.All(page.Letters, letter => Assert.InRange(letter.StartBaseLine.Y, 20, page.Height - 50)));
        Assert.All(pdf.GetPages(), page => Assert.All(page.Letters, letter => Assert.InRange(letter.EndBaseLine.X, 50, page.Width - 50)));
        foreach (var row in rows)
            Assert.Single(pages.SelectMany(page => Regex.Matches(page, row[0])));
    }

    [Fact]
    public void A_row_that_is_longer_than_a_page_goes_on_on_the_next()
    {
        Fonts.Need("fonts-dejavu-core");
        SheetPaper.Write(_folder.File("s.pdf"), new Sheet("Long", "", Made, [new SheetPart("Rows", [], ["First", "Second"], [["one", string.Join(' ', Enumerable.Range(1000, 2000))], ["two", "2"]])]));
        using var pdf = PdfDocument.Open(_folder.File("s.pdf"));
        var all = string.Concat(pdf.GetPages().Select(page => page.Text));
        for (var n = 1000; n < 3000; n++)
            Assert.Contains($"{n}", all, StringComparison.Ordinal);
    }

    // Without what only pages of paper have: the line at the foot.
    private string PdfText(string name)
    {
        using var pdf = PdfDocument.Open(_folder.File(name));
        return string.Concat(pdf.GetPages().Select(page => string.Concat(page.Letters.Where(letter => letter.StartBaseLine.Y > 40).Select(letter => letter.Value))));
    }

    // Cells of a row stand beside each other line by line, so the order of long ones differs.
    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)).Order());
}

using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;
using Kinolux.Script.Print;
using Kinolux.Tests.Report.Paper;
using UglyToad.PdfPig;

namespace Kinolux.Tests.Script.Print;

/// <summary>What is printed is the script's own words, on the lines that its pages say, and nothing that is not printed.</summary>
public sealed class ScriptPrintTests
{
    private const string Story = """
        Title: **The Lamp**
        Author: A <Writer> & Co
        Draft date: 1/3/2026

        # Act

        INT. CAFÉ - DAY #4A#

        [[a note]] She waits, *patiently*. /* cut */

        ANNA
        Where?

        BEN ^
        Here — "now" & <then>.

        > THE END <
        """;

    private static readonly DateTimeOffset Made = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void A_PDF_holds_the_lines_of_its_pages()
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core");
        using var folder = new TemporaryFolder();
        var script = FountainReader.Read(Story);
        Assert.Empty(ScriptPdf.Write(folder.File("a.pdf"), script, Made));
        using var pdf = PdfDocument.Open(folder.File("a.pdf"));
        var words = pdf.GetPages().Select(page => string.Join(' ', page.GetWords().Select(word => word.Text))).ToList();
        Assert.Equal(2, words.Count);
        Assert.Contains("The Lamp", words[0], StringComparison.Ordinal);
        Assert.DoesNotContain("**", words[0], StringComparison.Ordinal);
        foreach (var word in ScriptPages.Of(script).Pages[0].Lines.SelectMany(line => line.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Append("4A"))
            Assert.Contains(word, words[1], StringComparison.Ordinal);
        Assert.DoesNotContain("note", words[1], StringComparison.Ordinal);
        ScriptPdf.Write(folder.File("b.pdf"), script, Made);
        Assert.Equal(File.ReadAllBytes(folder.File("a.pdf")), File.ReadAllBytes(folder.File("b.pdf")));
    }

    [Theory]
    [InlineData("**The Lamp**", "The Lamp")]
    [InlineData("_**ONE** two_", "ONE two")]
    [InlineData("one_two_three * four", "one_two_three * four")]
    [InlineData("[[working]] Title", "Title")]
    public void A_title_is_its_words_wherever_it_has_no_looks(string written, string words)
    {
        using var folder = new TemporaryFolder();
        var script = FountainReader.Read($"Title: {written}\nAuthor: _Anna_\n\nRain.\n");
        Assert.Equal(words, PlainTitle.Of(script));
        Assert.Contains($"<title>{words}</title>", ScriptHtml.Of(script), StringComparison.Ordinal);
        ScriptPdf.Write(folder.File("a.pdf"), script, Made);
        using var pdf = PdfDocument.Open(folder.File("a.pdf"));
        Assert.Equal((words, "Anna"), (pdf.Information.Title, pdf.Information.Author));
    }

    [Fact]
    public void An_empty_script_is_a_PDF_of_one_empty_page()
    {
        using var folder = new TemporaryFolder();
        ScriptPdf.Write(folder.File("a.pdf"), FountainReader.Read(""), Made);
        using var pdf = PdfDocument.Open(folder.File("a.pdf"));
        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Fact]
    public void A4_is_as_high_as_its_58_lines_ask_and_comes_back_whole()
    {
        Fonts.Need("fonts-courier-prime");
        using var folder = new TemporaryFolder();
        var script = FountainReader.Read("Title: Long\nContact: Here\n\n" + string.Concat(Enumerable.Range(0, 400).Select(i => $"Line {i}.\n\n")));
        ScriptPdf.Write(folder.File("a.pdf"), script, ScriptPages.Of(script, ScriptPaper.A4), Made);
        using (var pdf = PdfDocument.Open(folder.File("a.pdf")))
        {
            Assert.Equal((15, 595, 842), (pdf.NumberOfPages, pdf.GetPage(2).Width, pdf.GetPage(2).Height));
            Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.StartBaseLine.Y, 70, 842 - 36));
        }
        var read = Kinolux.Script.Files.ScriptFile.Read(folder.File("a.pdf"));
        Assert.True(read.IsCarried, read.WhyNotCarried);
        Assert.Contains("size: a4", ScriptHtml.Of(script, ScriptPaper.A4), StringComparison.Ordinal);
    }

    private const string Revised = """
        <?xml version="1.0" encoding="UTF-8"?><FinalDraft DocumentType="Script" Version="5"><Content>
        <Paragraph Type="Scene Heading" Number="7"><Text RevisionID="2">INT. HOUSE - DAY</Text></Paragraph>
        <Paragraph Type="Action"><Text>She waits.</Text></Paragraph>
        <Paragraph Type="Action"><Text>This long first line was there before and is left as it was, </Text><Text RevisionID="1">and this was put in.</Text></Paragraph>
        <Paragraph Type="Character"><Text>
                Anna
        </Text></Paragraph>
        <Paragraph Type="Dialogue"><Text RevisionID="1">Where?</Text></Paragraph>
        <Paragraph Type="Transition"><Text Style="AllCaps">cut to:</Text></Paragraph>
        </Content></FinalDraft>
        """;

    [Fact]
    public void Lines_that_a_revision_changed_have_a_star_in_the_margin()
    {
        Fonts.Need("fonts-courier-prime");
        using var folder = new TemporaryFolder();
        var script = Kinolux.Script.Fdx.FdxReader.Read(Revised, "a.fdx");
        ScriptPdf.Write(folder.File("a.pdf"), script, Made);
        using (var pdf = PdfDocument.Open(folder.File("a.pdf")))
        {
            var rows = pdf.GetPage(1).Letters.Where(letter => letter.Value != " ").GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).OrderByDescending(row => row.Key).Select(row => string.Concat(row.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value))).ToList();
            Assert.Equal(["7INT.HOUSE-DAY7*", "Shewaits.", "Thislongfirstlinewastherebeforeandisleftasitwas,", "andthiswasputin.*", "Anna", "Where?*", "CUTTO:"], rows);
        }
        var read = Kinolux.Script.Files.ScriptFile.Read(folder.File("a.pdf"));
        Assert.True(read.IsCarried, read.WhyNotCarried);
        Assert.Equal(3, ScriptHtml.Of(script).Split(" revised\"").Length + ScriptHtml.Of(script).Split("<h2 class=\"revised\"").Length - 2);
    }

    [Theory]
    [InlineData("Language: de-CH", "de-CH")]
    [InlineData("Language: \"><script>", "und")]
    [InlineData("Author: A", "und")]
    public void A_page_says_its_language_where_the_script_does(string entry, string language) =>
        Assert.Contains($"<html lang=\"{language}\">", ScriptHtml.Of(FountainReader.Read($"Title: T\n{entry}\n\nRain.\n")), StringComparison.Ordinal);

    [Fact]
    public void What_is_sung_by_nobody_stands_below_two_speeches_and_in_neither()
    {
        var html = ScriptHtml.Of(FountainReader.Read("ANNA\nNo!\n\nBEN ^\nYes!\n\n~La la.\n\nEVE\n~Mine.\n"));
        Assert.Contains("</div>\n</div>\n<p class=\"lyrics\"><i>La la.</i></p>", html, StringComparison.Ordinal);
        Assert.Contains("<p class=\"lyrics\"><i>Mine.</i></p>\n</div>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_title_page_of_nothing_to_print_is_no_page()
    {
        using var folder = new TemporaryFolder();
        ScriptPdf.Write(folder.File("a.pdf"), FountainReader.Read("Format: Screenplay\n"), Made);
        using var pdf = PdfDocument.Open(folder.File("a.pdf"));
        Assert.Equal(1, pdf.NumberOfPages);
    }

    [Fact]
    public void Nothing_runs_off_the_paper_or_into_a_heading()
    {
        Fonts.Need("fonts-courier-prime");
        using var folder = new TemporaryFolder();
        ScriptPdf.Write(folder.File("a.pdf"), FountainReader.Read($"Title: {string.Concat(Enumerable.Repeat("A long title ", 9))}\nCopyright: {string.Concat(Enumerable.Repeat("all rights ", 9))}\n\nINT. HOUSE - DAY #1-ZX3ZM#\n\nRain.\n"), Made);
        using var pdf = PdfDocument.Open(folder.File("a.pdf"));
        var words = pdf.GetPages().Select(page => page.GetWords().Select(word => word.Text).ToList()).ToList();
        Assert.Equal((27, 18), (words[0].Count(word => word is "A" or "long" or "title"), words[0].Count(word => word is "all" or "rights")));
        Assert.All(pdf.GetPages().SelectMany(page => page.Letters), letter => Assert.InRange(letter.StartBaseLine.X, 18, 612 - 18));
        Assert.Contains("1-ZX3ZM", words[1]);
    }

    [Fact]
    public void A_page_to_read_says_what_is_printed_and_no_more()
    {
        var html = ScriptHtml.Of(FountainReader.Read(Story));
        Assert.Contains("<h1><b>The Lamp</b></h1>", html, StringComparison.Ordinal);
        Assert.Contains("She waits, <i>patiently</i>.", html, StringComparison.Ordinal);
        Assert.Contains("Here — &quot;now&quot; &amp; &lt;then&gt;.", html, StringComparison.Ordinal);
        Assert.Contains("<div class=\"dual\">", html, StringComparison.Ordinal);
        Assert.Contains("A &lt;Writer&gt; &amp; Co", html, StringComparison.Ordinal);
        Assert.DoesNotContain("a note", html, StringComparison.Ordinal);
        Assert.DoesNotContain("cut", html.Replace("execute", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_printed_word_of_real_scripts_is_in_the_page_to_read()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("story"), "*.fountain", SearchOption.AllDirectories))
        {
            var script = FountainReader.Read(File.ReadAllText(path));
            var html = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(ScriptHtml.Of(script), "<[^>]*>", ""));
            Assert.All(script.Elements.Where(element => element.Kind.IsPrinted), element => Assert.Contains(element.Text, html, StringComparison.Ordinal));
        }
    }
}

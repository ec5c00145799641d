using System.IO.Compression;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Report.Paper;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Print;
using Kinolux.Tests.Report.Paper;

namespace Kinolux.Tests.Script.Pdf;

/// <summary>A PDF is read as the script that it was printed from; one that cannot be is a fault that says why.</summary>
public sealed class PdfReadingTests
{
    private const string Story = """
        Title: The Lamp
        Credit: written by
        Author: A Writer
        Draft date: 1/3/2026
        Contact:
            1 Street
            Town

        INT. CAFÉ - DAY #4A#

        She waits and waits at the long table by the window, and waits on for as long as it takes him to come.

        ANNA
        (softly)
        Where have you been all this while? I waited.

        BEN ^
        Here.

        CUT TO:

        EXT. 病院 - NIGHT

        雨が降っている。花子は傘もささずに、病院の前の長い坂道をゆっくりと上っていく、誰にも会わないままに。

        @花子
        ここ。

        > THE END <
        """;

    private static readonly DateTimeOffset Made = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void What_was_printed_comes_back_with_its_title_page_and_its_numbers()
    {
        Fonts.Need("fonts-courier-prime", "fonts-noto-cjk");
        var script = FountainReader.Read(Story);
        var read = Through(script);
        Assert.Equal(Say(script), Say(read));
        Assert.Equal(script.Title.Select(entry => $"{entry.Key}: {string.Join('/', entry.Lines)}"), read.Title.Select(entry => $"{entry.Key}: {string.Join('/', entry.Lines)}"));
    }

    [Fact]
    public void Of_real_PDFs_made_by_others_98_percent_of_the_elements_come_back()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("story", "screenplain", "examples"), "*.pdf"))
        {
            var meant = Say(ScriptFile.Read(Path.ChangeExtension(path, ".fountain")).Script);
            var read = Say(ScriptFile.Read(path).Script);
            Assert.True(Common(meant, read) >= 0.98 * meant.Count, $"{Path.GetFileName(path)}: {Common(meant, read)} of {meant.Count}");
        }
    }

    [Fact]
    public void A_PDF_of_pictures_is_a_fault()
    {
        using var folder = new TemporaryFolder();
        PaperDocument.Write(folder.File("a.pdf"), new PaperAbout("", Made), document => document.AddPage(PaperPage.Letter));
        Assert.Equal("KX1408", Fault(folder.File("a.pdf")));
    }

    [Fact]
    public void A_locked_PDF_is_a_fault()
    {
        using var folder = new TemporaryFolder();
        var pdf = Document("<< /Length 0 >>", []).Replace("trailer\n<< ", "trailer\n<< /Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <" + new string('A', 64) + "> /U <" + new string('B', 64) + "> >> /ID [<00><00>] ", StringComparison.Ordinal);
        File.WriteAllText(folder.File("a.pdf"), pdf, Encoding.Latin1);
        Assert.Equal("KX1407", Fault(folder.File("a.pdf")));
    }

    [Fact]
    public void A_PDF_that_grows_without_end_is_a_fault()
    {
        using var folder = new TemporaryFolder();
        using var packed = new MemoryStream();
        using (var packer = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            for (var i = 0; i < 200; i++)
                packer.Write(new byte[1 << 20]);
        File.WriteAllText(folder.File("a.pdf"), Document($"<< /Length {packed.Length} /Filter /FlateDecode >>", packed.ToArray()), Encoding.Latin1);
        Assert.Equal("KX1409", Fault(folder.File("a.pdf")));
    }

    [Fact]
    public void A_PDF_cut_anywhere_is_read_or_a_fault()
    {
        using var folder = new TemporaryFolder();
        ScriptPdf.Write(folder.File("a.pdf"), FountainReader.Read("INT. HOUSE - DAY\n\nRain.\n\nANNA\nWhere?\n"), Made);
        var whole = File.ReadAllBytes(folder.File("a.pdf"));
        for (var length = 10; length < whole.Length; length += Math.Max(1, whole.Length / 40))
        {
            File.WriteAllBytes(folder.File("b.pdf"), whole[..length]);
            try
            {
                ScriptFile.Read(folder.File("b.pdf"));
            }
            catch (FaultException fault)
            {
                Assert.Contains(fault.Fault.Code, (string[])["KX1406", "KX1408"]);
            }
        }
    }

    private static Screenplay Through(Screenplay script)
    {
        using var folder = new TemporaryFolder();
        ScriptPdf.Write(folder.File("a.pdf"), script, Made);
        var file = ScriptFile.Read(folder.File("a.pdf"));
        Assert.Equal((ScriptFormat.Pdf, false), (file.Format, file.IsMisnamed));
        return file.Script;
    }

    private static string Fault(string path) => Assert.Throws<FaultException>(() => ScriptFile.Read(path)).Fault.Code;

    // A page with one stream, as small as a reader takes it.
    private static string Document(string stream, byte[] bytes)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        List<int> at = [];
        foreach (var body in (string[])["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>", $"{stream}\nstream\n{Encoding.Latin1.GetString(bytes)}\nendstream"])
        {
            at.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{at.Count} 0 obj\n{body}\nendobj\n");
        }
        var table = text.Length;
        text.Append("xref\n0 5\n0000000000 65535 f \n").AppendJoin("", at.Select(offset => $"{offset:0000000000} 00000 n \n"));
        return text.Append(System.Globalization.CultureInfo.InvariantCulture, $"trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n").ToString();
    }

    private static List<string> Say(Screenplay script) =>
        [.. script.Elements.Where(element => element.Kind.IsPrinted && element.Kind != ElementKind.PageBreak && !string.IsNullOrWhiteSpace(element.Text)).Select(element => $"{element.Kind} {element.Number} {element.IsDual} {string.Join(' ', element.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}")];

    private static int Common(List<string> one, List<string> other)
    {
        var longest = new int[one.Count + 1, other.Count + 1];
        for (var i = one.Count - 1; i >= 0; i--)
            for (var j = other.Count - 1; j >= 0; j--)
                longest[i, j] = one[i] == other[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
        return longest[0, 0];
    }
}

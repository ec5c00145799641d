using System.IO.Compression;
using System.Text;
using Kinolux.Report.Paper;
using Kinolux.Script.Fdx;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Print;
using Kinolux.Tests.Report.Paper;
using UglyToad.PdfPig;

namespace Kinolux.Tests.Script.Pdf;

/// <summary>A PDF of ours carries the Fountain of what it prints; it is believed only where it prints the pages that are there.</summary>
public sealed class CarriedScriptTests
{
    private const string Story = """
        Title: **The Lamp**
        Author: A Writer
        Contact:
            1 Street
            Town

        .THE HOUSE

        She waits, *patiently*.


        After two blank lines.

        !INT. IS WHAT THE SIGN SAYS

        INT. CAFÉ - DAY #4A#

        ANNA
        (softly)
        Where have you **been**?
        ~La la _la_,
        ~and on.

        BEN ^
        Here.

        ~Sung by nobody

        > ONE <
        > TWO <

        @McGEE
        Yes. ~ No.

        > CUT TO:

        ===

        EXT. 病院 - NIGHT

        雨が降っている。花子は傘もささずに、病院の前の長い坂道をゆっくりと上っていく、誰にも会わないままに。

        שלום עולם

        A 🎬 that no font has.

        """;

    private static readonly DateTimeOffset Made = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public void What_is_printed_comes_back_to_the_letter()
    {
        Fonts.Need("fonts-courier-prime", "fonts-noto-cjk", "fonts-dejavu-core");
        using var folder = new TemporaryFolder();
        var script = FountainReader.Read(Story);
        Assert.Equal([new Rune(0x1F3AC)], ScriptPdf.Write(folder.File("a.pdf"), script, Made).Keys);
        var read = ScriptFile.Read(folder.File("a.pdf"));
        Assert.True(read.IsCarried, read.WhyNotCarried);
        Assert.Equal(Say(script), Say(read.Script));
        Assert.Equal(script.Title.Select(entry => $"{entry.Key}: {string.Join('/', entry.Lines)}"), read.Script.Title.Select(entry => $"{entry.Key}: {string.Join('/', entry.Lines)}"));
        Assert.All(read.Script.Elements, element => Assert.Equal(1, element.Confidence));
        // Written as Fountain it is the very text, and printed again the very file.
        Assert.Empty(ScriptConversion.Write(read, folder.File("b.fountain"), false));
        ScriptPdf.Write(folder.File("b.pdf"), ScriptFile.Read(folder.File("b.fountain")).Script, Made);
        Assert.Equal(File.ReadAllBytes(folder.File("a.pdf")), File.ReadAllBytes(folder.File("b.pdf")));
    }

    [Fact]
    public void What_is_not_printed_never_leaves_with_a_PDF()
    {
        using var folder = new TemporaryFolder();
        var script = FountainReader.Read("""
            Title: The Lamp [[secret]]
            Format: secret

            # secret

            = secret

            /* secret */

            INT. HOUSE - DAY [[secret]]

            [[secret]]

            She waits. /* secret */ And waits.

            ANNA
            [[secret]]
            Where?
            """);
        ScriptPdf.Write(folder.File("a.pdf"), script, Made);
        var carried = Carried(folder.File("a.pdf"));
        Assert.Contains("She waits.", carried, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", carried, StringComparison.Ordinal);
        Assert.True(ScriptFile.Read(folder.File("a.pdf")).IsCarried);

        ScriptPdf.Write(folder.File("b.pdf"), FdxReader.Read("""
            <?xml version="1.0" encoding="UTF-8"?><FinalDraft DocumentType="Script" Version="5"><Content>
            <Paragraph Type="Scene Heading"><SceneProperties Title="secret" Color="#FFFF00000000"><Summary><Paragraph><Text>secret</Text></Paragraph></Summary></SceneProperties><Text>INT. HOUSE - DAY</Text></Paragraph>
            <Paragraph Type="Action"><ScriptNote ID="1"><Paragraph><Text>secret</Text></Paragraph></ScriptNote><Text>She waits.</Text></Paragraph></Content></FinalDraft>
            """, "b.fdx"), Made);
        Assert.DoesNotContain("secret", Carried(folder.File("b.pdf")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT. HOUSE - DAY\n\nShe waits.\n\nANNA\nNowhere.\n", "does not print these pages")]
    [InlineData("INT. HOUSE - DAY\n\nShe waits.\n\nANNA\nWhere?\n\n===\n\nMore.\n", "does not print these pages")]
    [InlineData("INT. HOUSE - DAY\n\nShe waits.\n\nANNA\nWhe re?\n", "does not print these pages")]
    [InlineData("INT. HOUSE - DAY\n\nShe waits.\n\n                    ANNA\n\n          Where?\n", "does not print these pages")]
    [InlineData("INT. HOUSE - DAY\n\nShe waits. [[and plans]]\n\nANNA\nWhere?\n", "says more than its pages")]
    [InlineData("Format: x\n\nINT. HOUSE - DAY\n\nShe waits.\n\nANNA\nWhere?\n", "says more than its pages")]
    [InlineData("", "does not print these pages")]
    public void What_does_not_print_the_pages_is_not_believed(string attached, string why)
    {
        using var folder = new TemporaryFolder();
        var read = Attach(folder, Encoding.UTF8.GetBytes(attached));
        Assert.False(read.IsCarried);
        Assert.Equal(why, read.WhyNotCarried);
        Assert.Equal(["SceneHeading: INT. HOUSE - DAY", "Action: She waits.", "Character: ANNA", "Dialogue: Where?"], read.Script.Elements.Select(element => $"{element.Kind}: {element.Text}"));
        Assert.Contains(read.Script.Extras, extra => extra.Kind == $"script in the file, which {why}");
    }

    [Fact]
    public void What_prints_the_pages_is_believed_whoever_wrote_it()
    {
        using var folder = new TemporaryFolder();
        Assert.True(Attach(folder, "INT. HOUSE - DAY\n\nShe waits.\n\n@ANNA\nWhere?\n"u8.ToArray()).IsCarried);
    }

    [Fact]
    public void What_is_too_large_or_broken_is_passed_over()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal("is larger than any script", Attach(folder, new byte[5 << 20]).WhyNotCarried);
        Assert.NotEmpty(Attach(folder, new byte[200 << 20]).WhyNotCarried);
        Assert.NotEmpty(Attach(folder, [0xFF, 0xFE, 0x00, 0x80, 0x0C]).WhyNotCarried);
    }

    [Theory]
    [InlineData("/EF <</F ", "/EF <</G ")]
    [InlineData("[(script.fountain)", "[(another.fountain)")]
    [InlineData("/Names [(script.fountain)", "/Kids [(script.fountain)")]
    [InlineData("/FlateDecode\n/Length ", "/FlateDecode\n/Length 9")]
    [InlineData("/FlateDecode\n/Length ", "/ASCII85Decode\n/Length ")]
    public void Whatever_is_wrong_with_what_is_carried_the_pages_are_read(string is_, string becomes)
    {
        using var folder = new TemporaryFolder();
        Attach(folder, "INT. HOUSE - DAY\n\nShe waits.\n\nANNA\nWhere?\n"u8.ToArray());
        var bytes = File.ReadAllBytes(folder.File("a.pdf"));
        var text = Encoding.Latin1.GetString(bytes);
        var at = text.LastIndexOf(is_, StringComparison.Ordinal);
        // What is in front stays where the table says it is.
        File.WriteAllText(folder.File("b.pdf"), text[..at] + becomes + text[(at + is_.Length)..], Encoding.Latin1);
        var read = ScriptFile.Read(folder.File("b.pdf"));
        Assert.Equal(4, read.Script.Elements.Count);
    }

    [Fact]
    public void Names_that_run_in_a_circle_end()
    {
        using var folder = new TemporaryFolder();
        Attach(folder, "x"u8.ToArray());
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(folder.File("a.pdf")));
        var root = text.LastIndexOf("/Root ", StringComparison.Ordinal) + 6;
        var number = text[root..text.IndexOf(' ', root)];
        var from = text.LastIndexOf("<</EmbeddedFiles", StringComparison.Ordinal);
        var to = text.IndexOf(">>>>", from, StringComparison.Ordinal) + 4;
        // A name's kids are the catalog, whose own names they are.
        var circle = $"{number} 0 R /EmbeddedFiles {number} 0 R /Kids [{number} 0 R]";
        File.WriteAllText(folder.File("b.pdf"), text[..from] + circle.PadRight(to - from) + text[to..], Encoding.Latin1);
        Assert.Equal(4, ScriptFile.Read(folder.File("b.pdf")).Script.Elements.Count);
    }

    [Fact]
    public void Of_two_scripts_that_are_carried_neither_is_believed()
    {
        using var folder = new TemporaryFolder();
        Attach(folder, "INT. HOUSE - DAY\n\nShe waits.\n\nANNA\nWhere?\n"u8.ToArray());
        var text = Encoding.Latin1.GetString(File.ReadAllBytes(folder.File("a.pdf")));
        var at = text.LastIndexOf("[(script.fountain) ", StringComparison.Ordinal);
        var end = text.IndexOf(']', at);
        var entry = text[(at + 1)..end];
        File.WriteAllText(folder.File("b.pdf"), text[..end] + " " + entry + text[end..], Encoding.Latin1);
        Assert.Equal("is not the only one, and nobody knows which is meant", ScriptFile.Read(folder.File("b.pdf")).WhyNotCarried);
    }

    [Fact]
    public void Whatever_is_written_comes_back_whole()
    {
        Fonts.Need("fonts-courier-prime");
        using var folder = new TemporaryFolder();
        for (var seed = 0; seed < 12; seed++)
        {
            var script = FountainReader.Read(DenseScript.Of(seed));
            ScriptPdf.Write(folder.File("a.pdf"), script, Made);
            var read = ScriptFile.Read(folder.File("a.pdf"));
            Assert.True(read.IsCarried, $"{seed}: {read.WhyNotCarried}");
            Assert.Equal(Say(script), Say(read.Script));
        }
    }

    [Fact]
    public void Real_scripts_come_back_whole()
    {
        Fonts.Need("fonts-courier-prime", "fonts-dejavu-core");
        using var folder = new TemporaryFolder();
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("story"), "*.fountain", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(path => new FileInfo(path).Length > 0))
        {
            var script = ScriptFile.Read(path).Script;
            if (!script.Elements.Any(element => element.Kind.IsPrinted && !string.IsNullOrWhiteSpace(element.Text)))
                continue;
            ScriptPdf.Write(folder.File("a.pdf"), script, Made);
            var read = ScriptFile.Read(folder.File("a.pdf"));
            Assert.True(read.IsCarried, $"{path}: {read.WhyNotCarried}");
            Assert.Equal(Say(script), Say(read.Script));
        }
    }

    // The pages of one script with the file of another.
    private static ScriptFile Attach(TemporaryFolder folder, byte[] attached)
    {
        ScriptPdf.Write(folder.File("a.pdf"), FountainReader.Read("INT. HOUSE - DAY\n\nShe waits.\n\nANNA\nWhere?\n"), Made);
        var bytes = File.ReadAllBytes(folder.File("a.pdf")).AsSpan();
        var alone = bytes[..(bytes.IndexOf("%%EOF\n"u8) + 6)];
        using (var stream = File.Create(folder.File("a.pdf")))
            PaperUpdate.Write(stream, alone, new PaperAttachment("script.fountain", "text/plain", "A script.", attached));
        return ScriptFile.Read(folder.File("a.pdf"));
    }

    private static string Carried(string path)
    {
        using var pdf = PdfDocument.Open(path);
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var files));
        return Encoding.UTF8.GetString(Assert.Single(files).Memory.Span);
    }

    private static List<string> Say(Screenplay script) =>
        [.. script.Elements.Where(element => element.Kind.IsPrinted && (element.Kind == ElementKind.PageBreak || !string.IsNullOrWhiteSpace(element.Text))).Select(element => $"{element.Kind} {element.Number} {element.IsDual} {Looks(element)}")];

    // Words with their looks; notes that were cut out may have left a space.
    private static string Looks(ScriptElement element) => string.Join(' ', FountainEmphasis.Meaning(element.Runs).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

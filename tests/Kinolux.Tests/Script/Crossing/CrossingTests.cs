using Kinolux.Core.Faults;
using Kinolux.Script.Fdx;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Tests.Script.Fdx;
using Kinolux.Tests.Script.Fountain;

namespace Kinolux.Tests.Script.Crossing;

/// <summary>From one format to the other words, numbers, people and who speaks at once stay; what the other cannot hold is listed, never dropped unsaid.</summary>
public sealed class CrossingTests
{
    [Fact]
    public void Final_Draft_to_Fountain_keeps_the_words_and_lists_the_rest()
    {
        var written = FountainWriter.Write(FdxReaderTests.Read(FdxReaderTests.Kitchen));
        Assert.Equal(
            "INT. PANTRY - NIGHT #7#\n\n= They quarrel.\n\n\n\nShe puts the iron pan _**down.**_\n\nEVA\nI said \"stop\" & you went.\n\nOLE ^\nYou never said \"stop\".\n\nA paragraph of a type nobody knows.\n",
            written.Text);
        Assert.Equal(["1 colour 5", "3 revision run 4", "1 tag 10", "1 unknown type 21", "1 unknown element 28"], written.Losses.Select(Say).OrderBy(loss => loss[2] == 'c' ? 0 : loss[2] == 'r' ? 1 : loss[2] == 't' ? 2 : loss.Contains("type", StringComparison.Ordinal) ? 3 : 4));
        var again = Read(FdxWriter.Write(FountainReader.Read(written.Text)).Text);
        Assert.Equal(
            [
                "SceneHeading INT. PANTRY - NIGHT #7", "Synopsis They quarrel.", "Action ", "Action ", "Action She puts the iron pan down.", "Character EVA", "Dialogue I said \"stop\" & you went.", "Character OLE dual",
                "Dialogue You never said \"stop\".", "Action A paragraph of a type nobody knows.",
            ],
            again.Elements.Select(FountainReaderTests.Say));
    }

    [Theory]
    [InlineData(ElementKind.Action, "Rain.", "Rain.")]
    [InlineData(ElementKind.Action, "BOOM", "BOOM")]
    [InlineData(ElementKind.Action, "INT. means inside.", "!INT. means inside.")]
    [InlineData(ElementKind.Action, "CUT TO:", "!CUT TO:")]
    [InlineData(ElementKind.Action, "BOOM\nand again", "!BOOM\nand again")]
    [InlineData(ElementKind.Action, "@home", "!@home")]
    [InlineData(ElementKind.Action, "# 5 is alive", "!# 5 is alive")]
    [InlineData(ElementKind.Action, "= is a sign", "!= is a sign")]
    [InlineData(ElementKind.Action, "!", "!!")]
    [InlineData(ElementKind.Action, ".45", "!.45")]
    [InlineData(ElementKind.Action, "...and on", "...and on")]
    [InlineData(ElementKind.Action, "One\n> two", "!One\n!> two")]
    [InlineData(ElementKind.Action, "Note: it rains", "!Note: it rains")]
    [InlineData(ElementKind.Action, "   three spaces", "   three spaces")]
    [InlineData(ElementKind.Action, "[[no note]]", "\\[\\[no note]]")]
    [InlineData(ElementKind.Action, "/* no boneyard */", "/\\* no boneyard */")]
    [InlineData(ElementKind.Action, "5 * 3 and a_b_c", "5 * 3 and a_b_c")]
    [InlineData(ElementKind.Action, "*stars* and _lines_", "\\*stars\\* and \\_lines\\_")]
    [InlineData(ElementKind.Action, "\\*", "\\\\*")]
    [InlineData(ElementKind.SceneHeading, "INT. HOUSE - DAY", "INT. HOUSE - DAY")]
    [InlineData(ElementKind.SceneHeading, "THE HOUSE", ".THE HOUSE")]
    [InlineData(ElementKind.Transition, "CUT TO:", "CUT TO:")]
    [InlineData(ElementKind.Transition, "Later that day", "> Later that day")]
    [InlineData(ElementKind.Centered, "THE\nEND", "> THE <\n> END <")]
    [InlineData(ElementKind.Character, "McAvoy", "@McAvoy")]
    [InlineData(ElementKind.Character, "BOB (on phone)", "@BOB (on phone)")]
    [InlineData(ElementKind.Lyrics, "La\nla", "~La\n~la")]
    [InlineData(ElementKind.Section, "Act", "# Act")]
    public void A_mark_is_set_exactly_where_a_line_would_be_misread(ElementKind kind, string text, string fountain)
    {
        var written = FountainWriter.Write(Script(new ScriptElement(kind, default, [new TextRun(text)]) { Depth = kind == ElementKind.Section ? 1 : 0 }));
        Assert.Equal(fountain + "\n", written.Text);
        Assert.Empty(written.Losses);
    }

    [Theory]
    [InlineData("BOB", "Hello.", "BOB\nHello.")]
    [InlineData("Bob", "Hello.", "@Bob\nHello.")]
    [InlineData("BOB", "INT. is a word.", "@BOB\nINT. is a word.")]
    [InlineData("23", "Hello.", "@23\nHello.")]
    [InlineData("ジョン", "Hello.", "@ジョン\nHello.")]
    [InlineData("BOB", "One.\n\nTwo.", "BOB\nOne.\n  \nTwo.")]
    [InlineData("BOB", "#1 fan!", "BOB\n#1 fan!")]
    public void A_speech_is_written_so_that_it_is_read_as_one(string cue, string said, string fountain)
    {
        var written = FountainWriter.Write(Script(Of(ElementKind.Character, cue), Of(ElementKind.Dialogue, said)));
        Assert.Equal(fountain + "\n", written.Text);
        Assert.Empty(written.Losses);
    }

    [Fact]
    public void What_Fountain_cannot_say_is_listed()
    {
        Assert.Equal(["1 paragraph that reads as something else 1"], Losses(Of(ElementKind.Character, "BOB"), Of(ElementKind.Dialogue, "(laughs) said he.")));
        Assert.Equal(["1 speech of nobody 1"], Losses(Of(ElementKind.Dialogue, "Who says this?")));
        Assert.Equal(["1 shot 1"], Losses(Of(ElementKind.Shot, "CLOSE ON THE DOOR")));
        Assert.Equal(["1 scene number 1"], Losses(new ScriptElement(ElementKind.SceneHeading, default, [new TextRun("INT. A")]) { Number = "7 B" }));
        Assert.Equal(["1 run in capitals by its style 1", "1 struck-out run 1"], Losses(new ScriptElement(ElementKind.Action, default, [new TextRun("a", TextStyle.AllCaps), new TextRun("b", TextStyle.Strikeout)])));
    }

    [Fact]
    public void Notes_and_what_was_taken_out_cross_and_are_not_printed()
    {
        const string Text = "INT. STORE ROOM\n\nA first line.\n/* cut */\nThe third line.\n\n/*\nINT. CUT\n\nNobody.\n*/\n\nINT. STORE ROOM - LATER\n\n[[About the scene.]]\n\nIt is [[a note\nover two lines]] quiet.\n";
        var (there, fdx) = (FountainReader.Read(Text), FdxWriter.Write(FountainReader.Read(Text)));
        Assert.Empty(fdx.Losses);
        var back = Read(fdx.Text);
        Assert.Equal(there.Elements.Select(FountainReaderTests.Say), back.Elements.Select(FountainReaderTests.Say));
        Assert.Equal(there.Elements.Select(element => string.Join('|', element.Runs.Select(run => $"{run.Style} {run.Text}"))), back.Elements.Select(element => string.Join('|', element.Runs.Select(run => $"{run.Style} {run.Text}"))));
    }

    [Fact]
    public void Title_pages_cross()
    {
        const string Text = "Title:\n    _**THE LAMP**_\n    a story\nCredit: Written by\nAuthor: Nobody: A Life\nDraft date: 1/3/2026\nContact:\n    1 Long Street\n    Oslo\n\nFADE IN:\n";
        var fdx = FdxWriter.Write(FountainReader.Read(Text));
        Assert.Empty(fdx.Losses);
        Assert.Contains("Style=\"Bold+Underline\"", fdx.Text, StringComparison.Ordinal);
        Assert.Equal(Text.Replace("\nFADE IN:", "\nFADE IN:", StringComparison.Ordinal), FountainWriter.Write(Read(fdx.Text)).Text);
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_are_listed()
    {
        var fdx = FdxWriter.Write(FountainReader.Read("A bell\u0007 rings \ud83d alone, \ud83d\udd14 in a pair."));
        Assert.Equal(["2 character that XML cannot hold 1"], fdx.Losses.Select(Say));
        Assert.Equal("A bell rings  alone, \ud83d\udd14 in a pair.", Read(fdx.Text).Elements[0].Text);
    }

    [Fact]
    public void Real_scripts_cross_and_come_back()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("story"), "*.fountain", SearchOption.AllDirectories))
        {
            var script = ScriptFile.Read(path).Script;
            var fdx = FdxWriter.Write(script);
            Assert.True(fdx.Losses.Count == 0, $"{path}: {string.Join(", ", fdx.Losses)}");
            var there = Read(fdx.Text);
            var back = FountainWriter.Write(there);
            Assert.True(back.Losses.Count == 0, $"{path}: {string.Join(", ", back.Losses)}");
            var (meant, read) = (Meanings(script), Meanings(FountainReader.Read(back.Text)));
            Assert.True(meant.SequenceEqual(read), $"{path}\n{string.Join('\n', meant.Zip(read).Where(pair => pair.First != pair.Second).Take(3))}");
        }
    }

    [Fact]
    public void Final_Draft_twins_of_real_scripts_say_the_same()
    {
        foreach (var path in Directory.EnumerateFiles(Repository.Shared("story", "screenplain", "tests", "files"), "*.fdx").Concat(Directory.EnumerateFiles(Repository.Shared("story", "afterwriting"), "*.fdx", SearchOption.AllDirectories)))
        {
            var (document, twin) = (ScriptFile.Read(path).Script, ScriptFile.Read(Path.ChangeExtension(path, ".fountain")).Script);
            var written = FountainReader.Read(FountainWriter.Write(document).Text);
            Assert.True(Printed(twin) == Printed(written), $"{path}\n{Printed(twin)}\n-----\n{Printed(written)}");
        }
    }

    [Fact]
    public void Convert_writes_the_same_bytes_in_the_same_format_and_never_over_the_script()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("story.fdx");
        File.WriteAllText(path, FdxReaderTests.Kitchen.ReplaceLineEndings("\r\n"));
        var file = ScriptFile.Read(path);
        var copy = folder.File("copy.fdx");
        Assert.Empty(ScriptConversion.Write(file, copy, overwrite: false));
        Assert.Equal(File.ReadAllBytes(path), File.ReadAllBytes(copy));
        Assert.Equal("KX4003", Assert.Throws<FaultException>(() => ScriptConversion.Write(file, copy, overwrite: false)).Fault.Code);
        Assert.Equal("KX4004", Assert.Throws<FaultException>(() => ScriptConversion.Write(file, path, overwrite: true)).Fault.Code);
        Assert.Equal("KX4005", Assert.Throws<FaultException>(() => ScriptConversion.Write(file, folder.File("story.docx"), overwrite: true)).Fault.Code);
        Assert.Equal(5, ScriptConversion.Write(file, folder.File("story.fountain"), overwrite: false).Count);
    }

    internal static Screenplay Read(string text) => FdxReaderTests.Read(text);

    internal static ScriptElement Of(ElementKind kind, string text) => new(kind, default, [new TextRun(text)]);

    internal static Screenplay Script(params ScriptElement[] elements) => new() { Source = "", Elements = elements };

    // What a reader of the page sees, however the lines of a speech are parted.
    private static string Printed(Screenplay script) => string.Join('\n', script.Elements.Where(element => element.Kind.IsPrinted && element.Text.Trim().Length > 0).Select(element => $"{element.Kind} {element.Text.Trim().ReplaceLineEndings("/")}"));

    private static List<string> Meanings(Screenplay script) => [.. script.Title.Select(entry => $"{entry.Key}: {string.Join('/', entry.Lines).Replace("\\_", "_", StringComparison.Ordinal)}"), .. script.Elements.Select(element => $"{FountainReaderTests.Say(element)} {FountainEmphasisMeaning(element)}")];

    private static string FountainEmphasisMeaning(ScriptElement element) => string.Join('|', element.Runs.Where(run => run.Style != TextStyle.Plain).Select(run => $"{run.Style}{run.Text.Trim()}"));

    private static List<string> Losses(params ScriptElement[] elements) => [.. FountainWriter.Write(Script(elements)).Losses.Select(Say)];

    private static string Say(ScriptLoss loss) => $"{loss.Count} {loss.Kind} {loss.Line + 1}";
}

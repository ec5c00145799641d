using System.Globalization;
using System.Text;
using Kinolux.Core.Text;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;

namespace Kinolux.Tests.Script.Pages;

public sealed class ScriptPagesTests
{
    [Fact]
    public void Elements_stand_where_the_field_has_them()
    {
        var page = Assert.Single(Of("INT. HOUSE - DAY\n\nRain.\n\nBOB\n(low)\nHello.\n\nCUT TO:\n\n> END <\n").Pages);
        Assert.Equal(
            [(0, 0, "INT. HOUSE - DAY"), (2, 0, "Rain."), (4, 20, "BOB"), (5, 15, "(low)"), (6, 10, "Hello."), (8, 53, "CUT TO:"), (10, 28, "END")],
            page.Lines.Select(line => (line.Row, line.Column, line.Text)));
    }

    [Fact]
    public void Speeches_side_by_side_stand_in_two_columns()
    {
        var lines = Of("BRICK\nScrew retirement.\n\nSTEEL ^\nScrew retirement.\n").Pages[0].Lines;
        Assert.Equal([(0, 9, "BRICK"), (1, 0, "Screw retirement."), (0, 40, "STEEL"), (1, 31, "Screw retirement.")], lines.Select(line => (line.Row, line.Column, line.Text)));
    }

    [Fact]
    public void What_is_not_printed_weighs_nothing()
    {
        var pages = Of("Title: Weight\n\n[[Plan:\nask,\n  \nfind.]]\n\n/* x x x\nx x */\n\n# Act One\n\n= The baker.\n\nINT. BAKERY - MORNING\n\nFlour in the light.\n");
        Assert.Equal(["INT. BAKERY - MORNING", "Flour in the light."], Assert.Single(pages.Pages).Lines.Select(line => line.Text));
        Assert.Equal("1/8", Assert.Single(pages.Scenes).ToString());
    }

    [Fact]
    public void A_boneyard_within_action_leaves_no_gap() =>
        Assert.Equal([(0, "A first line."), (1, "The third line.")], Of("A first line.\n/* cut */\nThe third line.\n").Pages[0].Lines.Select(line => (line.Row, line.Text)));

    [Fact]
    public void A_note_between_paragraphs_leaves_no_gap()
    {
        var rows = Of("One.\n\n[[note]]\n\nTwo.\n\n/* cut\n\ncut */\n\n\nThree.\n").Pages[0].Lines.Select(line => (line.Row, line.Text));
        Assert.Equal([(0, "One."), (2, "Two."), (5, "Three.")], rows);
    }

    [Fact]
    public void A_long_speech_is_parted_where_a_sentence_ends_and_its_cue_is_said_again()
    {
        var pages = Of(Lines(45) + "BOB\n" + string.Concat(Enumerable.Repeat("This is a sentence of some words. ", 20)) + "\n").Pages;
        Assert.Equal(2, pages.Count);
        Assert.Equal("(MORE)", pages[0].Lines[^1].Text);
        Assert.EndsWith(".", pages[0].Lines[^2].Text, StringComparison.Ordinal);
        Assert.Equal("BOB (CONT'D)", pages[1].Lines[0].Text);
    }

    [Fact]
    public void A_heading_or_cue_never_stands_alone_at_a_foot_and_a_transition_never_at_a_head()
    {
        for (var lines = 30; lines < 54; lines++)
        {
            var heading = Of(Lines(lines) + "INT. HOUSE\n\nOne line of action that is long enough to be two lines on the page.\n").Pages;
            Assert.DoesNotContain(heading, page => page.Lines[^1].Text == "INT. HOUSE");
            var cue = Of(Lines(lines) + "BOB\n(low)\nA word of a length that goes on over some lines, as words do when they are many, and more.\n").Pages;
            Assert.DoesNotContain(cue, page => page.Lines[^1].Text is "BOB" or "(low)");
            var transition = Of(Lines(lines) + "Rain.\n\nCUT TO:\n\nRain.\n").Pages;
            Assert.DoesNotContain(transition, page => page.Lines[0].Text == "CUT TO:");
        }
    }

    [Fact]
    public void Every_word_is_on_some_page_once_and_nothing_leaves_its_margins()
    {
        var random = new Random(7);
        string[] words = ["rain", "Rain.", "**bold**", "a-very-long-hyphenated-word-that-goes-on", "病院で、", new string('x', 70), "[[note]]", "/* y */", "don't", "—", "e\u0301"];
        for (var i = 0; i < 300; i++)
        {
            var text = new StringBuilder();
            for (var paragraph = 0; paragraph < 60; paragraph++)
                text.Append(random.Next(6) switch { 0 => "INT. HOUSE\n\n", 1 => "BOB\n", 2 => "ANNA ^\n(low)\n", 3 => "CUT TO:\n\n", 4 => "===\n\n", _ => "" }).AppendJoin(' ', Enumerable.Range(0, random.Next(1, 90)).Select(_ => words[random.Next(words.Length)])).Append("\n\n");
            var script = FountainReader.Read(text.ToString());
            var pages = ScriptPages.Of(script);
            var printed = pages.Pages.SelectMany(page => page.Lines).ToList();
            Assert.All(printed, line => Assert.InRange(line.Row, 0, ScriptPages.LinesPerPage - 1));
            Assert.All(printed, line => Assert.True(line.Column + Columns.Of(line.Text) <= 60, line.Text));
            for (var element = 0; element < script.Elements.Count; element++)
                if (script.Elements[element].Kind is { IsPrinted: true } and not ElementKind.PageBreak)
                    Assert.Equal(Letters(script.Elements[element].Text), Letters(string.Concat(printed.Where(line => line.Element == element && !line.IsAdded).Select(line => line.Text))));
        }
    }

    [Fact]
    public void A_script_of_headings_alone_fills_its_pages() => Assert.Equal(3, Of(string.Concat(Enumerable.Repeat("INT. HOUSE\n\n", 50))).Pages.Count);

    [Fact]
    public void Lengths_are_in_eighths_and_add_up_to_the_pages()
    {
        var pages = Of(string.Concat(Enumerable.Range(0, 12).Select(i => string.Create(CultureInfo.InvariantCulture, $"INT. HOUSE {i}\n\n{Lines(20)}"))));
        Assert.All(pages.Scenes, scene => Assert.Equal("3/8", scene.ToString()));
        // 276 lines are 41 eighths; each scene is rounded by half of one at most.
        Assert.InRange(pages.Scenes.Sum(scene => scene.Eighths), 41 - 6, 41 + 6);
        Assert.Equal("1 4/8", new PageLength(12).ToString());
    }

    [Fact]
    public void An_empty_script_has_no_page() => Assert.Empty(Of("").Pages);

    // A paragraph for each two lines.
    private static string Lines(int lines) => string.Concat(Enumerable.Repeat("Rain.\n\n", lines / 2));

    private static string Letters(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [Fact]
    public void A4_has_58_lines_and_the_same_columns()
    {
        var script = FountainReader.Read(string.Concat(Enumerable.Range(0, 400).Select(i => $"Line {i}.\n\n")));
        var (letter, a4) = (ScriptPages.Of(script), ScriptPages.Of(script, ScriptPaper.A4));
        Assert.Equal((15, 14), (letter.Pages.Count, a4.Pages.Count));
        Assert.Equal((53 - 1, 57 - 1), (letter.Pages[0].Lines[^1].Row, a4.Pages[0].Lines[^1].Row));
    }

    private static ScriptPages Of(string text) => ScriptPages.Of(FountainReader.Read(text));
}

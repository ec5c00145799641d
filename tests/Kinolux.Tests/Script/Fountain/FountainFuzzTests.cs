using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Tests.Script.Fountain;

/// <summary>Whatever a text says: it is read without a fault, no character is lost, and reading an edit is reading the whole.</summary>
public sealed class FountainFuzzTests
{
    private static readonly string[] Pieces =
    [
        "\n", "\n", "\n\n", "\n\n", "\n\n", "\r\n", "\r", "  ", " ", "\t", "INT. HOUSE - DAY", "EXT. ", ".FORCED", "BOB", "ANNA ^", "@McB", "(softly)", "(", ")", "Hello there.", "rain", "~la", "!", ">", "<", "CUT TO:", "TO:", "FADE OUT.",
        "#", "# Act", "##", "=", "===", "= what", "[[", "]]", "[[note]]", "/*", "*/", "/* x */", "*", "**", "_", "\\", "#1#", "#1A#", "Title: x", "Author:", ":", "^", "ジョン", "（", "\u2028", "\0", "\ud83d", "é", "X", "2",
    ];

    [Theory]
    [InlineData(1, 30000)]
    [InlineData(2, 30000)]
    public void Any_text_is_read_and_no_character_is_lost(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var text = Text(random, random.Next(1, 40));
            var script = FountainReader.Read(text);
            Assert.Equal(text, script.Source);
            var covered = new bool[text.Length];
            var last = -1;
            foreach (var element in script.Elements)
            {
                Assert.True(element.Span.Start >= last, text);
                last = element.Span.Start;
                Array.Fill(covered, true, element.Span.Start, element.Span.Length);
                Assert.NotNull(element.Text);
            }
            foreach (var entry in script.Title)
                Array.Fill(covered, true, entry.Span.Start, entry.Span.Length);
            for (var at = 0; at < text.Length; at++)
                Assert.True(covered[at] || char.IsWhiteSpace(text[at]) || IsOnTitlePage(script, at), $"{at} of {text}");
        }
    }

    [Theory]
    [InlineData(3, 40000)]
    public void Reading_an_edit_is_reading_the_whole(int seed, int count)
    {
        var random = new Random(seed);
        var before = FountainReader.Read(Text(random, 60));
        for (var i = 0; i < count; i++)
        {
            var start = random.Next(before.Source.Length + 1);
            var removed = Math.Min(random.Next(12), before.Source.Length - start);
            var text = before.Source.Remove(start, removed).Insert(start, Text(random, random.Next(4)));
            if (text.Length > 900)
                text = Text(random, 60);
            var (edited, whole) = (FountainReader.Read(before, text), FountainReader.Read(text));
            Assert.True(Say(whole) == Say(edited), $"edit at {start} of\n{before.Source}\n-----\n{text}\n-----\n{Say(whole)}\n-----\n{Say(edited)}");
            before = edited;
        }
    }

    private static string Say(Screenplay script) =>
        string.Join('\n', script.Title.Select(entry => $"{entry.Key} {entry.Span}")) + string.Join('\n', script.Elements.Select(element => $"{FountainReaderTests.Say(element)} {element.Span} {element.BlankBefore} {element.IsForced}"));

    // Of a title page, text between an entry's lines and behind a note belongs to the page.
    private static bool IsOnTitlePage(Screenplay script, int at) => script.Title.Count > 0 && (script.Elements.Count == 0 || at < script.Title[^1].Span.End);

    private static string Text(Random random, int pieces) => string.Concat(Enumerable.Range(0, pieces).Select(_ => Pieces[random.Next(Pieces.Length)]));
}

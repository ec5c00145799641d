using Kinolux.Script.Fdx;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Tests.Script.Fdx;

namespace Kinolux.Tests.Script.Crossing;

/// <summary>Any script that a format can hold comes back from it as it was: kinds, words, looks, numbers, who speaks at once.</summary>
public sealed class CrossingPropertyTests
{
    private static readonly string[] Words =
    [
        "Rain", "BOOM", "INT. HOUSE", "EXT", "CUT TO:", "FADE OUT.", "BOB", "(softly)", "(", ")", "!", "@x", ".5", "...", "#", "# a", "#1#", "=", "===", "~", ">", "<", "*", "**", "***", "_", "\\", "[", "[[", "]]", "/*", "*/", "a_b",
        "Note: x", "Title:", "^", "ジョン", "привет", "Émile", "23", "-", "x", "I", "the end", "&", "\"q\"", "'s", "//", "\ud83d\udd14",
    ];

    private static readonly ElementKind[] Kinds =
        [ElementKind.SceneHeading, ElementKind.Action, ElementKind.Action, ElementKind.Character, ElementKind.Character, ElementKind.Lyrics, ElementKind.Transition, ElementKind.Centered, ElementKind.PageBreak, ElementKind.Section, ElementKind.Synopsis, ElementKind.Note];

    [Theory]
    [InlineData(1, 4000)]
    [InlineData(2, 4000)]
    public void Through_Final_Draft_nothing_changes(int seed, int count)
    {
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var script = Script(random);
            var written = FdxWriter.Write(script);
            Assert.Empty(written.Losses);
            Same(Say(script), Say(FdxReaderTests.Read(written.Text)), written.Text);
        }
    }

    [Theory]
    [InlineData(3, 4000)]
    [InlineData(4, 4000)]
    public void Through_Fountain_nothing_changes_unless_a_loss_says_so(int seed, int count)
    {
        var random = new Random(seed);
        var whole = 0;
        for (var i = 0; i < count; i++)
        {
            var script = Script(random);
            var written = FountainWriter.Write(script);
            var read = FountainReader.Read(written.Text);
            // No word is lost even where a loss is listed.
            Assert.True(Letters(script) == Letters(read), $"{Letters(script)}\n{Letters(read)}\n{string.Join('\n', Say(script))}\n-----\n{written.Text}\n-----\n{string.Join('\n', Say(read))}");
            if (written.Losses.Count > 0)
                continue;
            whole++;
            Same(Say(script), Say(read), written.Text);
        }
        Assert.True(whole > count / 3, $"{whole} of {count} without a loss");
    }

    private static void Same(List<string> meant, List<string> read, string text) =>
        Assert.True(meant.SequenceEqual(read), $"{text}\n-----\n{string.Join('\n', meant.Concat(Enumerable.Repeat("", Math.Max(0, read.Count - meant.Count))).Zip(read.Concat(Enumerable.Repeat("", Math.Max(0, meant.Count - read.Count)))).Where(pair => pair.First != pair.Second).Take(3))}");

    private static List<string> Say(Screenplay script) =>
        [.. script.Elements.Select(element => $"{element.Kind} {element.Number} {element.IsDual} {element.Depth} {(element.Kind is ElementKind.Note ? element.Text.Trim() : FountainEmphasis.Meaning(element.Runs).Trim())}")];

    private static string Letters(Screenplay script) => string.Concat(script.Title.Select(entry => entry.Key + string.Concat(entry.Lines)).Concat(script.Elements.SelectMany(element => new[] { element.Number, element.Text })).SelectMany(text => text ?? "").Where(char.IsLetterOrDigit).Order());

    private static Screenplay Script(Random random)
    {
        List<ScriptElement> elements = [];
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var kind = Kinds[random.Next(Kinds.Length)];
            // Lines sung one after the other in a speech are one element.
            if (kind == ElementKind.Lyrics && elements is [.., { Kind: ElementKind.Lyrics }])
                continue;
            if (kind == ElementKind.PageBreak)
                elements.Add(new ScriptElement(kind, default, []));
            else if (kind == ElementKind.SceneHeading)
                elements.Add(Element(random, kind, false) is var heading && random.Next(2) == 0 ? heading with { Number = "1A" } : heading);
            else if (kind == ElementKind.Section)
                elements.Add(Element(random, kind, false) with { Depth = random.Next(1, 5) });
            else
                elements.Add(Element(random, kind, kind == ElementKind.Action));
            if (kind != ElementKind.Character)
                continue;
            // Two lines said one after the other are one speech.
            elements.Add(Element(random, ElementKind.Dialogue, true));
            if (random.Next(2) == 0)
                elements.AddRange([Element(random, ElementKind.Parenthetical, false), Element(random, ElementKind.Dialogue, false)]);
            if (random.Next(3) == 0)
                elements.AddRange([Element(random, ElementKind.Character, false) with { IsDual = true }, Element(random, ElementKind.Dialogue, false)]);
        }
        return new Screenplay { Source = "", Elements = elements };
    }

    private static ScriptElement Element(Random random, ElementKind kind, bool hasLines)
    {
        List<TextRun> runs = [];
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => Words[random.Next(Words.Length)]));
            var style = kind == ElementKind.Note || random.Next(2) == 0 ? TextStyle.Plain : (TextStyle)random.Next(1, 8);
            runs.Add(new TextRun(hasLines && random.Next(3) == 0 ? text + "\nand on" : text, style));
        }
        if (kind == ElementKind.Parenthetical)
            runs = [new TextRun("("), .. runs, new TextRun(")")];
        return new ScriptElement(kind, default, runs);
    }
}

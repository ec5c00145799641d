using Kinolux.Script.Continuity;
using Kinolux.Script.Fountain;
using Kinolux.Script.People;

namespace Kinolux.Tests.Script.Continuity;

/// <summary>Whatever a text holds, the linter answers, and quotes what stands there.</summary>
public sealed class LinterFuzzTests
{
    private static readonly string[] Pieces =
    [
        "INT. HOUSE - DAY", "EXT. HOUSE - NIGHT - CONTINUOUS", "INT. CAR - SAME TIME", ".", "EXT. JOE'S DINER - MOMENTS LATER #12A#", "INT. JOES DINER - 9:15 PM #A12#", "ANNA", "ANNA (V.O.)", "ANNE", "BOB & ANNA ^", "Anna dies.", "He is dead.", "Anna's body.", "dead", "Dies.",
        "[[prop: KNIFE]]", "[[setup: x]]", "[[payoff: x]]", "[[knows: ANNA x]]", "[[learns: Anna]]", "[[gone:]]", "takes the KNIFE", "The moon shines.", "sunlight", "CUT TO:", "FADE OUT.", "Later, at the inn,", "int house - night", "12. EXT. YARD - DAY", "Title: x", "Author: y", "\n", "\n\n", "  ", "*", "_", "/*", "*/",
        "[[", "]]", "(", ")", "'s", "’", "-", "—", "Mr.", "the", "and", "to death", "stabs him", "the headstone reads ANNA", "no pulse", "\u0301", "漢", "ß", "İ", "\ud83d", "0", "#99999999999#", "#1-3# OMITTED", "===", "# ACT", "= synopsis", "~la", "!INT", "@ñ", ">", "<", "!", "?", "...", ":", "&", ",",
    ];

    [Fact]
    public void Any_text_is_answered()
    {
        var random = new Random(1204);
        for (var turn = 0; turn < 20_000; turn++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Pieces[random.Next(Pieces.Length)] + (random.Next(3) switch { 0 => "\n\n", 1 => "\n", _ => " " })));
            var script = FountainReader.Read(text);
            foreach (var finding in Linter.Check(script, Cast.Of(script)))
            {
                Assert.InRange(finding.Element, 0, script.Elements.Count - 1);
                Assert.InRange(finding.Confidence, 0, 1);
                Assert.Contains(finding.Quote, script.Elements[finding.Element].Content, StringComparison.Ordinal);
                Assert.NotEmpty(finding.Evidence);
            }
        }
    }

    [Fact]
    public void A_script_of_one_endless_line_and_one_of_ten_thousand_deaths_end()
    {
        foreach (var text in (string[])[$"INT. A - DAY\n\nANNA\nHi.\n\n{string.Concat(Enumerable.Repeat("Anna dies and ", 20_000))}", string.Concat(Enumerable.Repeat("INT. A - DAY\n\nAnna is dead.\n\nANNA\nHi.\n\n", 3_000))])
        {
            var script = FountainReader.Read(text);
            Assert.NotNull(Linter.Check(script, Cast.Of(script)));
        }
    }
}

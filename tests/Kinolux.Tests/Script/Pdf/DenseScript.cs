using System.Text;

namespace Kinolux.Tests.Script.Pdf;

/// <summary>Scripts in which everything stands beside everything, and whose words look like other elements: what a reader of pages cannot tell.</summary>
internal static class DenseScript
{
    private static readonly string[] Elements =
    [
        "INT. HOUSE - DAY", ".THE GARDEN", "EXT. ROAD - NIGHT #12A#", "She waits.\nAnd waits.", "!INT. SAYS THE SIGN", "    Set in by four.", "A *word* that **counts**, _all_ of it.", "> ONE <\n> TWO <", "> SIGN <",
        "~La la la,\n~and on.", "~Sung again.", "CUT TO:", "> SMASH!", "===", "ANNA\nWhere have you been all this time, I asked, and asked again until you said that you would not say?", "ANNA (V.O.)\n(softly,\nas ever)\nYes.\n(beat)\nNo.",
        "BEN ^\nAt the same time.", "@McGEE\n~I sing\nand speak.", "[[a remark]]", "# Act", "= In short", "/* gone */", "THE END.", "ANNA\nOne.\n  \nTwo.", "A long paragraph that goes on and on over the edge of the line, and over the next one, and ends in a colon:",
    ];

    public static string Of(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(random.Next(2) == 0 ? "" : "Title: Dense\nAuthor: Nobody\nDraft date: 1/2/2026\n\n");
        for (var i = 0; i < 160; i++)
            text.Append(Elements[random.Next(Elements.Length)]).Append('\n', 2 + (random.Next(8) == 0 ? random.Next(3) : 0));
        return text.ToString();
    }
}

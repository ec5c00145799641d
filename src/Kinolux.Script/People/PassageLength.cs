using Kinolux.Script.Model;

namespace Kinolux.Script.People;

/// <summary>How long a stretch of a script plays, measured by the room that it takes on a page.</summary>
internal static class PassageLength
{
    /// <summary>What <see cref="Of"/> counts, for people.</summary>
    public const string How = "length is printed lines: action 60 characters wide, speech 35, one empty line above each paragraph";

    /// <summary>Printed lines; at least one.</summary>
    public static double Of(Screenplay script, int first, int end)
    {
        var lines = 0;
        for (var i = first; i < end; i++)
            lines += Lines(script.Elements[i]);
        return Math.Max(1, lines);
    }

    private static int Lines(ScriptElement element) => element.Kind switch
    {
        ElementKind.SceneHeading or ElementKind.Shot => 2 + Wrapped(element.Text, 60),
        ElementKind.Dialogue or ElementKind.Lyrics => Wrapped(element.Text, 35),
        ElementKind.Parenthetical => Wrapped(element.Text, 25),
        ElementKind.Character => 2,
        ElementKind.PageBreak => 0,
        var kind => kind.IsPrinted ? 1 + Wrapped(element.Text, 60) : 0,
    };

    private static int Wrapped(string text, int width)
    {
        var lines = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
            lines += Math.Max(1, (line.Length + width - 1) / width);
        return lines;
    }
}

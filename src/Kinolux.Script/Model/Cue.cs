using System.Text.RegularExpressions;

namespace Kinolux.Script.Model;

/// <summary>What a cue says: who speaks, and how it is heard. <c>ANNA  (CONT'D)</c> is ANNA.</summary>
/// <param name="Name">Without extensions and <c>^</c>; inner white space is one space.</param>
/// <param name="Extensions">What stands in brackets behind the name: <c>V.O.</c>, <c>CONT'D</c>.</param>
public sealed partial record Cue(string Name, IReadOnlyList<string> Extensions)
{
    public static Cue Parse(string cue)
    {
        var text = cue.Trim().TrimEnd('^').TrimEnd();
        List<string> extensions = [];
        while (Extension().Match(text) is { Success: true } match && match.Index > 0)
        {
            extensions.Insert(0, match.Groups[1].Value.Trim());
            text = text[..match.Index].TrimEnd();
        }
        return new Cue(Spaces().Replace(text, " "), extensions);
    }

    [GeneratedRegex(@"[(（]([^()（）]*)[)）]\s*$")]
    private static partial Regex Extension();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

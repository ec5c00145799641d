using System.Text.RegularExpressions;

namespace Kinolux.Script.Model;

/// <summary>What a scene heading says: inside or outside, where, when. Whatever it says otherwise stays in <see cref="Place"/>.</summary>
/// <param name="Interior">True where it plays inside; both are true for <c>INT./EXT.</c>, none where it does not say.</param>
/// <param name="Place">Where, as written: <c>HOUSE - KITCHEN</c>.</param>
/// <param name="Time">When, as written: <c>NIGHT</c>, <c>LATER</c>; empty where it does not say.</param>
public sealed partial record Slugline(bool Interior, bool Exterior, string Place, string Time)
{
    /// <summary>Reads <c>INT. HOUSE - KITCHEN - NIGHT</c>; the last part is a time where it holds a word of time.</summary>
    public static Slugline Parse(string heading)
    {
        var match = Prefix().Match(heading);
        var sides = match.Success ? match.Groups[1].ValueSpan : [];
        var (inside, outside) = (sides.Contains("I", StringComparison.OrdinalIgnoreCase), sides.Contains("X", StringComparison.OrdinalIgnoreCase) || sides.EndsWith("/E", StringComparison.OrdinalIgnoreCase));
        var rest = heading[match.Length..].Trim().TrimStart('-', '–', '—', '.').Trim();
        var cut = Dash().Matches(rest);
        if (cut.Count > 0 && rest[(cut[^1].Index + cut[^1].Length)..] is { } last && last.Split([' ', '(', ')', '.', ',', '/'], StringSplitOptions.RemoveEmptyEntries).Any(TimeWords.IsTime))
            return new Slugline(inside, outside, rest[..cut[^1].Index].Trim(), last.Trim());
        return new Slugline(inside, outside, rest, "");
    }

    [GeneratedRegex(@"^\s*(INT\.?\s*/\s*EXT|EXT\.?\s*/\s*INT|I\.?\s*/\s*E|E\.?\s*/\s*I|INT|EXT|EST)(?:[. ]+|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s+[-–—]+\s*|\s*[-–—]+\s+|--+|[–—]", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();
}

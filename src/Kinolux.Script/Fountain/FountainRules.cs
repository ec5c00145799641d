using System.Buffers;

namespace Kinolux.Script.Fountain;

/// <summary>
/// What a line of a Fountain text can be by what it says (fountain.io/syntax, version 1.1); where it stands is the reader's.
/// Lines are given without white space around them.
/// </summary>
internal static class FountainRules
{
    private static readonly SearchValues<string> Prefixes = SearchValues.Create(["INT", "EXT", "EST", "I/E", "I./E"], StringComparison.OrdinalIgnoreCase);

    // What ends a film or a scene and needs no "TO:".
    private static readonly string[] Endings = ["FADE OUT", "FADE TO BLACK", "FADE TO WHITE", "CUT TO BLACK", "CUT TO WHITE"];

    /// <summary>True for <c>INT. HOUSE</c>, <c>ext/int house</c>, <c>I/E. CAR</c>. A prefix without its dot counts only in capitals: <c>Est ce</c> is French.</summary>
    public static bool IsHeading(ReadOnlySpan<char> line)
    {
        if (line.Length < 4 || !(line[0] is 'I' or 'E' or 'i' or 'e') || line.IndexOfAny(Prefixes) != 0)
            return false;
        var length = PrefixLength(line);
        return length > 0 && length < line.Length && (line[length] == '.' || line[length] == ' ' && (line[length - 1] == '.' || char.IsUpper(line[0]) && char.IsUpper(line[length - 1])));
    }

    private static int PrefixLength(ReadOnlySpan<char> line)
    {
        var length = Side(line);
        if (length == 0)
            return 0;
        var rest = line[length..];
        var dot = rest.StartsWith(".") ? 1 : 0;
        return rest[dot..].StartsWith("/") && Side(rest[(dot + 1)..]) is > 0 and var second ? length + dot + 1 + second : length == 1 ? 0 : length;
    }

    private static int Side(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("INT", StringComparison.OrdinalIgnoreCase) || line.StartsWith("EXT", StringComparison.OrdinalIgnoreCase) || line.StartsWith("EST", StringComparison.OrdinalIgnoreCase))
            return 3;
        return line.Length > 1 && line[0] is 'I' or 'i' or 'E' or 'e' && !char.IsLetterOrDigit(line[1]) ? 1 : 0;
    }

    /// <summary>True for <c>CUT TO:</c> and what ends a film. White space after the colon defeats it.</summary>
    /// <param name="line">With the white space at its end.</param>
    public static bool IsTransition(ReadOnlySpan<char> line)
    {
        line = line.TrimStart();
        if (line.EndsWith("TO:"))
            return !HasLower(line) && (line.Length == 3 || !char.IsLetterOrDigit(line[^4]));
        line = line.TrimEnd();
        var words = line.TrimEnd(".:");
        foreach (var ending in Endings)
            if (words.SequenceEqual(ending))
                return words.Length < line.Length;
        return false;
    }

    /// <summary>True for capitals with a letter, whatever stands in brackets behind them. Scripts without capitals need the mark: there every line would be a cue.</summary>
    public static bool IsCue(ReadOnlySpan<char> line)
    {
        line = line.TrimEnd('^').TrimEnd();
        var bracket = line.IndexOfAny('(', '（');
        if (bracket == 0)
            return false;
        var name = bracket < 0 ? line : line[..bracket];
        if (bracket > 0 && !(line[^1] is ')' or '）'))
            return false;
        return HasUpper(name) && !HasLower(name);
    }

    /// <summary>True for <c>.KITCHEN</c>; two dots and more are an ellipsis.</summary>
    public static bool IsForcedHeading(ReadOnlySpan<char> line) => line.Length > 1 && line[0] == '.' && char.IsLetterOrDigit(line[1]);

    /// <summary>True for three and more <c>=</c>.</summary>
    public static bool IsPageBreak(ReadOnlySpan<char> line) => line.Length >= 3 && line.IndexOfAnyExcept('=') < 0;

    /// <summary>True for <c>&gt; THE END &lt;</c>.</summary>
    public static bool IsCentered(ReadOnlySpan<char> line) => line.Length > 1 && line[0] == '>' && line[^1] == '<';

    /// <summary>Where the scene number <c>#1A#</c> begins that ends a heading; -1 where it has none.</summary>
    public static int NumberAt(ReadOnlySpan<char> heading)
    {
        if (heading.Length < 3 || heading[^1] != '#' || heading[..^1].LastIndexOf('#') is not (>= 0 and var at))
            return -1;
        var number = heading[(at + 1)..^1];
        foreach (var c in number)
            if (!(char.IsLetterOrDigit(c) || c is '-' or '.'))
                return -1;
        return number.Length > 0 ? at : -1;
    }

    private static bool HasUpper(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsUpper(c))
                return true;
        return false;
    }

    private static bool HasLower(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (char.IsLower(c))
                return true;
        return false;
    }
}

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Compares spellings.</summary>
internal static class Spelling
{
    /// <summary>True where one letter is added, left out, exchanged, or two neighbours are swapped.</summary>
    public static bool IsOneSlip(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        if (b.Length - a.Length > 1 || a == b)
            return false;
        var same = a.AsSpan().CommonPrefixLength(b);
        if (a.Length < b.Length)
            return a.AsSpan(same).SequenceEqual(b.AsSpan(same + 1));
        return a.AsSpan(same + 1).SequenceEqual(b.AsSpan(same + 1))
            || same + 1 < a.Length && a[same] == b[same + 1] && a[same + 1] == b[same] && a.AsSpan(same + 2).SequenceEqual(b.AsSpan(same + 2));
    }

    /// <summary>True for longer words that begin alike and differ in two letters next to each other: STEPHANIE and STEPHANY.</summary>
    public static bool IsTwoSlips(string a, string b)
    {
        if (Math.Min(a.Length, b.Length) < 7 || Math.Abs(a.Length - b.Length) > 1)
            return false;
        var same = a.AsSpan().CommonPrefixLength(b);
        var end = 0;
        while (end < Math.Min(a.Length, b.Length) - same && a[^(end + 1)] == b[^(end + 1)])
            end++;
        return same >= 3 && Math.Max(a.Length, b.Length) - same - end <= 2;
    }

    /// <summary>True where the longer one only doubles a letter of the other.</summary>
    public static bool IsDoubled(string a, string b)
    {
        var (one, two) = a.Length < b.Length ? (a, b) : (b, a);
        var same = one.AsSpan().CommonPrefixLength(two);
        return two.Length == one.Length + 1 && same > 0 && same < two.Length && two[same] == two[same - 1] && one.AsSpan(same).SequenceEqual(two.AsSpan(same + 1));
    }

    /// <summary>Letters and digits alone: what is left where apostrophes, spaces, hyphens and dots vary.</summary>
    public static string Squeezed(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>True where the two differ by how many there are: an S at the end.</summary>
    public static bool IsPlural(string a, string b)
    {
        if (a.Length == b.Length)
            return a.EndsWith("man", StringComparison.OrdinalIgnoreCase) && b.EndsWith("men", StringComparison.OrdinalIgnoreCase) || a.EndsWith("men", StringComparison.OrdinalIgnoreCase) && b.EndsWith("man", StringComparison.OrdinalIgnoreCase);
        var (one, many) = a.Length < b.Length ? (a, b) : (b, a);
        return many.Length == one.Length + 1 && many[^1] is 'S' or 's' && many.StartsWith(one, StringComparison.OrdinalIgnoreCase);
    }
}

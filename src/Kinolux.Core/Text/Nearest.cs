namespace Kinolux.Core.Text;

/// <summary>Finds what a person probably meant to type.</summary>
public static class Nearest
{
    /// <summary>The candidate that takes the fewest edits (insert, delete, replace, swap neighbours), where that is at most a third of the word and at least one; else null.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var (best, distance) = ((string?)null, Math.Max(1, word.Length / 3) + 1);
        foreach (var candidate in candidates)
            if (Distance(word, candidate) is var edits && edits < distance)
                (best, distance) = (candidate, edits);
        return best;
    }

    /// <summary><c>, did you mean NAME?</c> or nothing, to hang onto a message.</summary>
    public static string Hint(string word, IEnumerable<string> candidates) => Of(word, candidates) is { } near ? $", did you mean {near}?" : "";

    // Optimal string alignment distance (Damerau 1964, Levenshtein 1966).
    internal static int Distance(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
            for (var j = 1; j <= b.Length; j++)
            {
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        return d[a.Length, b.Length];
    }
}

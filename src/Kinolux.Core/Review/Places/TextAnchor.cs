namespace Kinolux.Core.Review;

/// <summary>Finds stored places again in a text that was rewritten since.</summary>
public static class TextAnchor
{
    /// <summary>The share of a quote's characters that may have been changed, put in or taken out: a word in a sentence, not the sentence.</summary>
    public const double Slack = 0.25;

    /// <summary>By its element first and then by its words; by its words in another element only where they were alone in the text, or stand between the same words as before.</summary>
    /// <param name="place">As it was stored.</param>
    /// <param name="document">The text as it is now.</param>
    public static Anchored Find(TextPlace place, IReadOnlyList<TextElement> document)
    {
        var home = document.FirstOrDefault(element => element.Name == place.Element);
        if (home is not null && place.Quote.Length == 0)
            return At(place, home, 0, home.Text.Length);
        if (place.Quote.Length == 0)
            return new Anchored(Anchoring.Gone, place);
        if (home is not null && (Exact(place, home) ?? Near(place, home)) is { } here)
            return here;
        // Words that stood in several elements, or short ones, are at home in each of them.
        List<Spot> elsewhere = [.. document.Where(element => element != home).SelectMany(element => Occurrences(element.Text, place.Quote).Select(start => new Spot(element, start, Context(place, element.Text, start))))];
        List<Spot> same = place.IsAlone || place.Element is null ? elsewhere : [.. elsewhere.Where(spot => spot.Context > 0)];
        return same switch
        {
            [] => new Anchored(Anchoring.Gone, place),
            [var only] => At(place, only.Element, only.Start, place.Quote.Length),
            _ => new Anchored(Anchoring.Ambiguous, place),
        };
    }

    // How many words of what stood around stand there still.
    private readonly record struct Spot(TextElement Element, int Start, int Context);

    private static Anchored? Exact(TextPlace place, TextElement home)
    {
        List<Spot> spots = [.. Occurrences(home.Text, place.Quote).Select(start => new Spot(home, start, Context(place, home.Text, start))).OrderByDescending(spot => spot.Context)];
        return spots switch
        {
            [] => null,
            [var only] => At(place, home, only.Start, place.Quote.Length),
            [var best, var next, ..] when best.Context > next.Context => At(place, home, best.Start, place.Quote.Length),
            _ => new Anchored(Anchoring.Ambiguous, place),
        };
    }

    // Approximate search (Sellers, "The theory and computation of evolutionary distances", 1980): the stretch that differs from the quote by the fewest characters.
    private static Anchored? Near(TextPlace place, TextElement home)
    {
        var (quote, text) = (place.Quote, home.Text);
        var most = (int)(quote.Length * Slack);
        if (most == 0 || text.Length == 0)
            return null;
        var (cost, start) = (new int[quote.Length + 1], new int[quote.Length + 1]);
        for (var i = 0; i <= quote.Length; i++)
            cost[i] = i;
        var (least, from, to, isTwice) = (int.MaxValue, 0, 0, false);
        for (var end = 1; end <= text.Length; end++)
        {
            var (diagonal, origin) = (cost[0], start[0]);
            (cost[0], start[0]) = (0, end);
            for (var i = 1; i <= quote.Length; i++)
            {
                var change = (Cost: diagonal + (quote[i - 1] == text[end - 1] ? 0 : 1), Start: origin);
                (diagonal, origin) = (cost[i], start[i]);
                var best = change.Cost <= cost[i] + 1 ? change : (cost[i] + 1, start[i]);
                (cost[i], start[i]) = best.Item1 <= cost[i - 1] + 1 ? best : (cost[i - 1] + 1, start[i - 1]);
            }
            var now = cost[quote.Length];
            if (now < least)
                (least, from, to, isTwice) = (now, start[quote.Length], end, false);
            else if (now == least && start[quote.Length] >= to)
                isTwice = true;
        }
        return least > most ? null : isTwice ? new Anchored(Anchoring.Ambiguous, place) : At(place, home, from, to - from);
    }

    private static Anchored At(TextPlace place, TextElement element, int start, int length)
    {
        var first = element.FirstLine + Lines(element.Text.AsSpan(0, start));
        var lines = new Extent(first, first + Lines(element.Text.AsSpan(start, length)));
        var isWhere = element.Name == place.Element && lines == place.Lines;
        return new Anchored(isWhere ? Anchoring.Found : Anchoring.Moved, place with { Element = element.Name, Lines = lines, Quote = place.Quote.Length == 0 ? "" : element.Text.Substring(start, length) });
    }

    private static int Lines(ReadOnlySpan<char> text) => text.Count('\n');

    private static IEnumerable<int> Occurrences(string text, string quote)
    {
        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal))
            yield return at;
    }

    // Whole words alone tell: every sentence ends with a full stop.
    private static int Context(TextPlace place, string text, int start) =>
        Same(Words(text[..start]).Reverse(), Words(place.Before).Reverse()) + Same(Words(text[(start + place.Quote.Length)..]), Words(place.After));

    private static int Same(IEnumerable<string> one, IEnumerable<string> other) => one.Zip(other).TakeWhile(pair => pair.First == pair.Second).Count();

    private static IEnumerable<string> Words(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var first = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
                at++;
            if (at > first)
                yield return text[first..at];
        }
    }
}

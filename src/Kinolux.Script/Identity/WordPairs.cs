namespace Kinolux.Script.Identity;

/// <summary>The words of a text, each with the one before it: two texts of one language share many words, and few pairs.</summary>
internal sealed class WordPairs
{
    private readonly Dictionary<int, int> _counts = [];
    private int _all;

    public bool IsEmpty => _all == 0;

    /// <param name="texts">The first word of each has none before it.</param>
    public static WordPairs Of(IEnumerable<string> texts)
    {
        var pairs = new WordPairs();
        foreach (var text in texts)
            pairs.Add(text);
        return pairs;
    }

    /// <summary>The share of pairs that are in both, 0 to 1 (Dice, "Measures of the amount of ecologic association between species", 1945).</summary>
    public double Likeness(WordPairs other)
    {
        var (few, many) = _counts.Count <= other._counts.Count ? (this, other) : (other, this);
        var common = 0;
        foreach (var (pair, count) in few._counts)
            common += Math.Min(count, many._counts.GetValueOrDefault(pair));
        return _all + other._all == 0 ? 1 : 2.0 * common / (_all + other._all);
    }

    private void Add(string text)
    {
        var (before, word) = (0, 0);
        foreach (var letter in text)
        {
            // Writing without spaces has a letter for a word.
            if (!char.IsLetterOrDigit(letter) || letter >= 0x2E80)
                End();
            if (char.IsLetterOrDigit(letter))
                word = word * 31 + char.ToUpperInvariant(letter) + 1;
        }
        End();

        void End()
        {
            if (word == 0)
                return;
            var pair = before * 0x1000193 ^ word;
            _counts[pair] = _counts.GetValueOrDefault(pair) + 1;
            (_all, before, word) = (_all + 1, word, 0);
        }
    }
}

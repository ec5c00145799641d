using Kinolux.Script.People;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Parts a text into words and names.</summary>
internal sealed class Tokens
{
    // Words that come before names and are nobody's.
    private static readonly HashSet<string> Titles =
    [
        "the", "a", "an", "of", "and", "mr", "mrs", "ms", "miss", "dr", "doctor", "captain", "lord", "lady", "king", "queen", "prince", "princess", "sir", "madam", "uncle", "aunt", "old", "young", "little", "big", "man", "woman", "boy", "girl", "first",
        "second", "third", "voice", "officer", "nurse", "guard", "agent", "detective", "professor", "sergeant", "father", "mother", "brother", "sister", "baby", "ai", "one", "two", "three", "dock", "worker", "le", "de", "la", "von", "van",
    ];

    private static readonly HashSet<string> Abbreviations = ["mr", "mrs", "ms", "dr", "st", "lt", "sgt", "capt", "col", "gen", "prof", "rev", "jr", "sr"];

    private readonly Dictionary<string, string> _pool = [];
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _strings;
    private readonly Dictionary<string, List<(string[] Words, int Person)>> _names = [];

    public Tokens(IReadOnlyList<Person> persons)
    {
        _strings = _pool.GetAlternateLookup<ReadOnlySpan<char>>();
        Dictionary<string, int> parts = [];
        for (var i = 0; i < persons.Count; i++)
            foreach (var name in persons[i].Names)
            {
                var words = Of(name).Select(token => token.Text).ToArray();
                Add(words, i);
                if (words.Length > 1)
                    foreach (var word in words)
                        if (word.Length > 2 && !Titles.Contains(word) && !char.IsDigit(word[0]))
                            parts[word] = parts.TryGetValue(word, out var other) && other != i ? -1 : i;
            }
        // "Polonius" is LORD POLONIUS where no other name has the word.
        foreach (var (word, person) in parts)
            if (person >= 0 && (!_names.TryGetValue(word, out var known) || known.TrueForAll(name => name.Person == person)))
                Add([word], person);
        foreach (var names in _names.Values)
            names.Sort((a, b) => b.Words.Length - a.Words.Length);
    }

    /// <summary>The words of a text in order.</summary>
    public List<Token> Of(string text)
    {
        List<Token> words = [];
        Span<char> small = stackalloc char[64];
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }
            var start = i;
            var (letters, capitals) = (0, 0);
            for (; i < text.Length && i - start < small.Length && IsWord(text, i); i++)
            {
                letters += char.IsLetter(text[i]) ? 1 : 0;
                capitals += char.IsUpper(text[i]) ? 1 : 0;
                small[i - start] = text[i] == '’' ? '\'' : char.ToLowerInvariant(text[i]);
            }
            ReadOnlySpan<char> word = small[..(i - start)];
            var look = (char.IsUpper(text[start]) ? TokenLook.Capital : TokenLook.Plain) | (capitals > 1 && capitals >= letters - 1 && (capitals == letters || word.EndsWith("'s")) ? TokenLook.Capitals : TokenLook.Plain);
            var (end, after) = (i, After(text, ref i));
            if (word.EndsWith("'s") && word.Length > 2)
            {
                word = word[..^2];
                look |= TokenLook.Possessive;
            }
            var pooled = Pooled(word);
            words.Add(new Token(pooled, start, end, -1, look, after == '.' && i < text.Length && Abbreviations.Contains(pooled) ? ' ' : after));
        }
        return words;
    }

    /// <summary>The words of a text in order, names of persons as one.</summary>
    public List<Token> Named(string text)
    {
        var words = Of(text);
        var to = 0;
        for (var i = 0; i < words.Count;)
        {
            var (length, person) = At(words, i);
            words[to++] = length == 0 ? words[i] : new Token(words[i].Text, words[i].Start, words[i + length - 1].End, person, words[i].Look | words[i + length - 1].Look & TokenLook.Possessive, words[i + length - 1].After);
            i += Math.Max(1, length);
        }
        words.RemoveRange(to, words.Count - to);
        return words;
    }

    private void Add(string[] words, int person)
    {
        if (words.Length > 0)
            (_names.TryGetValue(words[0], out var names) ? names : _names[words[0]] = []).Add((words, person));
    }

    private (int Length, int Person) At(List<Token> words, int at)
    {
        if (!words[at].IsCapital && !char.IsDigit(words[at].Text[0]) || !_names.TryGetValue(words[at].Text, out var names))
            return (0, -1);
        foreach (var (name, person) in names)
            if (Fits(words, at, name))
                return (name.Length, person);
        return (0, -1);
    }

    private static bool Fits(List<Token> words, int at, string[] name)
    {
        if (at + name.Length > words.Count)
            return false;
        for (var i = 1; i < name.Length; i++)
            if (words[at + i].Text != name[i] || words[at + i - 1].EndsClause && words[at + i - 1].Text.Length > 3 || words[at + i - 1].IsPossessive || !words[at + i].IsCapital && name[i].Length > 3)
                return false;
        return true;
    }

    private static bool IsWord(string text, int at) => char.IsLetterOrDigit(text[at]) || text[at] is '\'' or '’' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]);

    // What parts a word from the next: '.' for the end of a sentence, ',' for what is less, ' ' for white space, '-' for a hyphen.
    private static char After(string text, ref int at)
    {
        var after = ' ';
        // "3 p.m.": no sentence ends between two letters.
        if (at > 0 && at + 1 < text.Length && text[at] == '.' && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]))
        {
            at++;
            return '-';
        }
        for (; at < text.Length && !char.IsLetterOrDigit(text[at]); at++)
            if (text[at] is '.' or '!' or '?')
                after = '.';
            else if (after != '.' && text[at] is ',' or ';' or ':' or '(' or ')' or '—' or '–' or '[' or ']' or '…')
                after = ',';
            else if (after == ' ' && text[at] == '-' && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) && at > 0 && char.IsLetterOrDigit(text[at - 1]))
                after = '-';
            else if (after == ' ' && text[at] == '-')
                after = ',';
        return at >= text.Length ? '.' : after;
    }

    private string Pooled(ReadOnlySpan<char> word)
    {
        if (_strings.TryGetValue(word, out var pooled))
            return pooled;
        var text = word.ToString();
        return _pool[text] = text;
    }
}

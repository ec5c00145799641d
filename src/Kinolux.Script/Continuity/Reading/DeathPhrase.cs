namespace Kinolux.Script.Continuity.Reading;

/// <summary>A row of words by which somebody dies, as <c>deaths.txt</c> writes it.</summary>
internal sealed class DeathPhrase
{
    private const int Lead = 3;

    private static readonly HashSet<string> Unreal = DeathTable.Words("unreal");

    private readonly List<Item> _items;

    // It denies something itself, or has a "to" of its own: "does not wake", "laid to rest".
    private readonly bool _denies;
    private readonly bool _leads;

    // In speech a pronoun may mean anybody.
    private readonly bool _isNamed;

    private DeathPhrase(double sure, bool isNamed, List<Item> items)
    {
        (Sure, _isNamed, _items) = (sure, isNamed, items);
        _denies = items.Exists(item => item.Kind == Kind.Word && (item.Words.Overlaps(Unreal) || item.Words.Contains("to")));
        _leads = items[0].Kind is Kind.Who or Kind.Whose;
    }

    private enum Kind
    {
        Word,
        Not,
        Who,
        Whose,
        Subject,
        Main,
        Last,
        Gap,
        Adverbs,
        End,
        Start,
    }

    /// <summary>0 to 1: how sure a reader is, where it is plain who is meant.</summary>
    public double Sure { get; }

    /// <summary>The words at which to look for it.</summary>
    public IEnumerable<string> Keys => _items.First(item => item is { Kind: Kind.Word, IsOptional: false }).Words;

    public static DeathPhrase Parse(double sure, bool isNamed, string row, Func<string, HashSet<string>> expand) => new(sure, isNamed, [.. row.Split(' ').Select(item => item switch
    {
        "SUBJ" => new Item(Kind.Subject),
        "MAIN" => new Item(Kind.Main),
        "LAST" => new Item(Kind.Last),
        "WHO" => new Item(Kind.Who),
        "WHO's" => new Item(Kind.Whose),
        "END" => new Item(Kind.End),
        "^" => new Item(Kind.Start),
        "~" => new Item(Kind.Adverbs, Most: 3),
        ".." => new Item(Kind.Gap, Most: 4),
        "..." => new Item(Kind.Gap, Most: 10),
        ['!', ..] => new Item(Kind.Not) { Words = expand(item[1..]) },
        [.., '?'] => new Item(Kind.Word, IsOptional: true) { Words = expand(item[..^1]) },
        _ => new Item(Kind.Word) { Words = expand(item) },
    })]);

    /// <summary>Who dies where its key word is at a place.</summary>
    public (int Person, double Sure) Of(LintedScript script, Sentence sentence, int key)
    {
        for (var start = _leads ? key - 1 : key; start >= (_leads ? Math.Max(0, key - Lead) : key); start--)
        {
            var found = new Found();
            if (!Fits(sentence, 0, start, ref found) || !Clause.Real(sentence, Anchor(sentence, found.First)) || !_denies && found.End - 1 > found.First && !Clause.Real(sentence, found.End - 1))
                continue;
            return Clause.Scaled(Who(script, sentence, found), Sure);
        }
        return (-1, 0);
    }

    // "Will never wake": the future of what is denied is said of now.
    private int Anchor(Sentence sentence, int first) => _denies && sentence.At(first - 1) is "will" or "does" or "do" or "did" or "can" ? first - 1 : first;

    private bool Fits(Sentence sentence, int at, int word, ref Found found)
    {
        if (at == _items.Count)
        {
            found.End = word;
            return true;
        }
        var item = _items[at];
        var words = sentence.Words;
        switch (item.Kind)
        {
            case Kind.Word:
                var before = found;
                if (word < words.Count && words[word].Person < 0 && item.Words.Contains(words[word].Text))
                {
                    found.First = found.First < 0 ? word : found.First;
                    found.Verb = found.IsVerbNext ? word : found.Verb;
                    found.IsVerbNext = false;
                    if (Fits(sentence, at + 1, word + 1, ref found))
                        return true;
                    found = before;
                }
                return item.IsOptional && Fits(sentence, at + 1, word, ref found);
            case Kind.Not:
                return (word >= words.Count || word > 0 && words[word - 1].EndsClause || !item.Words.Contains(words[word].Text)) && Fits(sentence, at + 1, word, ref found);
            case Kind.Who:
                while (word < words.Count - 1 && words[word].Person < 0 && words[word].Text is "the" or "poor" or "old" or "young" or "dear" or "wounded" or "both" or "little")
                    word++;
                if (word >= words.Count || !(_isNamed ? words[word].Person >= 0 && !words[word].IsPossessive : IsSomebody(sentence, word, at == 0)))
                    return false;
                found.Who = word;
                return Fits(sentence, at + 1, word + 1, ref found);
            case Kind.Whose:
                if (word >= words.Count || !(words[word].IsPossessive && words[word].Person >= 0 || !_isNamed && words[word].Text is "his" or "her" or "their"))
                    return false;
                found.Who = word;
                return Fits(sentence, at + 1, word + 1, ref found);
            case Kind.Subject:
                found.IsVerbNext = true;
                return Fits(sentence, at + 1, word, ref found);
            case Kind.Gap or Kind.Adverbs:
                for (var skipped = 0; skipped <= item.Most && word + skipped <= words.Count; skipped++)
                {
                    var here = found;
                    if (Fits(sentence, at + 1, word + skipped, ref found))
                        return true;
                    found = here;
                    if (item.Kind == Kind.Adverbs && !IsAdverb(sentence.At(word + skipped)))
                        return false;
                }
                return false;
            case Kind.End:
                return word > 0 && words[word - 1].EndsClause && Fits(sentence, at + 1, word, ref found);
            case Kind.Start:
                return word == 0 && Fits(sentence, at + 1, word, ref found);
            default:
                return Fits(sentence, at + 1, word, ref found);
        }
    }

    private (int Person, double Sure) Who(LintedScript script, Sentence sentence, Found found)
    {
        if (found.Who >= 0)
        {
            var word = sentence.Words[found.Who];
            if (word.Person >= 0)
                return (word.Person, 1);
            // "Petra slits his throat" is of another; "he is dead" and "his heart stops" are of whom the text named last.
            return _leads ? Referents.Before(script, sentence, found.Who, false) : Clause.Scaled(Referents.Before(script, sentence, 0, false, Clause.Doer(sentence, found.Who)), 0.9);
        }
        if (found.Verb >= 0)
            return Clause.Subject(script, sentence, found.Verb);
        if (!_items.Exists(item => item.Kind == Kind.Last))
            return Clause.Main(script, sentence);
        return Clause.Fallen(script, sentence, 1) is { Sure: > 0 } fallen ? fallen : Alone(script, sentence);
    }

    // Whoever has the scene to themselves.
    private static (int Person, double Sure) Alone(LintedScript script, Sentence sentence) =>
        sentence.Scene >= 0 && script.Scenes[sentence.Scene].Named is { Count: 1 } named && named.First() is var only && only.Value < sentence.Element ? (only.Key, 0.9) : (-1, 0);

    private static bool IsSomebody(Sentence sentence, int at, bool isSubject)
    {
        var word = sentence.Words[at];
        if (word.Person >= 0)
            return !word.IsPossessive;
        if (isSubject)
            return word.Text is "he" or "she" or "they";
        return word.Text is "him" or "them" || word.Text == "her" && (word.EndsClause || at + 1 >= sentence.Words.Count || sentence.At(at + 1) is "with" or "instantly" or "and" or "in" or "on" or "to" or "dead" or "down" or "as" or "by" or "at" or "before" or "where" or "from" or "quickly" or "through" or "off" or "die" or "into" or "between" or "out" or "alive" or "under" or "beneath");
    }

    private static bool IsAdverb(string word) => word.EndsWith("ly", StringComparison.Ordinal) || word is "now" or "already" or "then" or "also" or "both" or "found" or "shot" or "stabbed" or "beaten" or "burned" or "to" or "down" or "being" or "been" or "later" or "just";

    private sealed record Item(Kind Kind, bool IsOptional = false, int Most = 0)
    {
        public HashSet<string> Words { get; init; } = [];
    }

    private record struct Found()
    {
        public int First { get; set; } = -1;

        public int Verb { get; set; } = -1;

        public int Who { get; set; } = -1;

        public int End { get; set; } = -1;

        public bool IsVerbNext { get; set; }
    }
}

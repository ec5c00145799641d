using Kinolux.Script.Model;

namespace Kinolux.Script.People;

/// <summary>Who speaks in a script, and who is there.</summary>
public sealed class Cast
{
    /// <summary>What a name in action weighs against words that are said.</summary>
    internal const int WordsOfAMention = 10;

    private Mentions? _mentions;

    private Cast()
    {
    }

    public required Screenplay Script { get; init; }

    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>All speeches in order.</summary>
    public required IReadOnlyList<Speech> Speeches { get; init; }

    /// <summary>The most prominent first.</summary>
    public required IReadOnlyList<Person> Persons { get; init; }

    /// <summary>Cues that are no one person's.</summary>
    public required IReadOnlyList<Group> Groups { get; init; }

    /// <summary>Names that may be one person's, the surest first.</summary>
    public required IReadOnlyList<AliasProposal> Aliases { get; init; }

    /// <summary>The person of a name, whichever of its names that is; null where nobody has it.</summary>
    public Person? Find(string name) => Persons.FirstOrDefault(person => person.Names.Any(own => NameWords.Key(own) == NameWords.Key(name)));

    /// <summary>Who is named in a text, in order, each as often as it is.</summary>
    public IEnumerable<Person> NamedIn(string text)
    {
        _mentions ??= new Mentions(Persons.SelectMany(person => person.Names).Select(NameWords.Key));
        return _mentions.In(text).Select(Find).OfType<Person>();
    }

    /// <summary>Reads who is in a script.</summary>
    /// <param name="same">Names that a person said are one: the name to go by for each other name. None is merged otherwise.</param>
    public static Cast Of(Screenplay script, IReadOnlyDictionary<string, string>? same = null)
    {
        var passages = Passage.Of(script);
        var names = new CastNames(same ?? new Dictionary<string, string>());
        foreach (var passage in passages)
            for (var i = passage.First; i < passage.End; i++)
                if (script.Elements[i].Kind == ElementKind.Character)
                    names.Add(Cue.Parse(script.Elements[i].Text).Name);
        var speeches = passages.SelectMany(passage => SpeechesOf(script, passage, names)).ToList();
        var counts = Count(script, passages, speeches, names);
        var length = passages.Sum(passage => passage.Length);
        var persons = counts.Select(count => (Person: new Person(names.NameOf(count.Key), names.AllOf(count.Key), count.Value, count.Value.Sum(appearance => appearance.Prominence * passages[appearance.Passage].Length) / length), First: names.PlaceOf(count.Key)))
            .OrderByDescending(person => person.Person.Prominence).ThenBy(person => person.First).Select(person => person.Person).ToList();
        return new Cast
        {
            Script = script, Passages = passages, Speeches = speeches, Persons = persons,
            Groups = [.. speeches.Where(speech => speech.Speakers.Count == 0).GroupBy(speech => NameWords.Key(speech.Name)).Select(group => new Group(group.First().Name, group.Count(), group.Sum(speech => speech.Words)))],
            Aliases = AliasFinder.Find(script, passages, speeches, persons),
        };
    }

    private static IEnumerable<Speech> SpeechesOf(Screenplay script, Passage passage, CastNames names)
    {
        for (var i = passage.First; i < passage.End;)
        {
            var cue = script.Elements[i].Kind == ElementKind.Character ? Cue.Parse(script.Elements[i].Text) : null;
            var (start, words) = (i++, 0);
            if (cue is null)
                continue;
            for (; i < passage.End && (script.Elements[i].Kind is ElementKind.Parenthetical or ElementKind.Dialogue or ElementKind.Lyrics || !script.Elements[i].Kind.IsPrinted); i++)
                if (script.Elements[i].Kind is ElementKind.Dialogue or ElementKind.Lyrics)
                    words += WordCount.Of(script.Elements[i].Text);
            yield return new Speech(passage.Index, start, i, cue.Name, names.SpeakersOf(cue.Name), words, cue.Extensions.Any(IsVoice));
        }
    }

    private static bool IsVoice(string extension) => extension.Replace(".", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is "VO" or "VOICEOVER" or "OFF" or "ЗК";

    private static Dictionary<string, List<Appearance>> Count(Screenplay script, IReadOnlyList<Passage> passages, List<Speech> speeches, CastNames names)
    {
        var mentions = new Mentions(names.Keys);
        var appearances = new Dictionary<string, List<Appearance>>();
        var at = 0;
        foreach (var passage in passages)
        {
            var here = new Dictionary<string, (int Speeches, int Words, int Mentions, bool IsVoice)>();
            for (; at < speeches.Count && speeches[at].Passage == passage.Index; at++)
                foreach (var speaker in speeches[at].Speakers)
                    here[NameWords.Key(speaker)] = here.TryGetValue(NameWords.Key(speaker), out var count)
                        ? (count.Speeches + 1, count.Words + speeches[at].Words, 0, count.IsVoice && speeches[at].IsVoice)
                        : (1, speeches[at].Words, 0, speeches[at].IsVoice);
            for (var i = passage.First; i < passage.End; i++)
                if (script.Elements[i].Kind is ElementKind.Action or ElementKind.General or ElementKind.Shot)
                    foreach (var key in mentions.In(script.Elements[i].Text).Select(names.MainOf))
                        here[key] = here.GetValueOrDefault(key) is var count ? (count.Speeches, count.Words, count.Mentions + 1, false) : default;
            var weight = Math.Max(1.0, here.Values.Sum(count => count.Words + WordsOfAMention * count.Mentions));
            foreach (var (key, count) in here)
                (appearances.TryGetValue(key, out var list) ? list : appearances[key] = []).Add(new Appearance(passage.Index, count.Speeches, count.Words, count.Mentions, count.IsVoice, (count.Words + WordsOfAMention * count.Mentions) / weight));
        }
        return appearances;
    }
}

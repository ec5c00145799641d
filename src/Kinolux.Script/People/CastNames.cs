namespace Kinolux.Script.People;

/// <summary>The names on the cues of a script, and whose each is.</summary>
internal sealed class CastNames
{
    private readonly Dictionary<string, string> _written = [];
    private readonly Dictionary<string, string> _same;
    private readonly Dictionary<string, IReadOnlyList<string>> _speakers = [];
    private HashSet<string>? _alone;

    public CastNames(IReadOnlyDictionary<string, string> same)
    {
        _same = [];
        foreach (var (other, name) in same)
            _same[NameWords.Key(other)] = NameWords.Key(name);
    }

    public void Add(string name) => _written.TryAdd(NameWords.Key(name), name);

    /// <summary>All names of persons.</summary>
    public IReadOnlyCollection<string> Keys => Alone;

    public string NameOf(string key) => _written.GetValueOrDefault(key, key);

    public IReadOnlyList<string> AllOf(string key) => [NameOf(key), .. _written.Where(name => name.Key != key && Alone.Contains(name.Key) && MainOf(name.Key) == key).Select(name => name.Value)];

    /// <summary>Which of the names came first.</summary>
    public int PlaceOf(string key) => _written.Keys.TakeWhile(other => other != key).Count();

    /// <summary>The name that a name goes by.</summary>
    public string MainOf(string key)
    {
        List<string> way = [key];
        while (_same.TryGetValue(way[^1], out var main))
            if (way.IndexOf(main) is >= 0 and var again)
                // Names that were said to be each other's go by one of them, whichever is asked for.
                return way[again..].Order(StringComparer.Ordinal).First();
            else
                way.Add(main);
        return way[^1];
    }

    public IReadOnlyList<string> SpeakersOf(string name)
    {
        var key = NameWords.Key(name);
        if (_speakers.TryGetValue(key, out var speakers))
            return speakers;
        var parts = GroupCues.Parts(key);
        return _speakers[key] = Alone.Contains(key) ? [NameOf(MainOf(key))] : parts.Length > 1 && parts.All(Alone.Contains) ? [.. parts.Select(part => NameOf(MainOf(part))).Distinct()] : [];
    }

    // A cue that joins names is several where one of them speaks alone as well; else "SMITH AND SONS" is a name.
    private HashSet<string> Alone
    {
        get
        {
            if (_alone is not null)
                return _alone;
            var single = _written.Keys.Where(key => !GroupCues.IsCollective(key) && GroupCues.Parts(key).Length == 1).ToHashSet();
            return _alone = [.. single, .. _written.Keys.Where(key => !GroupCues.IsCollective(key) && GroupCues.Parts(key) is { Length: > 1 } parts && !parts.Any(single.Contains))];
        }
    }
}

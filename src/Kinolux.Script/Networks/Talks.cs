using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Script.Networks;

/// <summary>Finds who talks with whom, and whom they name.</summary>
internal static class Talks
{
    private static readonly string[] He = ["HE", "HIM", "HIS", "HE'S", "HE'LL", "HE'D", "HIMSELF"];

    public static IReadOnlyList<Talk> Of(Cast cast)
    {
        var names = cast.Persons.SelectMany(person => person.Names.Select(name => (Key: NameWords.Key(name), person.Name))).GroupBy(name => name.Key).ToDictionary(name => name.Key, name => name.First().Name);
        var mentions = new Mentions(names.Keys);
        List<Talk> talks = [];
        for (var i = 0; i + 1 < cast.Speeches.Count;)
        {
            var end = i + 1;
            if (cast.Speeches[i].Speakers is [var one] && Next(cast, i) is [var other] && one != other)
                for (; end < cast.Speeches.Count && cast.Speeches[end].Passage == cast.Speeches[i].Passage && cast.Speeches[end].Speakers is [var speaker] && (speaker == one || speaker == other); end++)
                {
                }
            if (end - i > 1)
                talks.Add(Read(cast, i, end, mentions, names));
            // The last speaker may begin the next talk, with somebody else.
            i = end - i > 1 && end < cast.Speeches.Count ? end - 1 : end;
        }
        return talks;
    }

    private static IReadOnlyList<string> Next(Cast cast, int at) => cast.Speeches[at + 1].Passage == cast.Speeches[at].Passage ? cast.Speeches[at + 1].Speakers : [];

    private static Talk Read(Cast cast, int from, int end, Mentions mentions, Dictionary<string, string> names)
    {
        var (one, other) = (cast.Speeches[from].Speakers[0], cast.Speeches[from + 1].Speakers[0]);
        var (named, hasHe) = (new HashSet<string>(), false);
        for (var i = from; i < end; i++)
            for (var element = cast.Speeches[i].Cue + 1; element < cast.Speeches[i].End; element++)
                if (cast.Script.Elements[element] is { Kind: ElementKind.Dialogue or ElementKind.Lyrics, Text: var text })
                {
                    named.UnionWith(mentions.In(text).Select(key => names[key]));
                    hasHe |= text.ToUpperInvariant().Replace('’', '\'').Split([' ', '\n', '.', ',', '!', '?', ';', ':', '-', '"', '…', '—'], StringSplitOptions.RemoveEmptyEntries).Any(He.Contains);
                }
        named.ExceptWith([one, other]);
        return new Talk(one, other, cast.Speeches[from].Passage, end - from, [.. named.Order(StringComparer.Ordinal)], hasHe, cast.Script.Elements[cast.Speeches[from].Cue].Span.Line);
    }
}

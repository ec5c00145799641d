using Kinolux.Script.Model;

namespace Kinolux.Script.People;

/// <summary>Proposes names that may be one person's: <c>BOB</c> and <c>CYBER BOB</c>, <c>MARGARET</c> and <c>MARGERET</c>.</summary>
internal static class AliasFinder
{
    // What the share of such pairs is that are one person is not measured: these say which to look at first.
    private const double PartOfName = 0.6;
    private const double Spelling = 0.4;
    private const double Least = 0.1;

    // Of five letters and more, one that differs is a slip as likely as another name.
    private const int LongEnough = 5;

    // LADY MACDUFF is married to MACDUFF; YOUNG SIWARD is SIWARD's son as often as SIWARD when young.
    private static readonly HashSet<string> Kin = ["LADY", "LORD", "MRS", "MS", "MISS", "MADAME", "MME", "FRAU", "SEÑORA", "SIGNORA", "YOUNG", "OLD", "JUNIOR", "SENIOR", "JR", "SR", "MOTHER", "FATHER", "GHOST"];

    public static IReadOnlyList<AliasProposal> Find(Screenplay script, IReadOnlyList<Passage> passages, IReadOnlyList<Speech> speeches, IReadOnlyList<Person> persons)
    {
        var words = persons.Select(person => NameWords.Split(person.Name)).ToList();
        List<(int A, int B, double Confidence, string Why)> pairs = [];
        for (var i = 0; i < persons.Count; i++)
            for (var j = 0; j < persons.Count; j++)
                if (i != j && IsPart(words[i], words[j]))
                    pairs.Add((i, j, PartOfName, $"{persons[i].Name} is part of {persons[j].Name}"));
                else if (i < j && IsSlip(words[i], words[j]))
                    pairs.Add((i, j, Spelling, "the names differ in one letter"));
        if (pairs.Count == 0)
            return [];
        var together = new Mentions(persons.SelectMany(person => person.Names).Select(NameWords.Key));
        var paragraphs = passages.SelectMany(passage => script.Elements.Skip(passage.First).Take(passage.End - passage.First)).Where(element => element.Kind == ElementKind.Action)
            .Select(element => together.In(element.Text).ToHashSet()).Where(names => names.Count > 1).ToList();
        var answers = Answers(speeches);
        return [.. pairs.Select(pair => Judge(pair, pairs.Count(other => other.A == pair.A && other.Confidence == PartOfName))).Where(alias => alias.Confidence >= Least).OrderByDescending(alias => alias.Confidence).ThenBy(alias => alias.Name, StringComparer.Ordinal)];

        AliasProposal Judge((int A, int B, double Confidence, string Why) pair, int rivals)
        {
            var (a, b) = (persons[pair.A], persons[pair.B]);
            var (confidence, why) = (pair.Confidence, pair.Why);
            if (rivals > 1)
                (confidence, why) = (confidence / rivals, $"{why}, and of {rivals - 1} more");
            var answered = answers.GetValueOrDefault((a.Name, b.Name)) + answers.GetValueOrDefault((b.Name, a.Name));
            if (answered > 0)
                (confidence, why) = (confidence * Math.Pow(0.4, answered), $"{why}; against it: one speaks right after the other {Times(answered)}");
            else
                why += "; neither speaks right after the other";
            if (paragraphs.Count(names => names.Contains(NameWords.Key(a.Name)) && names.Contains(NameWords.Key(b.Name))) is > 0 and var both)
                (confidence, why) = (confidence * 0.5, $"{why}; against it: action names both in one paragraph {Times(both)}");
            if (words[pair.A].Concat(words[pair.B]).FirstOrDefault(Kin.Contains) is { } kin && !(words[pair.A].Contains(kin) && words[pair.B].Contains(kin)))
                (confidence, why) = (confidence * 0.4, $"{why}; against it: {kin} may name one of the family");
            return a.Words >= b.Words ? new AliasProposal(a.Name, b.Name, Math.Round(confidence, 2), why) : new AliasProposal(b.Name, a.Name, Math.Round(confidence, 2), why);
        }
    }

    private static string Times(int count) => count == 1 ? "once" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{count} times");

    private static Dictionary<(string, string), int> Answers(IReadOnlyList<Speech> speeches)
    {
        var answers = new Dictionary<(string, string), int>();
        for (var i = 1; i < speeches.Count; i++)
            if (speeches[i].Passage == speeches[i - 1].Passage && speeches[i].Cue == speeches[i - 1].End)
                foreach (var before in speeches[i - 1].Speakers)
                    foreach (var after in speeches[i].Speakers)
                        answers[(before, after)] = answers.GetValueOrDefault((before, after)) + 1;
        return answers;
    }

    // At its beginning or its end. What a number tells apart, or who belongs to somebody (NOAH'S SUIT), is another.
    private static bool IsPart(string[] part, string[] whole)
    {
        if (part.Length == 0 || part.Length >= whole.Length || string.Concat(part).Length < 2)
            return false;
        var (isStart, isEnd) = (whole.AsSpan().StartsWith(part), whole.AsSpan().EndsWith(part));
        var rest = isStart ? whole[part.Length..] : whole[..^part.Length];
        return (isStart || isEnd) && !rest.Contains("S") && !rest.All(word => word.All(char.IsDigit) || word.Length == 1 || IsOrdinal(word));
    }

    private static bool IsOrdinal(string word) => word is "FIRST" or "SECOND" or "THIRD" or "FOURTH" or "FIFTH" or "ONE" or "TWO" or "THREE" or "ANOTHER" or "OTHER" or "I" or "II" or "III" or "IV";

    private static bool IsSlip(string[] a, string[] b)
    {
        if (a.Length != b.Length)
            return false;
        var differing = Enumerable.Range(0, a.Length).Where(i => a[i] != b[i]).ToList();
        return differing is [var only] && Math.Min(a[only].Length, b[only].Length) >= LongEnough && !a[only].Any(char.IsDigit) && IsOneEdit(a[only], b[only]);
    }

    private static bool IsOneEdit(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        if (b.Length - a.Length > 1)
            return false;
        var same = a.AsSpan().CommonPrefixLength(b);
        return a.AsSpan(a.Length == b.Length ? same + 1 : same).SequenceEqual(b.AsSpan(same + 1));
    }
}

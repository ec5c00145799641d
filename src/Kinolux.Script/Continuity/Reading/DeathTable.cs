using System.Globalization;
using System.Reflection;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>The ways to say a death that <c>deaths.txt</c> lists: rows of words and classes of words, with the one who dies among them.</summary>
internal sealed class DeathTable
{
    private static readonly Dictionary<string, HashSet<string>> Classes = [];
    private static readonly Dictionary<string, VerbForms> Verbs = [];

    private readonly Dictionary<string, List<DeathPhrase>> _byWord = [];

    static DeathTable()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("continuity/deaths.txt") ?? throw new InvalidOperationException("deaths.txt is not in the assembly");
        using var reader = new StreamReader(stream);
        var table = Action;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (line == "= told")
                table = Speech;
            else if (line.StartsWith("words ", StringComparison.Ordinal))
                Classes[Name(line)] = [.. Rest(line).Split(' ')];
            else if (line.StartsWith("verbs ", StringComparison.Ordinal))
                Verbs[Name(line)] = new VerbForms(Rest(line));
            else
                table.Add(DeathPhrase.Parse(double.Parse(line[..line.IndexOf(' ', StringComparison.Ordinal)], CultureInfo.InvariantCulture), table == Speech, line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..], Expand));
        }

        static string Name(string line) => line[6..line.IndexOf(':', StringComparison.Ordinal)];

        static string Rest(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 2)..];
    }

    /// <summary>What action says.</summary>
    public static DeathTable Action { get; } = new();

    /// <summary>What people say.</summary>
    public static DeathTable Speech { get; } = new();

    /// <summary>A class of words by its name.</summary>
    public static HashSet<string> Words(string name) => Classes[name];

    /// <summary>Who dies by a sentence and how sure that is; none, with 0.</summary>
    public (int Person, double Sure) Of(LintedScript script, Sentence sentence)
    {
        var (person, sure) = (-1, 0.0);
        for (var i = 0; i < sentence.Words.Count; i++)
            if (sentence.Words[i].Person < 0 && _byWord.TryGetValue(sentence.Words[i].Text, out var phrases))
                foreach (var phrase in phrases)
                    if (phrase.Sure > sure && phrase.Of(script, sentence, i) is { Person: >= 0 } found && found.Sure > sure)
                        (person, sure) = found;
        return (person, sure);
    }

    private void Add(DeathPhrase phrase)
    {
        foreach (var word in phrase.Keys)
            (_byWord.TryGetValue(word, out var phrases) ? phrases : _byWord[word] = []).Add(phrase);
    }

    // "<bed>", "[kill]ed" and plain words, parted by bars.
    private static HashSet<string> Expand(string item)
    {
        HashSet<string> words = [];
        foreach (var part in item.Split('|'))
            if (part[0] == '<')
                words.UnionWith(Classes[part[1..^1]]);
            else if (part[0] != '[')
                words.Add(part);
            else if (Verbs[part[1..part.IndexOf(']', StringComparison.Ordinal)]] is var verbs)
                words.UnionWith(part[^1] switch { 'd' => verbs.Participles, '+' => verbs.All, _ => verbs.Finites.Concat(verbs.Bases) });
        return words;
    }
}

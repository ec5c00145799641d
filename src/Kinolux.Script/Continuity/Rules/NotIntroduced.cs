using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Script.Continuity.Reading;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Rules;

/// <summary>Who speaks is first named in action, in a script that does so with the others.</summary>
internal static class NotIntroduced
{
    private const int EnoughPersons = 2;
    private const double Habit = 0.75;

    private static readonly HashSet<string> Voices = ["voice", "radio", "tv", "computer", "narrator", "announcer", "announcement", "operator", "dispatcher", "dispatch", "recording", "intercom", "phone", "crowd", "speaker", "reporter", "anchor", "ai", "system", "voices", "someone", "somebody", "chorus", "prologue", "all", "others"];

    // Whom a trade or a number tells apart needs no introduction, as most writers see it.
    private static readonly HashSet<string> Roles =
    [
        "man", "woman", "boy", "girl", "kid", "child", "guard", "officer", "nurse", "doctor", "henchman", "thug", "soldier", "servant", "maid", "waiter", "waitress", "clerk", "driver", "passerby", "member", "staff", "host", "hostess", "newscaster", "officiant", "priest", "mayor", "judge", "lawyer", "cop", "agent", "commander", "teacher",
        "student", "customer", "guest", "villager", "worker", "bartender", "barman", "barmaid", "receptionist", "secretary", "assistant", "manager", "pilot", "paramedic", "medic", "fireman", "policeman", "policewoman", "detective", "sergeant", "captain", "first", "second", "third", "another", "other", "old", "young", "butler", "cook", "chef",
        "vendor", "seller", "shopkeeper", "cashier", "messenger", "lord", "lady", "gentleman", "citizen", "sailor", "watchman", "witch", "murderer", "senator", "apparition", "demon", "elder", "neighbor", "neighbour", "stranger", "friend", "wife", "husband", "mother", "father", "pedestrian", "bystander", "employee", "ceo", "boss", "leader",
        "king", "queen", "prince", "princess", "bully", "player", "coach", "fan", "technician", "scientist", "reporter", "journalist", "photographer", "director", "producer", "helper", "attendant", "conductor", "porter", "page", "herald", "ghost", "monk", "nun", "rabbi", "minister", "preacher", "farmer", "shepherd", "hunter", "fisherman",
    ];

    private static readonly HashSet<string> Kin = ["aunt", "uncle", "mrs", "miss", "mister", "doctor", "grandma", "grandpa", "sir", "madame", "madam", "sister", "brother", "cousin", "professor", "chief", "sheriff", "inspector", "general", "colonel", "the", "and", "von", "van"];

    public static ContinuityRule Rule { get; } = new("not-introduced", "Never introduced", Tone.Cyan, "Who speaks has been named in action before, where the script does so with the others.")
    {
        Broken = "INT. SHOP - DAY\n\nADA counts coins. RUBEN and OTTO wait.\n\nADA\nNine.\n\nRUBEN\nTen.\n\nOTTO\nNine.\n\nCLARA\nLet me.\n\nADA\nGo on.\n",
        Mended = "INT. SHOP - DAY\n\nADA counts coins. RUBEN and OTTO wait. CLARA comes in.\n\nADA\nNine.\n\nRUBEN\nTen.\n\nOTTO\nNine.\n\nCLARA\nLet me.\n\nADA\nGo on.\n",
        Find = Find,
    };

    private static IEnumerable<Finding> Find(LintedScript script)
    {
        var persons = script.Cast.Persons;
        var (cues, named) = (new int[persons.Count], new int[persons.Count]);
        Array.Fill(cues, -1);
        Array.Fill(named, int.MaxValue);
        foreach (var speech in script.Cast.Speeches)
            foreach (var person in script.SpeakersOf(speech))
                cues[person] = cues[person] < 0 ? speech.Cue : cues[person];
        Dictionary<string, int> words = [];
        foreach (var sentence in script.Sentences)
            foreach (var word in sentence.Words)
            {
                words.TryAdd(word.Text, sentence.Element);
                if (word.Person >= 0)
                    named[word.Person] = Math.Min(named[word.Person], sentence.Element);
            }
        foreach (var scene in script.Scenes)
            foreach (var word in script.Tokens.Named(scene.Scene.Heading.Text))
                if (word.Person >= 0)
                    named[word.Person] = Math.Min(named[word.Person], scene.Scene.First);
        List<int> late = [];
        var seen = 0;
        for (var i = 0; i < persons.Count; i++)
        {
            // A voice is heard before it is seen; "A nurse" and "two guards" introduce NURSE and GUARD 2.
            if (cues[i] < 0 || !CueLook.IsSeen(Cue.Parse(script[cues[i]].Text)))
                continue;
            var parts = script.Tokens.Of(persons[i].Name);
            if (parts.Exists(part => Voices.Contains(part.Text)))
                continue;
            seen++;
            // Another spelling of a name is another rule's.
            if (named[i] > cues[i] && !parts.Exists(part => part.Text.Length > 2 && (!HasName(parts) || !Roles.Contains(part.Text) && !Kin.Contains(part.Text)) && Forms(part.Text).Any(form => words.GetValueOrDefault(form, int.MaxValue) < cues[i])) && !IsSlip(persons, i))
                late.Add(i);
        }
        if (seen < EnoughPersons || seen - late.Count < Habit * (seen - 1) || late.Count > 0 && seen - late.Count < (seen == 2 ? 1 : 2))
            yield break;
        var habit = (seen - late.Count) / (double)seen;
        foreach (var i in late)
        {
            // Who is named soon after came in talking.
            var isNamed = named[i] != int.MaxValue;
            var sure = isNamed && script.SceneOf(named[i]) == script.SceneOf(cues[i]) ? 0.35 : persons[i].Name.Any(char.IsDigit) || !HasName(script.Tokens.Of(persons[i].Name)) || script.Tokens.Of(persons[i].Name)[^1] is var end && IsRole(end.Text) ? 0.4 : isNamed || seen == 2 ? 0.55 : Math.Max(0.55, 0.5 + 0.3 * (habit - Habit) / (1 - Habit));
            yield return new Finding(Rule.Id, cues[i], "", $"{script.Where(cues[i])}: {persons[i].Name} speaks, and action {(isNamed ? "names them only later" : "never names them")}.", Math.Round(sure, 2),
                [new Evidence(string.Create(CultureInfo.InvariantCulture, $"of {seen} who speak, {seen - late.Count} are named before")), .. isNamed ? new[] { script.At(named[i], $"{persons[i].Name} is named first") } : []]);
        }
    }

    // AUNT SAMIRA has a name of her own, which "her aunt" does not say.
    private static bool HasName(List<Token> parts) => parts.Exists(part => part.Text.Length > 2 && !IsRole(part.Text) && !Kin.Contains(part.Text));

    // Words that end so are trades: FISHWIFE, CHAMBERMAID.
    private static bool IsRole(string word) => Roles.Contains(word) || word.Length > 6 && (word.EndsWith("wife", StringComparison.Ordinal) || word.EndsWith("woman", StringComparison.Ordinal) || word.EndsWith("maid", StringComparison.Ordinal) || word.EndsWith("monger", StringComparison.Ordinal) || word.EndsWith("keeper", StringComparison.Ordinal));

    // "Three witches" introduce FIRST WITCH, "henchmen" the HENCHMAN.
    private static string[] Forms(string word) => [word, $"{word}s", $"{word}es", word.EndsWith("man", StringComparison.Ordinal) ? $"{word[..^2]}en" : word, word.EndsWith('y') ? $"{word[..^1]}ies" : word, word.EndsWith('f') ? $"{word[..^1]}ves" : word];

    private static bool IsSlip(IReadOnlyList<People.Person> persons, int person)
    {
        var name = persons[person].Name;
        return persons[person].Speeches < 3 && persons.Any(other => Math.Abs(other.Name.Length - name.Length) < 4 && other.Speeches >= 3 && NameVaries.Sureness(name, other.Name) > 0);
    }
}

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Lets somebody know in one scene what they learn in a later one.</summary>
internal static class KnowsBefore
{
    private static readonly (string Fact, string Knows, string Learns)[] Facts =
    [
        ("the code", "Without a glance {P} types six digits. Green light.", "{P} copies six digits from a beer mat."),
        ("where the money is", "{P} walks straight to the third tile and lifts it.", "A dying man whispers in {P}'s ear."),
        ("who set the fire", "{P} spits at the portrait of the arsonist.", "{P} reads the police report, and sits down."),
        ("the secret passage", "{P} leans on the bookcase, which turns.", "By chance {P} leans on the bookcase. It turns."),
        ("the real heir", "{P} bows to the stable boy.", "{P} finds the crest upon the stable boy's shirt."),
        ("that the tea is poisoned", "{P} pours the tea into the flowers.", "The flowers are dead. {P} sniffs at the cup and understands."),
        ("the date of the attack", "{P} rings the ninth of May in red.", "{P} decodes the telegram: the ninth of May."),
        ("the password", "{P} says the word, and the door opens.", "A beggar sells {P} the word."),
        ("the wedding", "{P} throws rice, though nobody knows why.", "An invitation. {P} reads it, and pales."),
        ("the map's trick", "{P} folds the map so that two roads meet.", "{P} drops the map; it folds, and two roads meet."),
    ];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        if (scenes.Count < 2)
            return null;
        var one = scenes[random.Next(scenes.Count - 1)];
        var other = scenes[one.Index + 1 + random.Next(Math.Min(8, scenes.Count - one.Index - 1))];
        var both = script.Speakers(one).Intersect(script.Speakers(other)).ToList();
        if (both.Count == 0)
            return null;
        var who = random.Of(both);
        var (fact, knows, learns) = random.Of(Facts);
        var isPlain = random.Next(5) == 0;
        string Say(string words, string note) => words.Replace("{P}", script.Written(who), StringComparison.Ordinal) + (isPlain ? "" : random.Next(3) switch { 0 => $" [[{note}: {who} {fact}]]", 1 => $" [[{note}: {script.Written(who)} {fact}]]", _ => $"[[{note}: {who} {fact}]]" });
        var (first, second) = (Say(knows, "knows"), Say(learns, "learns"));
        return new Fault(["knows-before"], $"{script.Name} {one.Number}, {other.Number}: {first} / {second}", new Draft(script).Put(random.Gap(script, one), first + MarkedText.Mark).Put(random.Gap(script, other), second + MarkedText.Mark).Done(), isPlain);
    }
}

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Lets somebody speak in the middle of a talk whom nobody has seen come in.</summary>
internal static class NotIntroduced
{
    private static readonly string[] Names =
    [
        "PERPETUA", "IGNATIUS", "ROSALBA", "WENDELL", "CLEMENCE", "OSWIN", "TAMSIN", "BARNABY", "XANTHE", "CUTHBERT", "LEOCADIA", "MR. HOLLOWAY", "DR. FINISTERE", "MRS. UNDERHILL", "COLONEL BEAUREGARD", "INGEBORG", "THELONIUS", "ZEBEDEE", "AUNT JEMMA", "YEVGENY", "FATHER KILBRIDE", "NKECHI",
    ];

    private static readonly string[] Says =
    [
        "I said so from the start.", "Don't mind me.", "That is exactly what I was afraid of.", "We should all sit down.", "You can't be serious!", "Has anyone seen my hat?", "He's right, you know.", "And who pays for that?", "I wouldn't, if I were you.", "Let me think.", "There's another way.", "Oh, give it a rest.",
    ];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes.Where(scene => script.Cues(scene).Count() >= 3).ToList();
        var name = random.Of(Names);
        if (scenes.Count == 0 || script.Has(name) || script.Has(name.Split(' ')[^1]))
            return null;
        var scene = random.Of(scenes);
        var cues = script.Cues(scene).ToList();
        var after = script.SpeechOf(cues[random.Next(cues.Count - 1)].Cue).Last + 1;
        if (after >= script.Lines.Count || script.Lines[after].Length > 0)
            return null;
        var says = random.Of(Says);
        return new Fault(["not-introduced"], $"{script.Name} {scene.Number}: {name}: {says}", new Draft(script).Put(after, name + MarkedText.Mark, says + MarkedText.Mark).Done());
    }
}

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Sets something up that nothing comes of, or comes of only before.</summary>
internal static class NoPayOff
{
    private static readonly (string Thing, string Act, string Comes)[] Things =
    [
        ("the locked trunk", "In a corner, a trunk with three padlocks.", "The padlocks click open, one by one."), ("the limping stranger", "A stranger limps by and looks back.", "The stranger no longer limps."), ("the wasp", "A wasp crawls into the trumpet.", "The trumpet is raised. A howl."),
        ("the rotten rung", "The fourth rung of the ladder is rotten.", "The fourth rung gives way."), ("the unsigned will", "An unsigned will slips behind the piano.", "The piano is moved. There is the will."), ("the bell without a clapper", "Somebody has taken the clapper out of the bell.", "The bell is pulled: silence."),
        ("fear of heights", "One look down, and the knees shake.", "On the roof, with eyes shut, step by step."), ("the borrowed coat", "The coat is a size too large, and not paid for.", "Its owner recognises the coat."), ("the red telephone", "A red telephone, under glass.", "The red telephone rings."), ("the blind horse", "The horse walks into the gate.", "The blind horse finds the way home."),
    ];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        if (scenes.Count < 2)
            return null;
        var scene = scenes[1 + random.Next(scenes.Count - 1)];
        var (thing, act, comes) = random.Of(Things);
        var isPlain = random.Next(5) == 0;
        var words = isPlain ? act : $"{act} [[setup: {thing}]]";
        var draft = new Draft(script).Put(random.Gap(script, scene), words + MarkedText.Mark);
        var isReversed = !isPlain && random.Next(4) == 0;
        if (isReversed)
            draft.Put(random.Gap(script, scenes[random.Next(scene.Index)]), $"{comes} [[payoff: {thing}]]" + MarkedText.Mark);
        return new Fault(["no-pay-off"], $"{script.Name} {scene.Number}: {words}{(isReversed ? " (paid off before)" : "")}", draft.Done(), isPlain);
    }
}

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Puts a transition where no new scene begins, two where one belongs, or another place behind one without a heading.</summary>
internal static class AbruptTransition
{
    private static readonly string[] Transitions = ["CUT TO:", "SMASH CUT TO:", "DISSOLVE TO:", "MATCH CUT TO:", "> WIPE TO:", "JUMP CUT TO:", "QUICK CUT TO:", "> SLOW DISSOLVE TO:"];

    // A jump cut and a match cut may stay in one scene.
    private static readonly string[] Away = ["CUT TO:", "SMASH CUT TO:", "DISSOLVE TO:", "> WIPE TO:", "> SLOW DISSOLVE TO:"];

    private static readonly string[] Elsewhere =
    [
        "A beach at low tide. {P} walks along it, shoes in hand.", "{P} stands on a railway platform, alone.", "The desert. {P} on a camel.", "A kitchen, somewhere else. {P} peels an egg.", "Rain on a tin roof. {P} lies awake beneath it.", "{P} rides a bicycle down a steep street.",
    ];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes.Where(scene => script.Gaps(scene).Count >= 3).ToList();
        if (scenes.Count == 0)
            return null;
        var scene = random.Of(scenes);
        var gaps = script.Gaps(scene);
        var transition = random.Of(Transitions);
        var draft = new Draft(script);
        string says;
        switch (random.Next(4))
        {
            case 0 when script.Speakers(scene) is { Count: > 0 } here:
                says = random.Of(Elsewhere).Replace("{P}", script.Written(random.Of(here)), StringComparison.Ordinal);
                draft.Put(script.EndOf(scene), transition + MarkedText.Mark).Put(script.EndOf(scene), says + MarkedText.Mark);
                break;
            case 1 when scene.Index + 1 < script.Script.Scenes.Count:
                says = random.Of(Transitions);
                draft.Put(script.EndOf(scene), transition + MarkedText.Mark).Put(script.EndOf(scene), says + MarkedText.Mark);
                break;
            default:
                // Behind it the same scene goes on.
                var gap = gaps[random.Next(gaps.Count - 1)];
                transition = random.Of(Away);
                says = "the same scene goes on";
                draft.Put(gap, transition + MarkedText.Mark).Mark(gap + 1, gap + 1);
                break;
        }
        return new Fault(["abrupt-transition"], $"{script.Name} {scene.Number}: {transition} / {says}", draft.Done());
    }
}

using Kinolux.Script.Model;

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Lets somebody die who speaks in a later scene that is no flashback.</summary>
internal static class DeadSpeaks
{
    private static readonly string[] Deaths =
    [
        "{P} clutches at the throat, sinks against the wall and stops breathing.",
        "A rifle cracks. {P} is dead before the echo comes back.",
        "{P} takes one step, another, then drops. No pulse.",
        "The poison does its work. {P} twitches once and lies still for ever.",
        "{K} pulls the blade out of {P}'s chest. {P} is dead.",
        "A beam comes down on {P} and crushes the skull. There is nothing to be done.",
        "They carry {P}'s body off under a sheet.",
        "{P} bleeds to death on the floor while nobody dares to move.",
        "{P} breathes out, and does not breathe in again.",
        "{K} strangles {P} with a curtain cord. It takes a minute. Then {P} hangs lifeless in the chair.",
        "{P} falls. Far below, a thud. The neck is broken; {P} has died at once.",
        "An explosion. It tears {P} to pieces.",
        "{P} goes under, comes up, goes under. Hours later they find the corpse.",
        "{P}'s heart gives out. {K} closes the dead eyes.",
        "With a last rattle {P} passes away. {K} folds the hands on the still breast.",
        "A bullet through the head kills {P} on the spot.",
        "{P} perishes in the flames.",
        "{K} kneels by {P}'s dead body and weeps.",
        "{P} falls upon a sword, and dies.",
        "{P} succumbs to the wound.",
        "{K} stabs {P}, who dies with a look of surprise.",
        "A lorry. Brakes. {P} is killed instantly.",
        "{P} drowns.",
        "At dawn {P} is hanged.",
        "{K} has murdered {P}. The knife is still in the back.",
        "A stroke fells {P}. The lips go blue. Dead.",
    ];

    private static readonly string[] Reports =
    [
        "{P} died an hour ago.", "We buried {P} this morning.", "{P} is dead. I saw the body.", "They shot {P} at the wall. One bullet.", "I come from the hospital. {P} didn't make it.",
        "Have you not heard? {P} was murdered last night.", "{P} drowned. They found the coat, then the rest.", "{P} passed away in my arms.",
    ];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        if (scenes.Count < 2)
            return null;
        var at = scenes[random.Next(scenes.Count - 1)];
        return script.Speakers(at) is not { Count: > 0 } here ? null : random.Next(4) > 0 ? Seen(script, random, at, here) : Reported(script, random, at, here);
    }

    private static Fault? Seen(CleanScript script, Random random, Scene at, IReadOnlyList<string> here)
    {
        var who = random.Of(here);
        var others = here.Where(name => name != who).ToList();
        var death = random.Of(others.Count > 0 ? Deaths : [.. Deaths.Where(words => !words.Contains("{K}", StringComparison.Ordinal))]);
        var words = death.Replace("{P}", script.Written(who), StringComparison.Ordinal).Replace("{K}", others.Count > 0 ? script.Written(random.Of(others)) : "", StringComparison.Ordinal);
        return Kill(script, at, who, new Draft(script).Put(script.EndOf(at), words + MarkedText.Mark), words);
    }

    private static Fault? Reported(CleanScript script, Random random, Scene at, IReadOnlyList<string> here)
    {
        var earlier = script.Script.Scenes.Take(at.Index).SelectMany(script.Speakers).Distinct().Where(name => !script.Names(at, name)).ToList();
        if (earlier.Count == 0)
            return null;
        var who = random.Of(earlier);
        var words = random.Of(Reports).Replace("{P}", script.Written(who), StringComparison.Ordinal);
        return Kill(script, at, who, new Draft(script).Put(script.EndOf(at), random.Of(here) + MarkedText.Mark, words + MarkedText.Mark), words);
    }

    private static Fault? Kill(CleanScript script, Scene at, string who, Draft draft, string words)
    {
        var isLater = false;
        foreach (var later in script.Script.Scenes.Skip(at.Index + 1))
        {
            if (!script.IsPlain(later) && !isLater)
                return null;
            foreach (var (_, cue) in script.Cues(later).Where(cue => cue.Name == who))
            {
                var (first, last) = script.SpeechOf(cue);
                draft.Mark(first, last);
                isLater = true;
            }
        }
        return isLater ? new Fault(["dead-speaks"], $"{script.Name} {at.Number}: {words}", draft.Done()) : null;
    }
}

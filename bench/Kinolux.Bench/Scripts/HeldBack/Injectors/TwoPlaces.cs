using Kinolux.Script.Model;

namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Puts a scene of the same time behind one, somewhere else, with somebody in it who is in that one to its end.</summary>
internal static class TwoPlaces
{
    private static readonly string[] Headings =
    [
        "INT. {WHERE} - SAME TIME", "EXT. {WHERE} - MEANWHILE", "INT. {WHERE} - SAME", "EXT. {WHERE} - AT THE SAME TIME", "INT. {WHERE} - SIMULTANEOUS", "EXT. {WHERE} - SAME MOMENT", "INT. {WHERE} (SAME TIME)", "EXT. {WHERE} - DAY (SAME TIME)",
        "INT. {WHERE} - NIGHT - MEANWHILE", "INT. {WHERE} - DAY - SIMULTANEOUSLY", "EXT. {WHERE} - THE SAME TIME", "INT. {WHERE} - AT THAT MOMENT",
    ];

    private static readonly string[] Wheres =
    [
        "ABANDONED CINEMA", "WINDMILL", "AQUARIUM", "TRAM DEPOT", "BISHOP'S GARDEN", "LAUNDERETTE", "GLACIER", "PRINTING SHOP", "BELFRY", "SKATING RINK", "TAX OFFICE", "ORANGERY", "QUAYSIDE", "BALLROOM", "BUS SHELTER", "FUNFAIR",
    ];

    private static readonly string[] Acts =
    [
        "{P} buys a newspaper and pays with a crumpled note.", "{P} hangs by one hand from a gutter.", "A bored guard looks on as {P} counts coins.", "Up to the knees in water, {P} drags a chest ashore.", "{P} waltzes with a stranger.", "Behind a pillar {P} tears up a photograph.",
        "{P} walks in, shakes off the rain and asks for the keys.", "There is {P}, fast asleep on a heap of coats.", "A dentist leans over {P}.", "{P} feeds the pigeons.", "{P} breaks a window with an elbow and climbs through.",
    ];

    private static readonly string[] Speeches = ["Two tickets, please.", "Is anybody there?", "I have never been here before.", "Keep the change.", "What an odd smell.", "One lump or two?", "Nobody move.", "It was like this when I came."];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        if (scenes.Count == 0)
            return null;
        var at = scenes[random.Next(scenes.Count)];
        if (!script.IsPlain(at) || script.Cues(at).ToList() is not { Count: > 0 } cues || at.Index + 1 < scenes.Count && scenes[at.Index + 1].Slugline.Time is not ("" or "DAY" or "NIGHT"))
            return null;
        var who = cues[^1].Name;
        var where = random.Of(Wheres);
        if (script.Has(where))
            return null;
        var heading = random.Of(Headings).Replace("{WHERE}", where, StringComparison.Ordinal);
        var act = random.Of(Acts).Replace("{P}", script.Written(who), StringComparison.Ordinal);
        var speech = random.Next(2) == 0 ? random.Of(Speeches) : null;
        var end = at.End < script.Script.Elements.Count ? script.Script.Elements[at.End - 1].Span.LastLine + 1 : script.EndOf(at);
        var (first, last) = script.SpeechOf(cues[^1].Cue);
        var draft = new Draft(script).Mark(first, last).Put(end, heading + MarkedText.Mark).Put(end, act + MarkedText.Mark);
        if (speech is not null)
            draft.Put(end, who + MarkedText.Mark, speech + MarkedText.Mark);
        return new Fault(["two-places"], $"{script.Name} {at.Number}: {heading} / {act}", draft.Done());
    }
}

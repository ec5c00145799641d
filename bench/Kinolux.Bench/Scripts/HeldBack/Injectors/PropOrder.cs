namespace Kinolux.Bench.Scripts.HeldBack.Injectors;

/// <summary>Lets somebody handle a thing that is gone, or that is found only later.</summary>
internal static class PropOrder
{
    private static readonly string[] Props = ["OPAL RING", "HARPOON", "SILVER WHISTLE", "ACCORDION", "SEXTANT", "GLASS EYE", "HATCHET", "WAX SEAL", "PORCELAIN DOLL", "TELESCOPE", "IVORY COMB", "LOCKET", "VALISE", "PARASOL", "MUSIC BOX", "SNOW GLOBE", "TIN DRUM", "RED SCARF"];

    private static readonly string[] Ends =
    [
        "The {X} shatters into splinters.", "A cart rolls over the {X} and crushes it.", "{P} throws the {X} overboard. It sinks.", "{P} feeds the {X} to the fire, and it burns to cinders.", "The {X} goes over the cliff and is lost.", "{P} smashes the {X} with a hammer.", "The {X} melts in the furnace.",
        "The bog swallows the {X}.", "A wave takes the {X} for good.", "The {X} breaks in two, beyond repair.", "The {X} explodes.", "Nothing is left of the {X} but ash.", "The {X} is destroyed.", "{P} tears the {X} apart, piece by piece.",
    ];

    private static readonly string[] Losses = ["{P} parts with the {X}.", "{P} drops the {X} down a well.", "A stranger makes off with the {X}.", "{P} sells the {X} for nothing.", "The {X} slides under the ice.", "{P} gives the {X} away."];

    private static readonly string[] Uses = ["{P} takes out the {X}.", "{P} lifts the {X} to the light.", "{P} is holding the {X}.", "{P} hands the {X} to a child.", "{P} polishes the {X}.", "{P} packs the {X} into a bag.", "{P} puts down the {X}.", "{P} fumbles with the {X}.", "With the {X} under one arm, {P} waits.", "{P} picks up the {X}."];

    private static readonly string[] Sights = ["{P} discovers the {X} behind a plank.", "A parcel. {P} unwraps the {X}.", "On a shelf: the {X}. {P} has never seen it before.", "{P} digs up the {X}.", "{P} is given the {X} as a present."];

    public static Fault? Inject(CleanScript script, Random random)
    {
        var scenes = script.Script.Scenes;
        if (scenes.Count < 3)
            return null;
        var one = scenes[random.Next(scenes.Count - 1)];
        var other = scenes[one.Index + 1 + random.Next(Math.Min(6, scenes.Count - one.Index - 1))];
        var both = script.Speakers(one).Intersect(script.Speakers(other)).ToList();
        var prop = random.Of(Props);
        if (both.Count == 0 || script.Has(prop) || !script.IsPlain(one) || !script.IsPlain(other))
            return null;
        var who = script.Written(random.Of(both));
        string Say(string words, bool isLoud) => words.Replace("{X}", isLoud ? prop : prop.ToLowerInvariant(), StringComparison.Ordinal).Replace("{P}", who, StringComparison.Ordinal);
        var kind = random.Next(5);
        var (first, second) = kind switch
        {
            0 => (Say(random.Of(Ends), true), Say(random.Of(Uses), true)),
            1 => ($"{Say(random.Of(Ends), false)} [[gone: {prop}]]", Say(random.Of(Uses), false)),
            2 => ($"{Say(random.Of(Losses), false)} [[gone: {prop}]]", Say(random.Of(Uses), true)),
            3 => (Say(random.Of(Uses), false), $"{Say(random.Of(Sights), false)} [[prop: {prop}]]"),
            _ => (Say(random.Of(Ends), false), Say(random.Of(Uses), false)),
        };
        var draft = new Draft(script).Put(random.Gap(script, one), first + MarkedText.Mark).Put(random.Gap(script, other), second + MarkedText.Mark);
        return new Fault(["prop-order"], $"{script.Name} {one.Number}, {other.Number}: {first} / {second}", draft.Done(), IsPlain: kind == 4);
    }
}

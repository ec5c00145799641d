namespace Kinolux.Script.Continuity.Reading;

/// <summary>The words by which action says a death.</summary>
internal static class DeathWords
{
    // Of the subject, in a single word. "Die" is of several, or wished.
    public static readonly HashSet<string> Dies = ["dies", "perishes", "expires", "flatlines", "died", "perished"];

    // Of the subject after "is", "was", "has been", "lies", "gets".
    public static readonly HashSet<string> Slain =
    [
        "killed", "slain", "murdered", "executed", "hanged", "beheaded", "decapitated", "strangled", "electrocuted", "assassinated", "buried", "cremated", "dead", "deceased", "lifeless", "drowned", "slaughtered", "guillotined", "garroted", "incinerated", "vaporized",
        "disintegrated", "entombed", "gutted", "impaled", "martyred", "butchered",
    ];

    // Of the object.
    public static readonly HashSet<string> Kills =
    [
        "kills", "murders", "slays", "executes", "assassinates", "beheads", "decapitates", "electrocutes", "slaughters", "butchers", "buries", "guillotines", "garrotes", "vaporizes", "drowns", "killing", "murdering", "slaying", "beheading", "burying", "killed", "murdered",
        "slew", "buried", "cremates", "bury", "kill", "murder", "execute", "behead", "cremate", "hangs", "hang",
    ];

    // Of the object, with a word behind it: "shoots him dead", "stabs her to death".
    public static readonly HashSet<string> Harms = ["shoots", "stabs", "beats", "strikes", "knifes", "clubs", "chokes", "crushes", "burns", "bludgeons", "hacks", "kicks", "tramples", "mauls", "bites", "throttles", "cuts", "hits", "blasts", "guns", "runs", "finishes", "puts", "shot", "stabbed", "smothers", "strangles", "poisons", "suffocates", "freezes", "starves", "bleeds", "plunges", "falls", "leaps", "jumps", "tortures", "drags", "beaten", "crushed", "trampled", "choked", "burned", "mauled", "strikes", "scares", "frightens"];

    public static readonly HashSet<string> Remains = ["corpse", "remains", "ashes", "cadaver", "funeral", "burial", "coffin", "casket", "grave", "gravestone", "headstone", "tombstone", "tomb", "urn", "obituary", "autopsy", "eulogy", "gravesite", "graveside", "cremation", "killer", "murderer", "epitaph", "widow", "widower", "hearse", "wake", "memorial", "cenotaph"];
    public static readonly HashSet<string> Stones = ["gravestone", "headstone", "tombstone", "tomb", "grave", "obituary", "epitaph", "plaque", "stone", "marker", "inscription", "coffin", "casket", "urn", "memoriam", "toe"];
    public static readonly HashSet<string> Lifeless = ["lifeless", "dead", "cold", "charred", "mutilated", "decapitated", "headless", "mangled", "stiff", "decomposed", "unmoving", "breathless"];
    public static readonly HashSet<string> Bodies = ["body", "form", "corpse", "remains", "figure", "eyes", "face", "hand", "head", "arms", "fingers", "shell", "frame"];
    public static readonly HashSet<string> Lives = ["life", "breath", "light", "soul", "spark", "spirit"];
    public static readonly HashSet<string> Leaves = ["leaves", "left", "drains", "fades", "ebbs", "slips", "flees", "escapes", "rattles", "goes", "departs", "seeps", "vanishes", "dies", "passes", "gone", "sighs", "leaving", "draining", "fading", "ebbing", "flickers", "dims", "ends", "trickles", "bleeds", "exits"];

    // "Dead tired" and "dead ahead" are alive.
    public static readonly HashSet<string> Merely =
    [
        "tired", "drunk", "ahead", "serious", "silence", "silent", "quiet", "set", "on", "center", "centre", "asleep", "eyed", "pan", "beat", "weight", "end", "last", "broke", "calm", "right", "sure", "certain", "wrong", "even", "heat", "stop", "in", "straight", "sexy",
        "level", "air", "leg", "arm", "phone", "battery", "bolt", "line", "ringer", "to", "inside",
    ];

    // What is tried, feared, dreamt or denied has not come.
    public static readonly HashSet<string> Unreal =
    [
        "not", "isn't", "doesn't", "hasn't", "wasn't", "didn't", "aren't", "won't", "can't", "couldn't", "never", "almost", "nearly", "tries", "trying", "tried", "attempts", "attempting", "about", "threatens", "threatening", "wants", "wanting", "ready", "prepares",
        "preparing", "going", "would", "could", "might", "may", "will", "if", "unless", "pretends", "pretending", "fakes", "faking", "plays", "playing", "thinks", "believes", "thought", "believed", "presumed", "seems", "appears", "looks", "looking", "though", "like", "half",
        "until", "before", "imagines", "imagining", "wishes", "dreams", "supposed", "should", "must", "refuses", "hopes", "barely", "supposedly", "apparently", "assumed", "wanted", "orders", "how", "whether", "feigning", "feigns", "mimes", "hesitates", "without", "or", "rather",
        "shall", "offers", "begs", "vows", "swears", "plots", "planning", "plans", "nobody", "seemingly", "practically", "playacting", "rehearses", "rehearsing", "avatar", "fearing", "fears", "convinced", "certain", "afraid", "worried", "assume", "assumes", "suspects",
    ];

    public static readonly HashSet<string> Pronouns = ["he", "she", "they", "him", "her", "them"];
}

using System.Globalization;
using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Reads from a sentence of action what light it is played in: what is in the sky, what the night or the day is called, lamps of the street, a clock.</summary>
/// <param name="Word">The index of the word that says so.</param>
/// <param name="Sure">0 to 1.</param>
internal readonly record struct SkyLight(Light Light, int Word, double Sure)
{
    private const double Plainly = 0.75;
    private const double Rather = 0.6;

    // The sky's own, which are nothing else.
    private static readonly HashSet<string> Suns = ["sunlight", "sunlit", "sunshine", "sunbeam", "sunbeams", "daylight", "sunny", "sunrays", "rainbow"];
    private static readonly HashSet<string> Moons = ["moonlight", "moonlit", "moonbeam", "moonbeams", "starlight", "starlit", "starry", "moonless", "moonglow", "fireflies", "constellation", "constellations"];

    // "Sun hat" and "moon landing": the noun that follows is what is seen.
    private static readonly HashSet<string> Things =
    [
        "hat", "dress", "lamp", "deck", "room", "porch", "visor", "lounger", "umbrella", "screen", "cream", "bed", "bath", "king", "god", "goddess", "temple", "dial", "tan", "roof", "worshipper", "worshippers", "glasses", "block", "burn", "flower", "flowers", "shade", "salutation", "valley", "city", "symbol",
        "landing", "boots", "base", "rock", "rocks", "man", "river", "walk", "shot", "lander", "rover", "mission", "pie", "cake", "cakes", "festival", "pool", "gate", "tattoo", "pendant", "necklace", "earring", "earrings", "shaped", "bleached", "kissed", "tanned", "burned", "burnt", "faded",
    ];

    // What is in the sky but is a picture, a wish, a machine's.
    private static readonly HashSet<string> Pictures =
    [
        "photo", "photograph", "photographs", "screen", "mural", "poster", "dream", "dreams", "painted", "painting", "tv", "television", "monitor", "picture", "drawing", "drawn", "draws", "tattoo", "logo", "sign", "hologram", "imagines", "imagine", "remembers", "memory", "simulated", "simulation", "artificial", "fake", "movie", "film", "stage",
        "planet", "planets", "orbit", "telescope", "lunar", "map", "wallpaper", "ceiling", "nightlight", "postcard", "song", "titled", "eclipse", "projector", "spotlight", "spotlights", "backdrop", "cardboard", "paper", "embroidered", "embossed", "carved", "flag", "emblem", "book", "blackout", "bulb", "bulbs", "rehearsal", "reflected", "game", "virtual",
    ];

    // What has not come yet, is over, or is not.
    private static readonly HashSet<string> Otherwise = ["until", "till", "before", "soon", "tomorrow", "yesterday", "no", "not", "never", "without", "if", "would", "will", "almost", "nearly", "hours", "isn't", "doesn't", "barely", "approaching", "than", "imagining", "wishing", "keeps", "keep", "blocks", "blocked", "shut"];

    private static readonly HashSet<string> Passing = ["rises", "rising", "rise", "risen", "sets", "setting", "set", "sinks", "sinking", "dips", "dipping", "fades", "fading", "gone", "becomes", "gives", "turns", "melts"];

    private static readonly HashSet<string> Glows = ["glow", "glows", "glowing", "burn", "burns", "burning", "buzz", "buzzes", "hum", "hums", "flicker", "flickers", "flickering", "lit", "on", "pool", "pools", "halo", "halos", "cast", "casts", "shine", "shines", "spill", "spills", "throw", "throws", "blink", "blinks"];
    private static readonly HashSet<string> Ofnight = ["air", "sky", "breeze", "wind", "chill", "mist", "rain", "fog", "sounds", "dew", "insects", "traffic", "silence"];
    private static readonly HashSet<string> OfMorning = ["light", "sun", "haze", "heat", "glare", "rays", "shadows"];
    private static readonly HashSet<string> Skies = ["sky", "skies", "overhead", "twinkle", "glitter", "above", "wheel", "glimmer", "sparkle", "constellations", "moon", "heavens"];
    private static readonly HashSet<string> NoTimes = ["blue", "snack", "mass", "sun", "oil", "show", "run", "madness", "express", "cowboy", "train", "ferry", "shift", "special", "black", "meal", "prayers", "news", "edition", "feast", "buffet", "screening"];
    private static readonly HashSet<string> NoStars = ["film", "movie", "gold", "golden", "rock", "pop", "five", "four", "three", "two", "sees", "seeing", "porn", "tv", "dancing", "sports", "throwing"];
    private static readonly HashSet<string> Clocks = ["clock", "clocks", "watch", "wristwatch", "alarm", "dashboard", "o'clock", "time", "timestamp", "super", "display", "chimes", "strikes", "bell", "bells"];
    private static readonly HashSet<string> NoClocks = ["timer", "countdown", "counting", "bomb", "seconds", "stopwatch", "score", "stopped", "broken", "train", "flight", "departure", "departures", "schedule", "appointment", "meeting", "verse", "frozen", "deadline", "until", "till", "by", "before", "sent", "received", "message", "set", "sets"];

    /// <summary>What the sentence says; nothing where it speaks of no light, or of one that is elsewhere.</summary>
    /// <param name="isOutside">True where the scene plays outside, so that the dark is the night's.</param>
    public static SkyLight? Of(Sentence sentence, bool isOutside)
    {
        if (sentence.Words.Exists(word => Pictures.Contains(word.Text)))
            return null;
        for (var i = 0; i < sentence.Words.Count; i++)
            if (sentence.Words[i].Person < 0 && (Sky(sentence, i) ?? Called(sentence, i, isOutside) ?? Lamps(sentence, i) ?? Clock(sentence, i)) is { } seen && !IsLikeness(sentence, i) && !IsOtherwise(sentence, i))
                return seen;
        return null;
    }

    // Sun, moon and stars.
    private static SkyLight? Sky(Sentence sentence, int i)
    {
        var (text, before, next) = (sentence.At(i), sentence.At(i - 1), sentence.Words[i].EndsClause ? "" : sentence.At(i + 1));
        if (Things.Contains(next))
            return null;
        if (Suns.Contains(text) || text == "sun" && (before is not ("a" or "his" or "her" or "in") || sentence.Words[i].IsPossessive) || text is "sky" or "skies" && before == "blue")
            return new SkyLight(Light.Day, i, Plainly);
        if (Moons.Contains(text) || text == "moon" && !(before == "the" && sentence.At(i - 2) is "over" or "on" or "to" or "from") && before is not "blue" || text == "way" && before == "milky" || text == "dipper" && before == "big")
            return new SkyLight(Light.Night, i, text == "fireflies" ? Rather : Plainly);
        if (text != "stars" || NoStars.Contains(before) || next is "as" or "of" || before is "the" or "his" or "her" && next == "on" && !sentence.Words.Exists(word => Skies.Contains(word.Text)))
            return null;
        var begins = i == 0 || sentence.Words[i - 1].EndsClause;
        return begins && next is not ("in" or "with" or "alongside" or "opposite") || before == "the" && (next is "are" or "come" or "shine" or "" || sentence.At(i - 2) is "under" or "beneath" or "at" or "by") || sentence.Words.Exists(word => Skies.Contains(word.Text)) ? new SkyLight(Light.Night, i, Plainly) : null;
    }

    // "Noon", "the morning light", "a dark night", "into the night", "dark outside".
    private static SkyLight? Called(Sentence sentence, int i, bool isOutside)
    {
        var (text, before, next) = (sentence.At(i), sentence.At(i - 1), sentence.Words[i].EndsClause ? "" : sentence.At(i + 1));
        switch (text)
        {
            case "noon" or "midday" when !NoTimes.Contains(next) && before is not ("by" or "since" or "for" or "around"):
            case "morning" or "afternoon" when OfMorning.Contains(next) && before is not ("last" or "every" or "next"):
            case "day" when before is "bright" or "sunny" or "sunlit" or "cloudless" or "blazing" or "sweltering":
                return new SkyLight(Light.Day, i, Plainly);
            case "night" when Ofnight.Contains(next) && before is not ("last" or "every" or "all"):
            case "night" when before == "the" && next.Length == 0 && sentence.At(i - 2) is "into" or "through" or "against" or "in" && !sentence.Words.Exists(word => word.Text is "late" or "long" or "well" or "deep" or "far" or "on" or "all" or "hours" or "middle"):
            case "night" when before is "dark" or "black" or "starry" or "moonless" or "cold" or "silent" or "still" or "quiet" or "clear" or "inky" && sentence.At(i - 2) is "a" or "the" or "into":
            case "night" when before == "of" && sentence.At(i - 2) is "dead" or "blackness" or "dark" or "darkness":
            case "night" when i == 0 && sentence.Words.Count == 1 || before == "the" && next is "is" or "presses" or "closes" or "hums" or "lies" or "hangs" or "smells" or "outside" or "beyond" or "around" or "beneath" or "swallows" or "glitters":
            case "midnight" when !NoTimes.Contains(next) && (i == 0 || sentence.Words[i - 1].EndsClause || before is "is" or "past" or "it's" or "after" || sentence.Words.Exists(word => Clocks.Contains(word.Text) || word.Text is "strike" or "striking" or "toll" or "tolls" or "chime" or "hands")):
            case "sky" when before is "inky" or "starry" or "night":
                return new SkyLight(Light.Night, i, Plainly);
            case "dark" or "black" or "darkness" when next is "outside" or "out" && sentence.At(i + 2) is "" or "there" or "now" or "already" || sentence.At(i - 1) == "outside" && (sentence.Words[i - 1].EndsClause || i == 1) || sentence.Says(i - 2, "outside", "is") || sentence.Says(i - 3, "outside", "it", "is"):
            case "darkness" when sentence.Words.Exists(word => word.Text is "headlights" or "headlamps"):
            case "headlights" or "headlamps" when sentence.Words.Skip(i).Take(4).Any(word => word.Text is "sweep" or "cut" or "stab" or "rake" or "pierce" or "blind" or "carve" or "slice" or "probe"):
            case "lights" when before is "city" or "town" or "harbour" or "harbor" && sentence.Words.Exists(word => word.Text is "twinkle" or "glitter" or "glow" or "shine" or "sparkle" or "glimmer" or "below"):
                return new SkyLight(Light.Night, i, Rather);
            case "torchlight" or "lamplight" or "firelight" or "lanterns" when isOutside && before is "by" or "in" or "the" && sentence.Words.Exists(word => word.Text is "dark" or "darkness" or "gloom" or "night"):
                return new SkyLight(Light.Night, i, Rather);
            default:
                return null;
        }
    }

    private static SkyLight? Lamps(Sentence sentence, int i)
    {
        var isLamp = sentence.At(i) is "streetlight" or "streetlights" or "streetlamp" or "streetlamps" || sentence.At(i) is "lamp" or "lamps" or "light" or "lights" && sentence.At(i - 1) is "street" or "sodium" or "gas";
        for (var j = i + 1; isLamp && j <= i + 4 && j < sentence.Words.Count; j++)
            if (Glows.Contains(sentence.At(j)))
                return new SkyLight(Light.Night, i, Rather);
        return null;
    }

    // "3 a.m." wherever it is, "03:00" and "two in the morning" on a clock; what a timer or a timetable says is no time of now.
    private static SkyLight? Clock(Sentence sentence, int i)
    {
        var words = sentence.Words;
        if (Hour(sentence, i) is not { } at || sentence.Words.Exists(word => NoClocks.Contains(word.Text)) || at.IsBare && !words.Exists(word => Clocks.Contains(word.Text)))
            return null;
        return at.Hour is >= 22 or < 4 ? new SkyLight(Light.Night, i, at.IsBare ? Rather : Plainly) : at.Hour is >= 9 and < 16 ? new SkyLight(Light.Day, i, at.IsBare ? Rather : Plainly) : null;
    }

    // The hour of 24; bare where neither a.m. nor p.m. says which half it is of, but a nought or a number beyond 12 does.
    private static (int Hour, bool IsBare)? Hour(Sentence sentence, int i)
    {
        if (Number(sentence.At(i)) is not (>= 0 and <= 24 and var hour) || i > 0 && char.IsDigit(sentence.At(i - 1)[0]))
            return null;
        var hasMinutes = char.IsDigit(sentence.At(i)[0]) && sentence.At(i + 1) is [>= '0' and <= '5', >= '0' and <= '9'];
        var half = sentence.At(i + (hasMinutes ? 2 : 1)) is "o'clock" ? i + (hasMinutes ? 3 : 2) : i + (hasMinutes ? 2 : 1);
        var isMorning = sentence.At(half) == "am" || sentence.Says(half, "a", "m") || sentence.Says(half, "in", "the", "morning");
        var isEvening = sentence.At(half) == "pm" || sentence.Says(half, "p", "m") || sentence.Says(half, "in", "the", "afternoon");
        if (isMorning || isEvening)
            return hour is >= 1 and <= 12 ? (hour % 12 + (isEvening ? 12 : 0), false) : null;
        return hasMinutes && (sentence.At(i) is ['0', _] || hour > 12) && !(sentence.At(i + 2) is [var third, ..] && char.IsDigit(third)) ? (hour % 24, true) : null;
    }

    private static int Number(string word) => word.Length is 1 or 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Array.IndexOf(Spelled, word);

    private static readonly string[] Spelled = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

    // "Bright as the sun", "like moonlight", "the colour of the moon".
    private static bool IsLikeness(Sentence sentence, int at)
    {
        for (var i = at - 1; i >= 0 && i >= at - 4 && !sentence.Words[i].EndsClause; i--)
            if (sentence.At(i) is "like" or "resembling" or "color" or "colour" || sentence.At(i) == "as" && i >= at - 2 && sentence.At(i + 1) is not ("they" or "he" or "she"))
                return true;
        return false;
    }

    /// <summary>True where sun, moon, day or night come or go.</summary>
    public static bool Passes(Sentence sentence)
    {
        for (var i = 0; i < sentence.Words.Count; i++)
            if (sentence.At(i) is "sun" or "moon" or "night" or "daylight" or "darkness" && IsPassing(sentence, i))
                return true;
        return false;
    }

    // Another time or a denial in the same clause; what rises and sets passes.
    private static bool IsOtherwise(Sentence sentence, int at)
    {
        for (var i = at - 1; i >= 0 && !sentence.Words[i].EndsClause; i--)
            if (Otherwise.Contains(sentence.At(i)) && (i >= at - 4 || sentence.At(i) is not ("no" or "not")) || Passing.Contains(sentence.At(i)) && i >= at - 2)
                return true;
        for (var i = at + 1; i < sentence.Words.Count && !sentence.Words[i - 1].EndsClause; i++)
            if (sentence.At(i) is "soon" or "tomorrow" or "later" or "yesterday" or "almost")
                return true;
        return IsPassing(sentence, at);
    }

    // "The sun has set", "the moon begins to rise"; not "the sun, as she rises".
    private static bool IsPassing(Sentence sentence, int at)
    {
        for (var i = at + 1; i < sentence.Words.Count && i <= at + 3 && !sentence.Words[i - 1].EndsClause && sentence.At(i) is not ("as" or "and" or "while" or "who" or "that" or "which" or "on" or "over" or "when"); i++)
            if (Passing.Contains(sentence.At(i)) || sentence.At(i) is "goes" or "comes" && sentence.At(i + 1) is "down" or "up" || sentence.At(i) is "breaks" or "breaking" && sentence.At(i + 1) is not ("through" or "out"))
                return true;
        return false;
    }
}

using Kinolux.Script.Model;

namespace Kinolux.Script.Continuity.Reading;

/// <summary>How a scene's time hangs on the one before.</summary>
internal enum TimeLink
{
    None,

    /// <summary>It goes on without a gap: CONTINUOUS.</summary>
    Continuous,

    /// <summary>It plays at once with it: SAME TIME, MEANWHILE.</summary>
    Same,

    /// <summary>Little later: MOMENTS LATER.</summary>
    Soon,

    /// <summary>LATER, by nobody knows how much.</summary>
    Later,
}

/// <summary>What a heading says of place and time, more closely than <see cref="Slugline"/>: every part of it that is a time, in brackets too.</summary>
/// <param name="Place">Without its side and its times, in small letters, words parted by a space.</param>
/// <param name="IsApart">True where it is not the story's present: a flashback, a dream, a place behind death.</param>
/// <param name="Clock">A time of the clock as written, in small letters; empty where there is none.</param>
/// <param name="Year">0 where it names none.</param>
/// <param name="IsOtherTime">True where it says CONTINUOUS and another time as well.</param>
/// <param name="IsSameMoment">True for SAME TIME and MEANWHILE, false for SAME alone.</param>
internal sealed record HeadingTime(string Place, Light Light, TimeLink Link, bool IsApart, bool IsIntercut, string Clock, int Year, bool IsSameMoment, bool IsContinuous, bool IsOtherTime)
{
    private static readonly HashSet<string> Sides = ["int", "ext", "est", "i", "e"];
    private static readonly HashSet<string> Aparts =
    [
        "flashback", "flashbacks", "flashforward", "flash", "dream", "nightmare", "fantasy", "imagination", "imagined", "imaginary", "memory", "memories", "vision", "hallucination", "ago", "earlier", "past", "afterlife", "heaven", "limbo",
        "purgatory", "underworld", "story", "daydream", "recording", "footage", "video", "simulation",
    ];

    private static readonly HashSet<string> Others =
    [
        "later", "continuous", "cont", "cont'd", "contd", "continued", "continuing", "same", "time", "moment", "moments", "second", "seconds", "minute", "minutes", "hour", "hours", "days", "week", "weeks", "month", "months", "year", "years", "next", "that", "the",
        "early", "late", "pre", "present", "intercut", "meanwhile", "simultaneous", "simultaneously", "a", "an", "few", "one", "two", "three", "four", "five", "six", "ten", "another", "at", "o'clock", "am", "pm", "following", "previous", "end", "of", "hour", "and",
        "m", "p", "instant", "immediately", "after", "before", "still", "mid", "to", "beat", "concurrent", "concurrently", "uninterrupted",
    ];

    public static HeadingTime Of(List<Token> words)
    {
        // From the end: words of time, up to what is a place.
        var first = 0;
        while (first < words.Count && Sides.Contains(words[first].Text))
            first++;
        var times = new bool[words.Count];
        var isTime = false;
        for (var from = first; from < words.Count;)
        {
            var to = from;
            while (to < words.Count - 1 && words[to].After is not (',' or '.'))
                to++;
            var isLast = to == words.Count - 1;
            var part = words[from..(to + 1)];
            // "NIGHT CLUB" is a place, "LATE THAT NIGHT" is not; the last part is a time where it has a word of time.
            if (from > first && (part.TrueForAll(word => IsTime(word.Text)) || part.Exists(word => Says(word.Text)) && isLast))
            {
                isTime = true;
                times.AsSpan(from, to + 1 - from).Fill(true);
            }
            from = to + 1;
        }
        var said = isTime ? words.Where((_, i) => times[i]).Select(word => word.Text).ToList() : [];
        var place = string.Join(' ', words.Skip(first).Where((_, i) => !times[first + i]).Select(word => word.IsPossessive ? $"{word.Text}'s" : word.Text));
        return new HeadingTime(place, LightOf(said) is not Light.Unknown and var light ? light : LightOfClock(ClockOf(said)), LinkOf(said), said.Exists(Aparts.Contains) || words.Exists(word => word.Text is "flashback" or "flashforward" or "dream" or "afterlife" or "limbo" or "purgatory" or "heaven" or "underworld" or "imagined" or "memory"),
            words.Exists(word => word.Text is "intercut" or "intercutting"), ClockOf(said), YearOf(words), said.Exists(word => word is "time" or "moment" or "instant" or "meanwhile" or "simultaneous" or "simultaneously" or "concurrent"),
            said.Exists(IsGoingOn), said.Exists(IsGoingOn) && said.Exists(word => word is "next" or "following" or "later" or "ago" or "earlier" or "another"));
    }

    private static bool IsTime(string word) => Says(word) || Others.Contains(word) || char.IsDigit(word[0]);

    private static bool IsGoingOn(string word) => word is "continuous" or "cont'd" or "contd" or "continuing" or "uninterrupted";

    private static bool Says(string word) => TimeWords.IsTime(word) || Aparts.Contains(word);

    private static Light LightOf(List<string> words)
    {
        var (day, night, between) = (Has(Light.Day), Has(Light.Night), Has(Light.Between));
        // "THE NEXT DAY - NIGHT", "ANOTHER DAY" and "DAYS LATER" count days.
        if (day && words.Exists(word => word is "next" or "another" or "following" or "same" or "that" or "one") && words.TrueForAll(word => TimeWords.LightOf(word) != Light.Day || word == "day"))
            day = words.Count(word => word == "day") > 1;
        return (day, night, between) switch
        {
            (true, false, false) => Light.Day,
            (false, true, false) => Light.Night,
            (false, false, true) => Light.Between,
            _ => Light.Unknown,
        };

        bool Has(Light light) => words.Exists(word => TimeWords.LightOf(word) == light);
    }

    // "3 AM" and "03:00" are night, "2 PM" and "14:30" day; "9:15" is either.
    private static Light LightOfClock(string clock)
    {
        var parts = clock.Split(' ');
        if (!int.TryParse(parts[0], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var hour) || hour > 24)
            return Light.Unknown;
        if (parts[^1] is "am" or "pm" && hour <= 12)
            hour = hour % 12 + (parts[^1] == "pm" ? 12 : 0);
        else if (parts[0][0] != '0' && hour < 13)
            return Light.Unknown;
        return hour is >= 22 or < 4 ? Light.Night : hour is >= 9 and < 16 ? Light.Day : Light.Unknown;
    }

    private static TimeLink LinkOf(List<string> words)
    {
        if (words.Exists(word => word is "next" or "another" or "following" or "ago" or "earlier"))
            return TimeLink.None;
        if (words.Exists(IsGoingOn))
            return TimeLink.Continuous;
        // "SAME DAY" and "LATER THAT SAME NIGHT" are no moment.
        if (words.Exists(word => word is "meanwhile" or "simultaneous" or "simultaneously" or "concurrent") || words.IndexOf("same") is >= 0 and var same && (same == words.Count - 1 || words[same + 1] is "time" or "moment" or "instant" or "continuous") && !words.Contains("later"))
            return TimeLink.Same;
        if (!words.Contains("later"))
            return TimeLink.None;
        return words.Exists(word => word is "moment" or "moments" or "second" or "seconds" or "minute" or "minutes" or "beat" or "instant") ? TimeLink.Soon
            : words.Exists(word => word is "hour" or "hours" or "day" or "days" or "week" or "weeks" or "month" or "months" or "year" or "years" or "that" or "much") ? TimeLink.None : TimeLink.Later;
    }

    private static string ClockOf(List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!char.IsDigit(words[i][0]))
                continue;
            if (i + 1 < words.Count && words[i].Length <= 2 && words[i + 1] is [>= '0' and <= '5', >= '0' and <= '9'])
                return string.Join(' ', words.Skip(i).Take(3).Where(word => char.IsDigit(word[0]) || word is "am" or "pm" or "a" or "p" or "m"));
            if (i + 1 < words.Count && words[i + 1] is "am" or "pm" or "a" or "p" or "o'clock")
                return $"{words[i]} {words[i + 1]}";
        }
        return "";
    }

    private static int YearOf(List<Token> words)
    {
        foreach (var word in words)
            if (word.Text.Length == 4 && int.TryParse(word.Text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var year) && year is >= 1000 and <= 2999)
                return year;
        return 0;
    }
}

namespace Kinolux.Script.Continuity.Reading;

/// <summary>Knows words that say that time passed: <c>Two hours later</c>, <c>The next morning</c>, <c>Weeks go by</c>, <c>By nightfall</c>.</summary>
internal static class TimeJump
{
    private const int Reach = 10;

    private static readonly HashSet<string> Units =
    [
        "minutes", "hours", "days", "weeks", "months", "years", "decades", "centuries", "seasons", "hour", "day", "week", "month", "year", "decade", "century", "season", "fortnight", "weekend", "semester", "morning", "night", "evening", "afternoon",
        "summer", "winter", "spring", "autumn", "summers", "winters", "springs", "autumns", "nights", "mornings", "time", "while", "sometime",
    ];

    private static readonly HashSet<string> Seasons = ["summer", "winter", "spring", "autumn", "christmas", "easter", "halloween", "thanksgiving"];

    public static bool Is(Sentence sentence)
    {
        // "Winter." by itself.
        if (sentence is { IsFirst: true, Words: [var only] } && Seasons.Contains(only.Text))
            return true;
        for (var i = 0; i < sentence.Words.Count && i < Reach; i++)
            if (Units.Contains(sentence.At(i)) && !sentence.Words[i].IsPossessive && (IsOver(sentence, i + 1) || IsNext(sentence, i)) || sentence.At(i) is "much" or "sometime" && sentence.At(i + 1) == "later" || i == 0 && sentence.Says(0, "later", "that"))
                return true;
        return false;
    }

    // "Two hours later", "years pass", "a week has gone by", "ten years on".
    private static bool IsOver(Sentence sentence, int at) => sentence.At(at) switch
    {
        "later" or "pass" or "passes" or "elapse" or "elapses" => true,
        "after" or "on" or "hence" => sentence.Words[at].EndsClause && sentence.At(at - 1) is not ("while" or "time" or "day" or "night" or "evening" or "morning" or "afternoon"),
        "of" => sentence.At(at + 1) is "dust" or "beard" or "stubble" or "grime" or "growth" or "travel",
        "have" or "has" => sentence.At(at + 1) is "passed" or "gone" or "elapsed" or "flown",
        "go" or "goes" or "roll" or "fly" or "flies" or "slip" => sentence.At(at + 1) is "by" or "past",
        _ => false,
    };

    // "The next morning", "the following spring", "next day" and "that night," at its beginning, "by morning".
    private static bool IsNext(Sentence sentence, int at)
    {
        var before = sentence.At(at - 1);
        if (sentence.At(at) is "time" or "while" or "minutes" or "hours")
            return false;
        if (before is "next" or "following")
            return at == 1 || sentence.At(at - 2) == "the" && at < 5 && (at == 2 || !sentence.Words[at - 3].EndsClause || sentence.Words[at].EndsClause);
        return sentence.At(at) is "night" or "evening" or "afternoon" or "morning" or "nightfall" && (at == 1 && before == "that" && sentence.Words[at].EndsClause || at == 2 && sentence.Says(0, "that", "same") || at == 1 && before == "by" && sentence.Words[at].EndsClause);
    }
}

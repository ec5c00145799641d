namespace Kinolux.Script.Model;

/// <summary>The words by which headings say when they play: the one list of them, in capitals or not.</summary>
internal static class TimeWords
{
    private static readonly Dictionary<string, Light> Lights = Table(
        (Light.Day, "day morning afternoon noon midday daytime daylight midmorning midafternoon noonday lunchtime"),
        (Light.Day, "tag morgen mittag nachmittag jour matin midi día dia mañana manhã tarde giorno mattina pomeriggio день утро"),
        (Light.Night, "night midnight nighttime"),
        (Light.Night, "nacht mitternacht nuit minuit noche medianoche noite notte mezzanotte ночь"),
        (Light.Between, "evening dawn dusk sunrise sunset twilight magic gloaming daybreak nightfall sundown sunup"),
        (Light.Between, "abend dämmerung soir aube crépuscule sera tramonto alba вечер"));

    private static readonly HashSet<string> Links = Set("later continuous same meanwhile simultaneous simultaneously cont'd contd continuing uninterrupted concurrent");
    private static readonly HashSet<string> Others = Set("flashback present past intercut");

    /// <summary>The light that a word names.</summary>
    public static Light LightOf(string word) => Lights.GetValueOrDefault(word);

    /// <summary>True for what hangs a scene on the one before: LATER, CONTINUOUS, SAME.</summary>
    public static bool IsLink(string word) => Links.Contains(word);

    /// <summary>True for what makes the last part of a heading its time.</summary>
    public static bool IsTime(string word) => Lights.ContainsKey(word) || Links.Contains(word) || Others.Contains(word);

    private static HashSet<string> Set(string words) => new(words.Split(' '), StringComparer.OrdinalIgnoreCase);

    private static Dictionary<string, Light> Table(params ReadOnlySpan<(Light Light, string Words)> rows)
    {
        Dictionary<string, Light> table = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (light, words) in rows)
            foreach (var word in words.Split(' '))
                table.Add(word, light);
        return table;
    }
}

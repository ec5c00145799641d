namespace Kinolux.Script.Model;

/// <summary>When a scene plays, as far as its heading says so.</summary>
public static class DayTime
{
    private static readonly string[] Nights = ["NIGHT", "MIDNIGHT"];
    private static readonly string[] Betweens = ["DAWN", "DUSK", "SUNRISE", "SUNSET", "TWILIGHT", "EVENING", "MAGIC", "GLOAMING", "DAYBREAK", "NIGHTFALL"];
    private static readonly string[] Days = ["DAY", "MORNING", "AFTERNOON", "NOON", "MIDDAY"];

    /// <summary><c>day</c>, <c>night</c>, <c>between</c>, or nothing where the heading does not say: <c>LATER</c> says nothing by itself.</summary>
    public static string Of(string time)
    {
        var words = time.ToUpperInvariant().Split([' ', '(', ')', '.', ',', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        return words.Any(Nights.Contains) ? "night" : words.Any(Betweens.Contains) ? "between" : words.Any(Days.Contains) ? "day" : "";
    }
}

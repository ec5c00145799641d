using System.Text.RegularExpressions;

namespace Kinolux.Script.People;

/// <summary>Tells cues of several from cues of one.</summary>
internal static partial class GroupCues
{
    private static readonly HashSet<string> Collectives =
    [
        "ALL", "BOTH", "EVERYONE", "EVERYBODY", "OTHERS", "TOGETHER", "IN UNISON", "CROWD", "MOB", "VOICES", "CHORUS", "OMNES", "TOUS", "TOUTES", "ENSEMBLE", "ALLE", "BEIDE", "TODOS", "TODAS", "AMBOS", "TUTTI", "TUTTE",
        "ALLA", "ALLEN", "WSZYSCY", "ВСЕ", "ВСІ", "全員", "一同", "みんな", "皆", "二人", "众人", "大家", "모두",
    ];

    /// <summary>True for <c>ALL</c> and <c>THE CROWD</c>.</summary>
    public static bool IsCollective(string key) => Collectives.Contains(key) || key.StartsWith("THE ", StringComparison.Ordinal) && Collectives.Contains(key[4..]) || key.StartsWith("ALL ", StringComparison.Ordinal);

    /// <summary>The names in <c>BOB AND ANNA</c>; one where it joins none.</summary>
    public static string[] Parts(string key) => [.. Joint().Split(key).Select(part => part.Trim()).Where(part => part.Length > 0)];

    [GeneratedRegex(@"\s*[&/,+、・]\s*(?:AND\s+)?|\s+(?:AND|UND|ET|Y|E|I|OG|OCH|EN|ET|JA|И|ТА)\s+|(?<=\S)[と和](?=\S)")]
    private static partial Regex Joint();
}

using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Script.Works;
using Kinolux.Work;

namespace Kinolux.Studio.Works;

/// <summary>Makes the name that a browser sent into one for a file of the production.</summary>
internal static class FileName
{
    // With what .restored.mkv.kinolux adds to it, a name must fit into the 255 bytes that file systems allow.
    private const int LongestName = 200;
    private static readonly char[] Unwise = ['<', '>', ':', '"', '|', '?', '*', '%'];
    private static readonly string[] Reserved = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"COM{n}", $"LPT{n}" })];

    /// <summary>What other systems do not allow in names, or tools take for more than a name, becomes an underscore.</summary>
    /// <exception cref="FaultException">KX6050: no honest browser sends such a name, or no engine takes files that end so.</exception>
    public static string Clean(string name, Engines engines)
    {
        if (name.Length == 0 || name.IndexOfAny(['/', '\\']) >= 0 || name.Any(IsUnseen) || Encoding.UTF8.GetByteCount(name) > LongestName || (engines.For(Plain(name)) is null && !IsScript(Plain(name), engines)))
            throw FaultException.Of("KX6050", ("name", new string([.. name.Select(letter => IsUnseen(letter) ? '\u00b7' : letter).Take(80)])));
        var clean = Plain(name);
        var stem = Path.GetFileNameWithoutExtension(clean);
        // Hidden files, options, and devices of other systems.
        return stem.TrimStart('.', '-').Length < stem.Length || stem.Length == 0 || Reserved.Contains(stem.Split('.')[0], StringComparer.OrdinalIgnoreCase) ? "_" + clean : clean;
    }

    /// <summary>True where a file of such a name may be a script that is written here, or one that becomes Fountain beside it: a play in a table, pages of a PDF.</summary>
    public static bool IsScript(string name, Engines engines) =>
        engines.For(name) is ScriptEngine || (Path.GetExtension(name).ToLowerInvariant() is ".csv" or ".pdf" && engines.All.Any(engine => engine is ScriptEngine));

    private static string Plain(string name) => string.Concat(name.Select(letter => Unwise.Contains(letter) ? '_' : letter)).Trim();

    /// <summary>A place for a file of that name: one that is there already is never written over.</summary>
    public static string Free(string folder, string name)
    {
        var place = Path.Combine(folder, name);
        for (var n = 2; Path.Exists(place); n++)
            place = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(name)} {n}{Path.GetExtension(name)}");
        return place;
    }

    // Control characters, and those that change the direction in which a name is read, so that it seems to end otherwise than it does.
    private static bool IsUnseen(char letter) =>
        char.IsControl(letter) || char.GetUnicodeCategory(letter) is System.Globalization.UnicodeCategory.Format;
}

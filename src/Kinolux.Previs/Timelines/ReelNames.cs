using System.Globalization;

namespace Kinolux.Previs.Timelines;

/// <summary>Names of at most eight characters for the sources of a timeline, as edit lists need them: one name a source, no name twice, and a good one is kept.</summary>
internal sealed class ReelNames
{
    public const int Longest = 8;

    // Black, and what a list calls a source that it has no name for.
    private const string Unnamed = "AX";

    private readonly Dictionary<string, string> _names = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase) { TimelineClip.Black, Unnamed };

    public ReelNames(IReadOnlyList<TimelineClip> clips)
    {
        foreach (var clip in clips)
            if (IsGood(clip.Reel))
            {
                _names[clip.Reel] = clip.Reel;
                _taken.Add(clip.Reel);
            }
        foreach (var clip in clips)
            if (Source(clip) is var source && !_names.ContainsKey(source))
                _names[source] = Free(Clean(source));
    }

    public string Of(TimelineClip clip) => _names[Source(clip)];

    private static string Source(TimelineClip clip) => clip.Reel.Length > 0 ? clip.Reel : clip.File.Length > 0 ? clip.File : clip.Name;

    private static bool IsGood(string reel) => reel.Length is > 0 and <= Longest && reel.All(letter => letter is > ' ' and <= '~');

    // From a path its last part without the ending.
    private static string Clean(string source)
    {
        var name = source[(source.LastIndexOfAny(['/', '\\']) + 1)..];
        var dot = name.LastIndexOf('.');
        var letters = (dot > 0 ? name[..dot] : name).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant).Take(Longest).ToArray();
        return letters.Length > 0 ? new string(letters) : "REEL";
    }

    private string Free(string name)
    {
        var free = name;
        for (var number = 2; !_taken.Add(free); number++)
        {
            var ending = number.ToString(CultureInfo.InvariantCulture);
            free = name[..Math.Min(name.Length, Longest - ending.Length)] + ending;
        }
        return free;
    }
}

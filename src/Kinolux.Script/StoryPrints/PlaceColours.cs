using Kinolux.Script.People;

namespace Kinolux.Script.StoryPrints;

/// <summary>The colours of the settings in which most plays; the rest share one.</summary>
internal sealed class PlaceColours
{
    public const int Most = 8;

    private readonly Dictionary<string, int> _numbers;

    public PlaceColours(StoryPrint print)
    {
        Names = [.. print.Sides.SelectMany(side => side.Cast.Passages).Where(passage => NameOf(passage).Length > 0)
            .GroupBy(NameOf).Select(group => (group.Key, Length: group.Sum(passage => passage.Length))).OrderByDescending(place => place.Length).ThenBy(place => place.Key, StringComparer.Ordinal).Take(Most).Select(place => place.Key)];
        _numbers = Enumerable.Range(0, Names.Count).ToDictionary(i => Names[i], i => i);
        HasOthers = print.Sides.SelectMany(side => side.Cast.Passages).Any(passage => !_numbers.ContainsKey(NameOf(passage)));
    }

    public IReadOnlyList<string> Names { get; }

    public bool HasOthers { get; }

    public string ClassOf(Passage passage) => _numbers.TryGetValue(NameOf(passage), out var number) ? $"p{number}" : "p-other";

    // The rooms of a house are one setting: what stands before the first dash.
    private static string NameOf(Passage passage)
    {
        var place = passage.Scene?.Slugline.Place.ToUpperInvariant() ?? "";
        var dash = place.IndexOf(" - ", StringComparison.Ordinal);
        return dash > 0 ? place[..dash] : place;
    }
}

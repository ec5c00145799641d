using System.Globalization;

namespace Kinolux.Script.StoryPrints;

/// <summary>What is said of a scene where a pointer rests on it.</summary>
internal static class SceneTip
{
    private const int MostPersons = 12;

    public static string Of(StoryPrint print, int side, StorySegment segment)
    {
        var cast = print.Sides[side].Cast;
        var passage = cast.Passages[segment.Passage];
        var persons = cast.Persons.SelectMany(person => person.Appearances.Where(at => at.Passage == segment.Passage).Select(at => (person.Name, At: at))).OrderByDescending(person => person.At.Prominence).ToList();
        return string.Join('\n',
        [
            $"{passage.Number} {passage.Title}".Trim() + (print.Sides.Count > 1 ? $" ({print.Sides[side].Title})" : ""),
            $"emotion: {(print.Sides[side].Emotion.Of(segment.Passage) is { Charged: > 0 } feeling ? feeling.Valence.ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture) : "unknown")}",
            .. segment.Change == StoryChange.None ? (IEnumerable<string>)[] : [segment.Change == StoryChange.Changed ? "changed" : "in this script alone"],
            .. persons.Take(MostPersons).Select(person => person.At.Speaks ? string.Create(CultureInfo.InvariantCulture, $"{person.Name}: {person.At.Words} words") : $"{person.Name}: named in action"),
            .. persons.Count > MostPersons ? (IEnumerable<string>)[string.Create(CultureInfo.InvariantCulture, $"and {persons.Count - MostPersons} more")] : [],
        ]);
    }
}

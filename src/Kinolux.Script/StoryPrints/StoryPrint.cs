using Kinolux.Core.Faults;
using Kinolux.Script.Emotion;
using Kinolux.Script.People;

namespace Kinolux.Script.StoryPrints;

/// <summary>
/// A script at a glance: its scenes round a ring, one ring for each person, after StoryPrint (Watson, Schriber, Muniz, Sohn, Gross, Kapadia: "StoryPrint: an interactive visualization of stories", 2019),
/// whose exact encoding is not published. Two scripts are laid over each other.
/// </summary>
public sealed class StoryPrint
{
    /// <summary>As many rings as can be read.</summary>
    public const int MostRings = 10;

    private const int MostScenes = 5000;

    // Two drafts have more in common, two scripts less.
    private const double LeastShared = 0.1;

    private StoryPrint()
    {
    }

    /// <summary>One script, or two.</summary>
    public required IReadOnlyList<StorySide> Sides { get; init; }

    /// <summary>From the outermost inwards.</summary>
    public required IReadOnlyList<StoryRing> Rings { get; init; }

    /// <summary>True where two scripts share scenes, which then stand at one place; else each runs round the ring at its own pace.</summary>
    public bool IsAligned { get; init; }

    /// <summary>Persons who have no ring.</summary>
    public int PersonsLeftOut { get; init; }

    public static StoryPrint Of((string Title, Cast Cast, EmotionMap Emotion) script)
    {
        var (title, cast, emotion) = script;
        Check(title, cast);
        return new StoryPrint
        {
            Sides = [new StorySide(title, cast, emotion, AtOwnPace(cast))], Rings = [.. cast.Persons.Take(MostRings).Select(person => new StoryRing(person, null))], PersonsLeftOut = Math.Max(0, cast.Persons.Count - MostRings),
        };
    }

    /// <summary>Two scripts, or two drafts of one.</summary>
    public static StoryPrint Of((string Title, Cast Cast, EmotionMap Emotion) first, (string Title, Cast Cast, EmotionMap Emotion) second)
    {
        Check(first.Title, first.Cast);
        Check(second.Title, second.Cast);
        var pairs = SceneAlignment.Of(first.Cast, second.Cast);
        var shared = pairs.Sum(pair => first.Cast.Passages[pair.First].Length + second.Cast.Passages[pair.Second].Length) / Math.Max(1, first.Cast.Passages.Sum(passage => passage.Length) + second.Cast.Passages.Sum(passage => passage.Length));
        var isAligned = shared >= LeastShared;
        var (a, b) = isAligned ? Aligned(first.Cast, second.Cast, pairs) : (AtOwnPace(first.Cast), AtOwnPace(second.Cast));
        var rings = isAligned ? OfNames(first.Cast, second.Cast) : OfRank(first.Cast, second.Cast);
        return new StoryPrint
        {
            Sides = [new StorySide(first.Title, first.Cast, first.Emotion, a), new StorySide(second.Title, second.Cast, second.Emotion, b)], Rings = [.. rings.Take(MostRings)], IsAligned = isAligned, PersonsLeftOut = Math.Max(0, rings.Count - MostRings),
        };
    }

    private static void Check(string title, Cast cast)
    {
        if (cast.Passages.Count > MostScenes)
            throw FaultException.Of("KX1421", ("title", title), ("most", MostScenes.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static List<StorySegment> AtOwnPace(Cast cast)
    {
        List<StorySegment> segments = [];
        var (at, all) = (0.0, cast.Passages.Sum(passage => passage.Length));
        foreach (var passage in cast.Passages)
            segments.Add(new StorySegment(passage.Index, at / all, (at += passage.Length) / all));
        return segments;
    }

    // A scene of both takes the room that the longer one needs.
    private static (List<StorySegment> First, List<StorySegment> Second) Aligned(Cast first, Cast second, List<(int First, int Second, bool IsSame)> pairs)
    {
        List<(int First, int Second, StoryChange Change, double Length)> slots = [];
        var (i, j) = (0, 0);
        foreach (var pair in pairs.Append((First: first.Passages.Count, Second: second.Passages.Count, IsSame: true)))
        {
            for (; i < pair.First; i++)
                slots.Add((i, -1, StoryChange.Alone, first.Passages[i].Length));
            for (; j < pair.Second; j++)
                slots.Add((-1, j, StoryChange.Alone, second.Passages[j].Length));
            if (i < first.Passages.Count)
                slots.Add((i, j, pair.IsSame ? StoryChange.None : StoryChange.Changed, Math.Max(first.Passages[i++].Length, second.Passages[j++].Length)));
        }
        var (at, all) = (0.0, slots.Sum(slot => slot.Length));
        List<StorySegment> a = [], b = [];
        foreach (var slot in slots)
        {
            var (from, to) = (at / all, (at += slot.Length) / all);
            if (slot.First >= 0)
                a.Add(new StorySegment(slot.First, from, to, slot.Change, slot.Second));
            if (slot.Second >= 0)
                b.Add(new StorySegment(slot.Second, from, to, slot.Change, slot.First));
        }
        return (a, b);
    }

    private static List<StoryRing> OfNames(Cast first, Cast second) =>
        [.. first.Persons.Select(person => new StoryRing(person, second.Find(person.Name))).Concat(second.Persons.Where(person => first.Find(person.Name) is null).Select(person => new StoryRing(null, person)))
            .OrderByDescending(ring => Math.Max(ring.First?.Prominence ?? 0, ring.Second?.Prominence ?? 0))];

    private static List<StoryRing> OfRank(Cast first, Cast second) =>
        [.. Enumerable.Range(0, Math.Max(first.Persons.Count, second.Persons.Count)).Select(i => new StoryRing(first.Persons.ElementAtOrDefault(i), second.Persons.ElementAtOrDefault(i)))];
}

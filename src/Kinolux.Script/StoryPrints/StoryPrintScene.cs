using Kinolux.Script.Emotion;

namespace Kinolux.Script.StoryPrints;

/// <summary>What is said of a scene of a StoryPrint.</summary>
/// <param name="Side">Which script's, counted from 0.</param>
/// <param name="Index">The index of its passage there.</param>
/// <param name="From">Where on the ring it begins, 0 to 1.</param>
/// <param name="Line">Where it begins in the first script, counted from 0; left out where that has no such scene.</param>
/// <param name="Emotion">−1 to 1; left out where it is not known.</param>
/// <param name="People">Who is there, the most prominent first.</param>
public sealed record StoryPrintScene(int Side, int Index, double From, string Number, string Heading, int? Line, StoryChange Change, double? Emotion, IReadOnlyList<StoryPrintPresence> People)
{
    internal static StoryPrintScene Of(StoryPrint print, int number, StorySegment segment)
    {
        var (side, first) = (print.Sides[number], print.Sides[0].Cast);
        var passage = side.Cast.Passages[segment.Passage];
        var there = number == 0 ? segment.Passage : segment.Other;
        return new StoryPrintScene(
            number, segment.Passage, segment.From, passage.Number, passage.Title, there < 0 ? null : first.Script.Elements[first.Passages[there].First].Span.Line, segment.Change, Value(side.Emotion.Of(segment.Passage)),
            [.. side.Cast.Persons.SelectMany(person => person.Appearances.Where(at => at.Passage == segment.Passage).Select(at => new StoryPrintPresence(person.Name, at.Words, at.Mentions, Math.Round(at.Prominence, 3), Value(side.Emotion.Of(person, segment.Passage))))).OrderByDescending(person => person.Share)]);
    }

    private static double? Value(Feeling? feeling) => feeling is { Charged: > 0 } known ? Math.Round(known.Valence, 3) : null;
}

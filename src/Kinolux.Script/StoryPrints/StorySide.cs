using Kinolux.Script.Emotion;
using Kinolux.Script.People;

namespace Kinolux.Script.StoryPrints;

/// <summary>One of the scripts of a StoryPrint.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Segments">One for each passage, in order.</param>
public sealed record StorySide(string Title, Cast Cast, EmotionMap Emotion, IReadOnlyList<StorySegment> Segments)
{
    /// <summary>How it feels from beginning to end.</summary>
    public StoryArc Arc { get; } = StoryArc.Of(Cast, Emotion);

    /// <summary>Where on the ring a place of the script is, both 0 to 1.</summary>
    internal double PlaceOf(double at)
    {
        var left = at * Cast.Passages.Sum(passage => passage.Length);
        foreach (var segment in Segments)
        {
            var length = Cast.Passages[segment.Passage].Length;
            if (left <= length)
                return segment.From + ((segment.To - segment.From) * left / length);
            left -= length;
        }
        return Segments.Count > 0 ? Segments[^1].To : 0;
    }
}

namespace Kinolux.Script.StoryPrints;

/// <summary>A passage at its place of the ring.</summary>
/// <param name="Passage">The index of the passage in its script.</param>
/// <param name="From">Where it begins, 0 at the beginning of the ring and 1 at its end.</param>
/// <param name="To">Where it ends.</param>
/// <param name="Other">The index of the passage of the other script that stands for the same scene; -1 where there is none.</param>
public sealed record StorySegment(int Passage, double From, double To, StoryChange Change = StoryChange.None, int Other = -1);

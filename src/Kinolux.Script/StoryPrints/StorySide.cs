using Kinolux.Script.People;

namespace Kinolux.Script.StoryPrints;

/// <summary>One of the scripts of a StoryPrint.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Segments">One for each passage, in order.</param>
public sealed record StorySide(string Title, Cast Cast, IReadOnlyList<StorySegment> Segments);

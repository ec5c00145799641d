namespace Kinolux.Script.Continuity.Reading;

/// <summary>What a note in the script marks: <c>[[prop: KNIFE]]</c>, <c>[[gone: KNIFE]]</c>, <c>[[setup: x]]</c>, <c>[[payoff: x]]</c>, <c>[[learns: ANNA x]]</c>, <c>[[knows: ANNA x]]</c>.</summary>
internal enum StoryMarkKind
{
    Prop,
    Gone,
    Setup,
    Payoff,
    Learns,
    Knows,
}

/// <param name="Element">The index of the element that the note is in or is.</param>
/// <param name="At">The index of the element that it is about: its own, or the one before it.</param>
/// <param name="Person">The index of the person; -1 where it is about none, or about somebody who never speaks.</param>
/// <param name="Name">What the note calls the person; empty for none.</param>
/// <param name="What">The prop, set-up or knowledge, in small letters, words parted by a space.</param>
internal sealed record StoryMark(StoryMarkKind Kind, int Element, int At, int Person, string Name, string What);

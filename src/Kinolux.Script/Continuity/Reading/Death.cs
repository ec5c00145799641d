namespace Kinolux.Script.Continuity.Reading;

/// <summary>A sentence of action that says a person is dead.</summary>
/// <param name="Sure">0 to 1: that it says so, and of this person.</param>
internal sealed record Death(int Person, Sentence Sentence, double Sure);

namespace Kinolux.Script.People;

/// <summary>A cue that names several who cannot be told apart, such as <c>ALL</c>, or <c>ANNA AND THE OTHERS</c>: no person, and counted for none.</summary>
public sealed record Group(string Name, int Speeches, int Words);

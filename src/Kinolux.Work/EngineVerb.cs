namespace Kinolux.Work;

/// <summary>What an engine can be asked to do.</summary>
/// <param name="Id">Such as <c>analyse</c>.</param>
/// <param name="Title">For people, as a button says it.</param>
/// <param name="WritesOutput">True where it makes the output: a person must allow that where another file is there.</param>
public sealed record EngineVerb(string Id, string Title, bool WritesOutput = false);

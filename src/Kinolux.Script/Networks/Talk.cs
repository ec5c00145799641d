namespace Kinolux.Script.Networks;

/// <summary>A stretch of a scene in which two persons speak in turn and nobody else does.</summary>
/// <param name="Passage">The index of its passage.</param>
/// <param name="Speeches">How many speeches it has.</param>
/// <param name="Names">Other persons who are named in it.</param>
/// <param name="HasHe">True where "he", "him" or "his" is said.</param>
/// <param name="Line">Its first line, counted from 0.</param>
public sealed record Talk(string First, string Second, int Passage, int Speeches, IReadOnlyList<string> Names, bool HasHe, int Line);

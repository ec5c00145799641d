namespace Kinolux.Restoration.Runs;

/// <summary>How many proposals of a kind there were and what became of them.</summary>
public sealed record KindCount(string Kind, int Found, int Applied, int Waiting, int Rejected);

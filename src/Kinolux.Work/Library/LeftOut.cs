namespace Kinolux.Work.Library;

/// <summary>Something that is there and cannot be read; the rest of its list can.</summary>
public sealed record LeftOut(string Name, string Why);

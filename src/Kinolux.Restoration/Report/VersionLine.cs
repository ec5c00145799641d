namespace Kinolux.Restoration.Report;

/// <summary>One part of what made the result, with its version.</summary>
public sealed record VersionLine(string Name, string Version);

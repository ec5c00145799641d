namespace Kinolux.Cli;

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Package">The Debian package that brings it; null where none does.</param>
internal sealed record Finding(string Name, bool Present, bool Required, string Detail, string? Package = null);

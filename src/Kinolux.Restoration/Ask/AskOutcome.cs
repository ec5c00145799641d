using Kinolux.Core.Time;

namespace Kinolux.Restoration.Ask;

/// <summary>What was made to show a restored film to others.</summary>
/// <param name="Bytes">Of the page; 0 where there is none.</param>
public sealed record AskOutcome(string? Page, long Bytes, string? Wipe, FrameRange Range);

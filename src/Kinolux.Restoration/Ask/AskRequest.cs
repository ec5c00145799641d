using Kinolux.Core.Time;

namespace Kinolux.Restoration.Ask;

/// <summary>What is wanted of a restored film to show it to others.</summary>
/// <param name="Output">The restored film, or its work folder.</param>
/// <param name="Page">The HTML file that answers why; null for none.</param>
/// <param name="Wipe">The MP4 in which an edge goes over the picture, before on its left and after on its right; null for none.</param>
/// <param name="Range">Of the film's frames; null for the stretch of at most half a minute in which most was done.</param>
public sealed record AskRequest(string Output, string? Page, string? Wipe, FrameRange? Range = null, bool Overwrite = false);

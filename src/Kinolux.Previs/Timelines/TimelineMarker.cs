namespace Kinolux.Previs.Timelines;

/// <summary>A note that hangs on a frame.</summary>
/// <param name="Frame">Frames after the beginning of its clip, which may be cut off by now.</param>
/// <param name="Colour">A word in capitals, such as <c>RED</c>.</param>
public sealed record TimelineMarker(long Frame, string Text, string Colour = "RED");

using Kinolux.Core.Time;

namespace Kinolux.Media;

/// <summary>Something about a film that its owner should know before it is worked on.</summary>
/// <param name="Kind">Such as <c>gap</c>, <c>truncated</c>, <c>interlaced</c>, <c>telecined</c>, <c>repacked</c>.</param>
/// <param name="Message">One line for a person.</param>
/// <param name="Frames">Where, when it is not the whole film.</param>
/// <param name="Confidence">0 to 1; 1 for what is simply read off.</param>
public sealed record FilmFinding(string Kind, string Message, FrameRange? Frames = null, double Confidence = 1);

using Kinolux.Core.Time;

namespace Kinolux.Previs.Voices;

/// <summary>A line on the timeline.</summary>
public sealed record PlacedLine(SpokenSound Sound, FrameRange Frames);

namespace Kinolux.Media.Probing;

/// <summary>A stored picture before decoding.</summary>
/// <param name="Pts">When it is shown, in the stream's time base; null where the container does not say.</param>
internal readonly record struct Packet(long? Pts, bool IsKey, bool IsDiscarded, bool IsCorrupt);

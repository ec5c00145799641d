namespace Kinolux.Media;

/// <summary>How an output keeps samples.</summary>
/// <param name="Depth">Bits that each is stored with.</param>
/// <param name="IsExact">True where the samples read back are the very ones written, rounded to that depth; false where the encoder changes them.</param>
public sealed record StoredSamples(int Depth, bool IsExact);

using Kinolux.Core.Review;

namespace Kinolux.Restoration.Verify;

/// <summary>Samples that hang together.</summary>
/// <param name="X">Of the first of them, from the top.</param>
/// <param name="Count">How many there are.</param>
internal readonly record struct Spot(int X, int Y, Box Box, int Count);

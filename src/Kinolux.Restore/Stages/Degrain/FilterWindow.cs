using Kinolux.Core.Frames;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Noise;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>What <see cref="PlaneFilter"/> sees of one plane around a frame: an odd number of frames, null outside the shot, all of one size of at least 8 × 8.</summary>
internal sealed record FilterWindow
{
    public required IReadOnlyList<Plane?> Noisy { get; init; }

    /// <summary>The first pass's results, for the second pass; null in the first.</summary>
    public IReadOnlyList<Plane?>? Basic { get; init; }

    /// <summary>Where blocks alike are searched: the plane itself, or for chroma the luma at its size.</summary>
    public required IReadOnlyList<Plane?> Guide { get; init; }

    /// <summary>For each frame but the middle one, the motion to it from its neighbour on the middle's side; null where none is known.</summary>
    public required IReadOnlyList<FlowField?> Motion { get; init; }

    /// <summary>How much smaller than the motion's plane these planes are, as powers of two.</summary>
    public (int X, int Y) Shift { get; init; }

    public required NoiseCurve Noise { get; init; }

    public GrainShape Shape { get; init; } = GrainShape.Fine;

    /// <summary>By the guide's grey, the most by which two blocks alike may differ: the sum of 64 absolute differences in eighths of a level.</summary>
    public required NoiseCurve Limit { get; init; }

    public int Middle => Noisy.Count / 2;

    /// <summary>The limit for a guide with this much noise.</summary>
    public static NoiseCurve LimitOf(NoiseCurve noise) =>
        // Two blocks that differ by noise alone differ by 2σ/√π a sample; some true difference is let pass, since the transform separates it.
        new(noise.Sigma.Select(sigma => 8 * (1.6f * sigma + 5 * 257f)).ToArray());
}

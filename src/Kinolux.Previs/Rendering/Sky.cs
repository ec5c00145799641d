using System.Numerics;

namespace Kinolux.Previs.Rendering;

/// <summary>What is behind everything, and the light that comes from everywhere. Colours are linear, 0 to 1.</summary>
/// <param name="Zenith">Straight above.</param>
/// <param name="Horizon">At eye level, and below it where there is no ground.</param>
/// <param name="Ambient">Light without a direction.</param>
public sealed record Sky(Vector3 Zenith, Vector3 Horizon, Vector3 Ambient)
{
    public static Sky Day { get; } = new(new Vector3(0.22f, 0.42f, 0.78f), new Vector3(0.72f, 0.82f, 0.9f), new Vector3(0.42f, 0.44f, 0.5f));

    public static Sky Dusk { get; } = new(new Vector3(0.09f, 0.12f, 0.28f), new Vector3(0.85f, 0.42f, 0.2f), new Vector3(0.28f, 0.26f, 0.34f));

    public static Sky Night { get; } = new(new Vector3(0.004f, 0.007f, 0.02f), new Vector3(0.02f, 0.03f, 0.06f), new Vector3(0.07f, 0.085f, 0.14f));
}

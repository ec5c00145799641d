namespace Kinolux.Previs.Cameras;

/// <summary>A prime lens.</summary>
/// <param name="Focal">Millimetres.</param>
/// <param name="Closest">How near it focuses, metres, from the sensor.</param>
public readonly record struct Lens(double Focal, double Closest)
{
    /// <summary>A set such as a rental house hands out; distances as makers of cine primes give them, rounded up.</summary>
    public static IReadOnlyList<Lens> Set { get; } = [new(18, 0.3), new(25, 0.3), new(32, 0.35), new(40, 0.4), new(50, 0.5), new(75, 0.7), new(100, 1), new(135, 1.3)];

    /// <summary>The lens of the set nearest to a length.</summary>
    public static Lens Near(double focal) => Set.MinBy(lens => Math.Abs(Math.Log(lens.Focal / focal)));
}

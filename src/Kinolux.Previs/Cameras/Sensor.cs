namespace Kinolux.Previs.Cameras;

/// <summary>What a camera takes its picture with.</summary>
/// <param name="Name">As its maker calls it.</param>
/// <param name="Width">Millimetres.</param>
/// <param name="Height">Millimetres.</param>
public sealed record Sensor(string Name, double Width, double Height)
{
    /// <summary>Four perforations of 35 mm film, full aperture (SMPTE ST 59): what "a 35 mm lens" has meant since silent film.</summary>
    public static Sensor Super35 { get; } = new("Super 35", 24.89, 18.66);

    public static IReadOnlyList<Sensor> All { get; } = [Super35, new("full frame", 36, 24), new("Super 16", 12.52, 7.41), new("65 mm", 52.48, 23.01)];
}

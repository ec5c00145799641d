using Kinolux.Previs.Cameras;

namespace Kinolux.Previs.Shots;

/// <summary>What a shot asks of its camera, and the camera that gives it.</summary>
/// <param name="Type">What it is for.</param>
/// <param name="Size">Of its first subject.</param>
/// <param name="Subjects">Who it is of, the first first; then who else must be seen.</param>
/// <param name="Asked">Where the first subject's eyes shall be: −1 to 1 from left to right and from bottom to top.</param>
/// <param name="Follows">True where the camera pans with its first subject.</param>
public sealed record Framing(ShotType Type, ShotSize Size, IReadOnlyList<string> Subjects, (double X, double Y) Asked, Camera Camera, bool Follows = false)
{
    /// <summary>For people: <c>MCU ANNA over BOB</c>.</summary>
    public string Words => Type switch
    {
        ShotType.OverShoulder => $"{Size.Short()} {Subjects[0]} over {Subjects[1]}",
        ShotType.Master => Subjects.Count == 0 ? $"{Size.Short()} the place" : $"{Size.Short()} master",
        _ => $"{Size.Short()} {string.Join(" and ", Subjects)}",
    };

    /// <summary>True where both are the same set-up: nothing was moved in between.</summary>
    public bool IsSetUpOf(Framing other) => Type == other.Type && Size == other.Size && Follows == other.Follows && Subjects.SequenceEqual(other.Subjects) && (Camera == other.Camera || (Camera.At - other.Camera.At).Length < 0.02 && Math.Abs(Camera.Pan - other.Camera.Pan) < 0.01 && Camera.Focal == other.Camera.Focal);
}

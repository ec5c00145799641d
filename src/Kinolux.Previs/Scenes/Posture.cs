namespace Kinolux.Previs.Scenes;

/// <summary>What a body does.</summary>
public enum Posture
{
    Stand,
    Sit,
    Lie,
    Walk,
}

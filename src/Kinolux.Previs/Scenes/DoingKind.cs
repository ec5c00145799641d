namespace Kinolux.Previs.Scenes;

/// <summary>How somebody moves.</summary>
public enum DoingKind
{
    Enter,
    Exit,
    Sit,
    Rise,
    Walk,
}

namespace Kinolux.Restore.Survey;

/// <summary>How a shot begins.</summary>
public enum Transition
{
    Cut,
    Dissolve,
    Fade,
}

namespace Kinolux.Script.Files;

/// <summary>How a screenplay is stored.</summary>
public enum ScriptFormat
{
    Fountain,
    FinalDraft,
}

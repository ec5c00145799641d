namespace Kinolux.Script.Files;

/// <summary>How a screenplay is stored.</summary>
public enum ScriptFormat
{
    Fountain,
    FinalDraft,

    /// <summary>A table with a line of a stage play in each row; read, never written.</summary>
    StagePlay,
}

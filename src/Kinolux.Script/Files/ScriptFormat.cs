namespace Kinolux.Script.Files;

/// <summary>How a screenplay is stored.</summary>
public enum ScriptFormat
{
    Fountain,
    FinalDraft,

    /// <summary>A table with a line of a stage play in each row; read, never written.</summary>
    StagePlay,

    /// <summary>A text set as a page, whose places say what is what; read, never written.</summary>
    PageText,

    /// <summary>Read by where its lines stand; printed, not written.</summary>
    Pdf,
}

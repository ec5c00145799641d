namespace Kinolux.Script.Model;

/// <summary>A screenplay as the text of a format, with what that cannot hold.</summary>
/// <param name="Losses">By kind, in the order of their first; empty where nothing is lost.</param>
public sealed record WrittenScript(string Text, IReadOnlyList<ScriptLoss> Losses);

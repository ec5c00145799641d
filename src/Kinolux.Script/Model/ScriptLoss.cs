namespace Kinolux.Script.Model;

/// <summary>What a format cannot hold of a script that was written in it.</summary>
/// <param name="Kind">In words, singular: <c>revision run</c>.</param>
/// <param name="Line">Where the first is in the script that was read, counted from 0.</param>
public sealed record ScriptLoss(string Kind, int Count, int Line);

namespace Kinolux.Script.Model;

/// <summary>Something that a script's file says and a <see cref="Screenplay"/> has no place for: a colour, the settings of a program, an element that nobody knows. It stays in the source.</summary>
/// <param name="Kind">In words, singular: <c>colour</c>, <c>unknown element</c>.</param>
/// <param name="What">What it is called or says.</param>
/// <param name="Line">Where, counted from 0.</param>
public sealed record ScriptExtra(string Kind, string What, int Line);

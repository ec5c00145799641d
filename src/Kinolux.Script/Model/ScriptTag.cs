namespace Kinolux.Script.Model;

/// <summary>Something that a scene needs, marked in its text: a breakdown tag.</summary>
/// <param name="Number">What runs point at.</param>
/// <param name="Category">Such as <c>Props</c>.</param>
/// <param name="Label">What it is called, whatever words it stands on.</param>
public sealed record ScriptTag(int Number, string Category, string Label);

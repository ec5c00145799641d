using Kinolux.Script.Model;

namespace Kinolux.Script.Identity;

/// <summary>An element as it was seen last, by its lasting name.</summary>
/// <param name="Name">Its scene's, and a number within that: <c>sc-2/5</c>.</param>
/// <param name="Text">Its content.</param>
public sealed record KnownElement(string Name, ElementKind Kind, string Text);

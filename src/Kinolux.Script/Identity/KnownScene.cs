namespace Kinolux.Script.Identity;

/// <summary>A scene as it was seen last, by its lasting name.</summary>
/// <param name="Name"><c>sc-2</c>; <see cref="ScriptIdentity.Top"/> for what stands before the first heading.</param>
/// <param name="Next">The number that its next new element gets.</param>
/// <param name="Elements">Its heading first.</param>
public sealed record KnownScene(string Name, int Next, IReadOnlyList<KnownElement> Elements);

namespace Kinolux.Script.Identity;

/// <summary>Two scenes that read so alike that a change of the script tells not which is which: a person says.</summary>
/// <param name="Scene">The name that it was taken for.</param>
/// <param name="Other">The name that it may have just as well.</param>
public sealed record SceneDoubt(string Scene, string Other);

namespace Kinolux.Script.Model;

/// <summary>What a format says of a scene beside its heading and number.</summary>
/// <param name="Length">Pages and eighths as written, such as <c>1 3/8</c>; empty where it does not say.</param>
/// <param name="Page">The page that it begins on, as written.</param>
/// <param name="Title">A name for it that is not printed.</param>
/// <param name="Color">As written, such as <c>#FFFF00000000</c>.</param>
public sealed record SceneProperties(string Length, string Page, string Title, string Color);

namespace Kinolux.Previs.Scenes;

/// <summary>What somebody does that moves them.</summary>
/// <param name="Who">A person's name.</param>
/// <param name="To">Whom or what they go to; null where the text does not say.</param>
public sealed record Doing(string Who, DoingKind Kind, string? To = null);

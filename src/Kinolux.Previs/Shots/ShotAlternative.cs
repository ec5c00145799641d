namespace Kinolux.Previs.Shots;

/// <summary>A shot that was not taken.</summary>
/// <param name="Cost">How much worse the scene would be with it.</param>
/// <param name="Reason">Why it was not.</param>
public sealed record ShotAlternative(Framing Framing, double Cost, string Reason);

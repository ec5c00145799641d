namespace Kinolux.Script.People;

/// <summary>Two names that may be one person's. A person decides; nothing is merged before.</summary>
/// <param name="Name">The name that speaks more.</param>
/// <param name="Other">The other one.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Why">What speaks for it and against.</param>
public sealed record AliasProposal(string Name, string Other, double Confidence, string Why);

namespace Kinolux.Core.Review;

/// <summary>Who or what proposes: a stage, a model or a person.</summary>
/// <param name="Name">Stage or model id, or the person's name.</param>
/// <param name="Version">Version of the stage's algorithm or hash of the model; empty for a person.</param>
/// <param name="IsPerson">True for a person's own wish.</param>
/// <param name="Settings">The settings it ran with, as in the plan; null where there are none.</param>
/// <param name="Seed">The seed, where chance played a part.</param>
public sealed record ProposalSource(string Name, string Version, bool IsPerson = false, string? Settings = null, long? Seed = null);

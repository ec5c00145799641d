using Kinolux.Core.Review;

namespace Kinolux.Work.Review;

/// <summary>Where what an output shows at a spot comes from, and the same for a person.</summary>
/// <param name="Words">A sentence.</param>
/// <param name="Proposal">The one whose repair it is, soft edges included; null for none.</param>
public sealed record OriginSaid(Origin Origin, string Words, string? Proposal = null);

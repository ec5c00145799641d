using Kinolux.Core.Review;

namespace Kinolux.Production.Work;

/// <summary>One answer to why: a proposal that was about the place, from whom, and how it was decided.</summary>
public sealed record Reason(ProposalGroup Group, Decided Decided);

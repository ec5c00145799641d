using Kinolux.Core.Review;

namespace Kinolux.Studio.Serving;

/// <summary>What can be proposed or marked.</summary>
internal sealed record KindList(IReadOnlyList<ProposalKind> Kinds);

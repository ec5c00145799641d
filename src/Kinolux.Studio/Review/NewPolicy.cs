using Kinolux.Core.Review;

namespace Kinolux.Studio.Review;

/// <summary>Rules to decide by.</summary>
internal sealed record NewPolicy(string Name, IReadOnlyList<PolicyRule> Rules);

using Kinolux.Core.Review;
using Kinolux.Production.Work;

namespace Kinolux.Studio.Review;

/// <summary>The proposals in groups, and the decisions that nothing matches now.</summary>
internal sealed record GroupList(IReadOnlyList<GroupCount> Groups, IReadOnlyList<Decision> Unmatched);

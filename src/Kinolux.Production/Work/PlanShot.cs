using Kinolux.Core.Review;
using Kinolux.Restore.Survey;

namespace Kinolux.Production.Work;

/// <summary>A shot and what is proposed for all of it. A person may change the proposals' <c>change</c>; such changes are kept when the plan is made again.</summary>
public sealed record PlanShot(Shot Shot, IReadOnlyList<Proposal> Proposals);

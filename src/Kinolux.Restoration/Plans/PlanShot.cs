using System.Globalization;
using System.Text.Json.Serialization;
using Kinolux.Core.Review;
using Kinolux.Restore.Survey;

namespace Kinolux.Restoration.Plans;

/// <summary>A shot and what is proposed for all of it. A person may change the proposals' <c>change</c>; such changes are kept when the plan is made again.</summary>
public sealed record PlanShot(Shot Shot, IReadOnlyList<Proposal> Proposals)
{
    /// <summary>As a part of the film: <c>3</c>.</summary>
    [JsonIgnore]
    public string Name => Shot.Index.ToString(CultureInfo.InvariantCulture);
}

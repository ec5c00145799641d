using System.Text.Json.Nodes;
using Kinolux.Core.Review;

namespace Kinolux.Studio.Review;

/// <summary>A decision as a page takes it.</summary>
/// <param name="Names">Proposals (<c>dirt-00012-3fa9c1c0</c>), groups (<c>3:dirt</c>) or kinds (<c>dirt</c>).</param>
/// <param name="Change">With the verdict edit: what to do instead, such as <c>{"donor": -1}</c>.</param>
/// <param name="Mask">With the verdict edit: the region to use instead.</param>
internal sealed record NewDecision(IReadOnlyList<string> Names, Verdict Verdict, string? Reason = null, JsonObject? Change = null, RegionMask? Mask = null);

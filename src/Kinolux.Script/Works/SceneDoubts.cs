using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Script.Identity;
using Kinolux.Work.Log;

namespace Kinolux.Script.Works;

/// <summary>Asks which of scenes that read alike is which, and reads what people answered.</summary>
internal static class SceneDoubts
{
    private const string Scene = "scene", Instead = "instead";

    // Neither has more for it.
    private const double Even = 0.5;

    /// <summary>A question for each scene that may be another, where it is in the script now.</summary>
    public static IEnumerable<Proposal> Proposals(ScriptVersion version)
    {
        var elements = version.Document.Elements;
        foreach (var doubts in version.Seen.Doubts.GroupBy(doubt => doubt.Scene))
            if (elements.Index().FirstOrDefault(element => element.Item.Name == doubts.Key) is { Item: not null } heading)
                yield return Proposal.Of(
                    ScriptKinds.SameScene, version.PlaceOf(heading.Index, ""), $"Taken for {doubts.Key}, and reads the same as {string.Join(" and ", doubts.Select(doubt => doubt.Other))}: is it that one?", Even, new ProposalSource("identity", "1"),
                    [new Evidence("what both say is the same, and as much of the script would have moved")],
                    new JsonObject { [Scene] = doubts.Key, [Instead] = doubts.First().Other });
    }

    /// <summary>True where a person said that a scene is the other one: by rejecting, or by an edit that names it.</summary>
    public static bool IsOther(SceneDoubt doubt, ScriptIdentity seen, ReviewRecord review) =>
        review.Decisions.LastOrDefault(decision => decision.Kind == ScriptKinds.SameScene && decision.Place is TextPlace place && place.Element == doubt.Scene) switch
        {
            { Verdict: Verdict.Reject } => seen.Doubts.First(other => other.Scene == doubt.Scene) == doubt,
            { Verdict: Verdict.Edit, Change: { } change } => change[Instead] is JsonValue name && name.TryGetValue<string>(out var other) && other == doubt.Other,
            _ => false,
        };
}

using Kinolux.Core.Review;
using Kinolux.Work.Log;

namespace Kinolux.Restoration.Chunks;

/// <summary>A proposal made while a chunk was at work, and how it was decided then.</summary>
/// <param name="Proposal">As the stage made it.</param>
/// <param name="Edited">As applied, where a person edited it.</param>
/// <param name="Own">False where it came up in the overlap and belongs to a neighbouring chunk.</param>
internal sealed record ChunkProposal(Proposal Proposal, Verdict Verdict, string By, string? Reason, Proposal? Edited, bool Own)
{
    public static ChunkProposal Of(Proposal proposal, Decided decided, bool own) =>
        new(proposal, decided.Verdict, decided.By, decided.Reason, decided.Verdict == Verdict.Edit ? decided.Proposal : null, own);

    public Decided Decided => new(Edited ?? Proposal, Verdict, By, Reason);

    /// <summary>True where <paramref name="now"/> leads to the same picture.</summary>
    public bool SameAs(Decided now) =>
        Decided.Applies == now.Applies && (!now.Applies || Same(Decided.Proposal, now.Proposal));

    private static bool Same(Proposal a, Proposal b) =>
        System.Text.Json.Nodes.JsonNode.DeepEquals(a.Change, b.Change) &&
        (a.Region, b.Region) switch
        {
            (null, null) => true,
            ({ } x, { } y) => x.Box == y.Box && x.Runs.SequenceEqual(y.Runs),
            _ => false,
        };
}

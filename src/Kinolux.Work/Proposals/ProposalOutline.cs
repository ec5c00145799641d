using Kinolux.Core.Review;

namespace Kinolux.Work.Proposals;

/// <summary>A proposal without its words: what deciding, counting and finding it by place needs. A feature's million of them fit into memory.</summary>
/// <param name="Group">Part, kind and source.</param>
/// <param name="Place">Where in the document as it is now; of a region its whole box.</param>
/// <param name="Rendered">How the last run took it; null for a wish that no run has seen.</param>
/// <param name="Line">Where the rest of it is read.</param>
/// <param name="Wish">The proposal itself, where it is a person's own.</param>
public sealed record ProposalOutline(ProposalGroup Group, string Id, Place Place, double Confidence, Verdict? Rendered, LineSpot Line, Proposal? Wish = null)
{
    /// <summary>What a reviewer needs to decide on it.</summary>
    public Proposal Bare => Wish ?? new Proposal(Id, Group.Kind, Place, "", Confidence, Group.Source, []);
}

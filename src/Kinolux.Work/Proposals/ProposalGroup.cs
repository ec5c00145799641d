using Kinolux.Core.Review;

namespace Kinolux.Work.Proposals;

/// <summary>What all proposals of one file share.</summary>
/// <param name="Number">The part's place among the document's parts, from 1; 0 for none.</param>
/// <param name="Part">The part's name; empty for none.</param>
public sealed record ProposalGroup(int Number, string Part, string Kind, ProposalSource Source)
{
    /// <summary>How a person names the group: <c>3:dirt</c>.</summary>
    public string Name => $"{Part}:{Kind}";

    public static ProposalGroup Of(Part? part, string kind, ProposalSource source) => new(part?.Number ?? 0, part?.Id ?? "", kind, source);
}

using Kinolux.Core.Review;
using Kinolux.Production.Work;

namespace Kinolux.Production.Review;

/// <summary>How a proposal stands by the decisions taken so far.</summary>
/// <param name="Edit">What a person wants instead; null where nobody did.</param>
public readonly record struct Standing(Verdict Verdict, string By, string? Reason, Edit? Edit)
{
    public bool Applies => Verdict is Verdict.Accept or Verdict.Edit;

    internal static Standing Of(Proposal proposal, Decided decided)
    {
        var (change, mask) = (decided.Proposal.Change, decided.Proposal.Region);
        return new Standing(decided.Verdict, decided.By, decided.Reason, decided.Verdict != Verdict.Edit ? null
            : new Edit(ReferenceEquals(change, proposal.Change) ? null : change, ReferenceEquals(mask, proposal.Region) ? null : mask));
    }
}

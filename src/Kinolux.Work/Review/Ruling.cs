using System.Text.Json.Serialization;
using Kinolux.Core.Review;
using Kinolux.Work.Log;

namespace Kinolux.Work.Review;

/// <summary>What was decided about a proposal, by whom and why.</summary>
/// <param name="Edit">What a person wants instead; null where nobody did. A proposal that is shown has it worked in.</param>
public sealed record Ruling(Verdict Verdict, string By, string? Reason, [property: JsonIgnore] Edit? Edit = null)
{
    [JsonIgnore]
    public bool Applies => Verdict is Verdict.Accept or Verdict.Edit;

    internal static Ruling Of(Proposal proposal, Decided decided)
    {
        var (change, mask) = (decided.Proposal.Change, (decided.Proposal.Place as FilmPlace)?.Region);
        return new Ruling(decided.Verdict, decided.By, decided.Reason, decided.Verdict != Verdict.Edit ? null
            : new Edit(ReferenceEquals(change, proposal.Change) ? null : change, ReferenceEquals(mask, (proposal.Place as FilmPlace)?.Region) ? null : mask));
    }
}

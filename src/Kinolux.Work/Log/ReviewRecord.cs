using System.Security.Cryptography;
using System.Text.Json;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Work.Log;

/// <summary>What a review log says.</summary>
/// <param name="Entries">Every line, the oldest first.</param>
/// <param name="Lines">How many lines of the log these are; what stood in other files before there was one log is no line of it.</param>
public sealed record ReviewRecord(IReadOnlyList<ReviewEntry> Entries, int Lines)
{
    private readonly HashSet<string> _withdrawn = [.. Entries.OfType<WithdrawalEntry>().Where(entry => entry.Batch is null).Select(entry => entry.Withdraws)];

    /// <summary>The decisions that stand, the oldest first.</summary>
    public IReadOnlyList<Decision> Decisions => field ??= [.. Standing.OfType<DecisionEntry>().Select(entry => entry.Decision)];

    /// <summary>The wishes that stand, in the order in which they were made.</summary>
    public IReadOnlyList<Proposal> Wishes => field ??= [.. Wished()];

    /// <summary>The policy that was set last; null where the standard one decides.</summary>
    public Policy? Policy => Standing.OfType<PolicyEntry>().LastOrDefault()?.Policy;

    /// <summary>The SHA-256 of what stands: what was made from it is stale where that is another.</summary>
    public string Hash() => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Decisions, Wishes, Policy }, KinoluxJson.Line)));

    /// <summary>How it decides: a person's last word, else the policy.</summary>
    /// <param name="kinds">That proposals may be of: what the standard policy is made from.</param>
    /// <param name="anchor">Where a stored place is in the document now; what has none for sure decides nothing. Null where places do not move.</param>
    public Reviewer Reviewer(IReadOnlyList<ProposalKind> kinds, Func<Place, Anchored>? anchor = null) =>
        new(Policy ?? Policies.Standard(kinds), Anchored(anchor ?? (place => new Anchored(Anchoring.Found, place))).Where(item => item.State is Anchoring.Found or Anchoring.Moved).Select(item => item.Decision));

    /// <summary>The decisions that stand with their places as the document has them now, the oldest first.</summary>
    public IEnumerable<(Decision Decision, Anchoring State)> Anchored(Func<Place, Anchored> anchor)
    {
        foreach (var decision in Decisions)
            if (anchor(decision.Place) is var there)
                yield return (ReferenceEquals(there.Place, decision.Place) ? decision : decision with { Place = there.Place }, there.State);
    }

    /// <summary>What was not undone.</summary>
    public IEnumerable<ReviewEntry> Standing => Entries.Where(entry => !IsUndone(entry));

    public bool IsUndone(ReviewEntry entry) => entry.Batch is { } batch && _withdrawn.Contains(batch);

    private IEnumerable<Proposal> Wished()
    {
        var wishes = new OrderedDictionary<string, Proposal>();
        foreach (var entry in Standing)
            if (entry is WishEntry { Wish: var wish })
                wishes.TryAdd(wish.Id, wish);
            else if (entry is WithdrawalEntry { Withdraws: var id })
                wishes.Remove(id);
        return wishes.Values;
    }
}

using Kinolux.Core.Review;

namespace Kinolux.Production.Work;

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

    /// <summary>How it decides: a person's last word, else the policy.</summary>
    public Reviewer Reviewer() => new(Policy ?? StandardPolicy.Value, Decisions);

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

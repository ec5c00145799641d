using Kinolux.Core.Review;

namespace Kinolux.Work.Log;

/// <summary>One line of a review log: what a person said, when, and in which batch.</summary>
/// <param name="Batch">Names what was said in one go, and is undone in one; null for an undo, which cannot be undone, and for lines of before there were batches.</param>
public abstract record ReviewEntry(string By, DateTimeOffset At, string? Batch);

/// <summary>A verdict on proposals.</summary>
public sealed record DecisionEntry(Decision Decision) : ReviewEntry(Decision.By, Decision.At, Decision.Batch);

/// <summary>What a person wants done that nothing proposed.</summary>
public sealed record WishEntry(Proposal Wish, string By, DateTimeOffset At, string? Batch) : ReviewEntry(By, At, Batch);

/// <summary>The rules that decide from here on where nobody does.</summary>
public sealed record PolicyEntry(Policy Policy, string By, DateTimeOffset At, string? Batch) : ReviewEntry(By, At, Batch);

/// <summary>Takes a batch or a wish back.</summary>
/// <param name="Withdraws">The batch, or the wish's id.</param>
public sealed record WithdrawalEntry(string Withdraws, string By, DateTimeOffset At, string? Batch) : ReviewEntry(By, At, Batch);

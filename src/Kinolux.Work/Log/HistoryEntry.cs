using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Work.Log;

/// <summary>What a person said in one go.</summary>
/// <param name="Words">It in one line.</param>
/// <param name="Kind">Left out where it was about several kinds or none, as place and verdict are where they differ.</param>
/// <param name="Undone">True where it was taken back since.</param>
public sealed record HistoryEntry(DateTimeOffset At, string By, string Words, string? Kind, string? Place, Verdict? Verdict, string? Reason, string? Batch, bool Undone)
{
    private const int Most = 500;

    /// <summary>The latest first. What stood in a work folder before there was one log has no time, and is left out unless it was a decision.</summary>
    internal static IReadOnlyList<HistoryEntry> Of(ReviewRecord record, int count)
    {
        var batches = record.Entries.Where(entry => entry.At != default)
            .GroupBy(entry => entry.Batch ?? $"{entry.At:O} {(entry as DecisionEntry)?.Decision.Kind} {(entry as DecisionEntry)?.Decision.Place.Words} {(entry as WithdrawalEntry)?.Withdraws}")
            .Select(batch => batch.ToList()).ToList();
        var words = batches.Where(batch => batch[0].Batch is not null).DistinctBy(batch => batch[0].Batch).ToDictionary(batch => batch[0].Batch ?? "", Said);
        return [.. Enumerable.Reverse(batches).Take(Math.Clamp(count, 0, Most)).Select(batch => Of(batch, record.IsUndone(batch[0]), words))];
    }

    private static HistoryEntry Of(List<ReviewEntry> batch, bool undone, Dictionary<string, string> words)
    {
        var last = batch[^1];
        List<Decision> decisions = [.. batch.OfType<DecisionEntry>().Select(entry => entry.Decision)];
        var said = last is WithdrawalEntry { Batch: null } undo ? $"Taken back: {words.GetValueOrDefault(undo.Withdraws, undo.Withdraws)}" : Said(batch);
        return new HistoryEntry(
            last.At, last.By, said, Same(decisions, decision => decision.Kind),
            Same(decisions, decision => decision.Place.Words), Same(decisions, decision => decision.Verdict.ToString()) is null ? null : decisions[^1].Verdict,
            Same(decisions, decision => decision.Reason ?? "") is { Length: > 0 } reason ? reason : null, last.Batch, undone);
    }

    private static string Said(List<ReviewEntry> batch)
    {
        List<string> parts = [];
        if (batch.OfType<PolicyEntry>().LastOrDefault() is { } set)
            parts.Add($"policy {set.Policy.Name}");
        if (batch.OfType<DecisionEntry>().Select(entry => entry.Decision).ToList() is { Count: > 0 } decisions)
            parts.Add(Said(decisions));
        List<Proposal> wishes = [.. batch.OfType<WishEntry>().Select(entry => entry.Wish)];
        if (wishes.Count > 0)
            parts.Add($"{What(wishes.Count, Same(wishes, wish => wish.Kind))}{Where(Same(wishes, wish => wish.Place.Words))}: marked");
        if (batch.OfType<WithdrawalEntry>().FirstOrDefault() is { } withdrawn)
            parts.Add($"mark taken back: {withdrawn.Withdraws}");
        return string.Join("; ", parts);
    }

    private static string Said(List<Decision> batch) =>
        $"{What(batch.Count, Same(batch, decision => decision.Kind))}{Where(Same(batch, decision => decision.Place.Words))}: {Verdicts(Same(batch, decision => decision.Verdict.ToString()))}";

    private static string What(int count, string? kind) => count > 1 ? $"{count} × {kind ?? "several kinds"}" : kind ?? "";

    private static string Where(string? place) => place is null ? "" : $", {place}";

    private static string? Same<T>(List<T> batch, Func<T, string> part) =>
        batch.Count > 0 && batch.All(item => part(item) == part(batch[0])) ? part(batch[0]) : null;

    private static string Verdicts(string? verdict) => verdict switch
    {
        nameof(Core.Review.Verdict.Accept) => "accepted",
        nameof(Core.Review.Verdict.Reject) => "rejected",
        nameof(Core.Review.Verdict.Edit) => "edited",
        nameof(Core.Review.Verdict.Wait) => "to be decided again",
        _ => "decided",
    };
}

using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Studio.Review;

/// <summary>What a person decided in one go, and has not taken back.</summary>
/// <param name="Words">It in one line.</param>
/// <param name="Kind">Left out where it was about several kinds, as frames and verdict are where they differ.</param>
internal sealed record HistoryEntry(DateTimeOffset At, string By, string Words, string? Kind, FrameRange? Frames, Verdict? Verdict, string? Reason, string? Batch)
{
    /// <summary>The latest first.</summary>
    public static IReadOnlyList<HistoryEntry> Of(IReadOnlyList<Decision> decisions, int count) =>
    [
        .. decisions.GroupBy(decision => decision.Batch ?? $"{decision.At:O} {decision.Kind} {decision.Frames}").Select(batch => Of([.. batch])).Reverse().Take(Math.Clamp(count, 0, 500)),
    ];

    private static HistoryEntry Of(IReadOnlyList<Decision> batch)
    {
        var kind = Same(batch, decision => decision.Kind);
        var frames = Same(batch, decision => decision.Frames.ToString());
        var verdict = Same(batch, decision => decision.Verdict.ToString());
        var what = batch.Count > 1 ? $"{batch.Count} × {kind ?? "several kinds"}" : kind;
        var last = batch[^1];
        return new HistoryEntry(
            last.At, last.By, $"{what}{(frames is null ? "" : frames.Contains('-', StringComparison.Ordinal) ? $", frames {frames}" : $", frame {frames}")}: {Said(verdict)}",
            kind, frames is null ? null : last.Frames, verdict is null ? null : last.Verdict, Same(batch, decision => decision.Reason ?? "") is { Length: > 0 } reason ? reason : null, last.Batch);
    }

    private static string? Same(IReadOnlyList<Decision> batch, Func<Decision, string> part) =>
        batch.All(decision => part(decision) == part(batch[0])) ? part(batch[0]) : null;

    private static string Said(string? verdict) => verdict switch
    {
        nameof(Core.Review.Verdict.Accept) => "accepted",
        nameof(Core.Review.Verdict.Reject) => "rejected",
        nameof(Core.Review.Verdict.Edit) => "edited",
        nameof(Core.Review.Verdict.Wait) => "to be decided again",
        _ => "decided",
    };
}

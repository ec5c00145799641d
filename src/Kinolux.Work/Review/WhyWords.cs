using System.Globalization;
using Kinolux.Core.Review;

namespace Kinolux.Work.Review;

/// <summary>An answer to why as lines for a person: the same wherever it is asked.</summary>
public static class WhyWords
{
    public static IEnumerable<string> Of(WhyAnswer answer) =>
        ((IEnumerable<string?>)[answer.Words, answer.Remark]).Where(line => !string.IsNullOrEmpty(line)).Select(line => line ?? "").Concat(answer.Reasons.SelectMany(Of));

    /// <summary>One of its reasons.</summary>
    public static IEnumerable<string> Of(ProposalView proposal)
    {
        yield return proposal.Rendered is { } rendered ? Said(rendered) : "not rendered yet";
        if (proposal.Rendered is not { } last || (last.Verdict, last.By) != (proposal.Now.Verdict, proposal.Now.By))
            yield return $"  decided now: {Said(proposal.Now)}; the next run renders it";
        yield return Say($"  {proposal.Id}  {proposal.Summary}  ({proposal.Where}, confidence {proposal.Confidence:0.00})");
        yield return $"  proposed by {proposal.Source.Name}{(proposal.Source.Version.Length > 0 ? $" version {proposal.Source.Version}" : "")}";
        if ((proposal.Rendered ?? proposal.Now).Applies && proposal.Says is { } says)
            yield return $"  {says}";
        foreach (var (what, value, threshold) in proposal.Evidence.Select(evidence => (evidence.What, evidence.Value, evidence.Threshold)))
            yield return Say($"  - {what}{(value is { } measured ? Say($": {measured:0.###}") : "")}{(threshold is { } least ? Say($" (threshold {least:0.###})") : "")}");
    }

    private static string Said(Ruling ruling) => ruling.Verdict switch
    {
        Verdict.Accept => "accepted by ",
        Verdict.Edit => "edited by ",
        Verdict.Reject => "rejected by ",
        _ => "waits, by ",
    } + ruling.By + (ruling.Reason is null ? "" : $": {ruling.Reason}");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

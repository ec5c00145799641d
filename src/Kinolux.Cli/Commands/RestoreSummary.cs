using System.Globalization;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Work.Log;

namespace Kinolux.Cli.Commands;

/// <summary>What a run did, for people.</summary>
internal static class RestoreSummary
{
    public static void Show(CliContext context, RestoreOutcome outcome)
    {
        if (outcome.Kinds.Count > 0)
        {
            context.Table(
                ["kind", "found", "applied", "waiting", "rejected"],
                outcome.Kinds.Select(kind => (IReadOnlyList<string>)[kind.Kind, Number(kind.Found), Number(kind.Applied), Number(kind.Waiting), Number(kind.Rejected)]));
            context.Out.WriteLine();
        }
        foreach (var note in outcome.Notes)
            context.Out.WriteLine($"note: {note}");
        context.Out.WriteLine(Say($"{outcome.Frames} frames in {outcome.Shots} shots, {outcome.Seconds:0.0} s ({outcome.Frames / Math.Max(0.001, outcome.Seconds):0.0} frames/s); {outcome.ChunksMade} of {outcome.Chunks} chunks made"));
        if (outcome is { Output: not null, Shares: { } shares })
            context.Out.WriteLine(string.Join(", ", shares.Parts.Select(part => Say($"{part.Name.ToLowerInvariant()} {part.Share:P2}"))));
        context.Out.WriteLine($"policy: {outcome.Policy}{(outcome.Policy == Policies.Names[0] ? $" (what is more likely right than wrong was done; --policy {Policies.Names[1]} does only what is nearly sure)" : "")}");
        context.Out.WriteLine($"plan:   {outcome.Plan}");
        if (outcome.Output is not null)
            context.Out.WriteLine($"film:   {outcome.Output}");
        if (outcome.Report is not null)
        {
            context.Out.WriteLine($"report: {outcome.Report}");
            context.Out.WriteLine($"record: {outcome.Record}");
        }
        ShowWaiting(context, outcome);
    }

    /// <summary>What nobody has decided yet, by kind: repeats that may be holds, for one.</summary>
    public static void ShowWaiting(CliContext context, RestoreOutcome outcome)
    {
        var waiting = outcome.Kinds.Where(kind => kind.Waiting > 0).ToList();
        if (waiting.Count > 0)
            context.Out.WriteLine(Say($"{outcome.Questions} question{(outcome.Questions == 1 ? "" : "s")} for you about {waiting.Sum(kind => kind.Waiting)} proposals that wait ({string.Join(", ", waiting.Select(kind => Say($"{kind.Waiting} {kind.Kind}")))}): kinolux review {outcome.Work} --list"));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

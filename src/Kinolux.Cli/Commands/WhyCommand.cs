using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux why OUT --at FRAME[,X,Y]</c>: which proposals touched that place, on what evidence, and who decided.</summary>
internal static class WhyCommand
{
    public static Command Create(CliContext context)
    {
        var output = new Argument<string>("OUT") { Description = "An output, or its work folder." };
        var at = new Option<string>("--at") { Description = "Of a film a frame, or a place in it in luma samples from the top left; of a text a line.", HelpName = "FRAME[,X,Y]|LINE", Required = true };
        var command = new KinoluxCommand("why", "Says why an output looks as it does at a place.", "why restored.mkv --at 12", "why restored.mkv --at 12,300,200") { output, at };
        command.SetAction(parsed => Run(context, parsed.GetValue(output) ?? "", parsed.GetValue(at) ?? ""));
        return command;
    }

    private static int Run(CliContext context, string output, string place)
    {
        using var work = context.Engines.Open(output);
        var answer = new WorkReview(work, context.Time, context.Person).Why(place);
        context.Write(answer, () =>
        {
            if (answer.Remark is { } remark)
                context.Out.WriteLine(remark);
            else if (answer.Reasons.Count == 0)
                context.Out.WriteLine("Nothing was proposed here: the output has what the source has.");
            foreach (var reason in answer.Reasons)
                Show(context, reason);
        });
        return 0;
    }

    private static void Show(CliContext context, ProposalView proposal)
    {
        context.Out.WriteLine(proposal.Rendered is { } rendered ? Said(rendered) : "not rendered yet");
        if (proposal.Rendered is not { } last || (last.Verdict, last.By) != (proposal.Now.Verdict, proposal.Now.By))
            context.Out.WriteLine($"  decided now: {Said(proposal.Now)}; the next run renders it");
        context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {proposal.Id}  {proposal.Summary}  ({proposal.Where}, confidence {proposal.Confidence:0.00})"));
        context.Out.WriteLine($"  proposed by {proposal.Source.Name}{(proposal.Source.Version.Length > 0 ? $" version {proposal.Source.Version}" : "")}");
        if ((proposal.Rendered ?? proposal.Now).Applies && proposal.Says is { } says)
            context.Out.WriteLine($"  {says}");
        foreach (var evidence in proposal.Evidence)
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  - {evidence.What}{(evidence.Value is { } measured ? $": {measured:0.###}" : "")}{(evidence.Threshold is { } threshold ? $" (threshold {threshold:0.###})" : "")}"));
    }

    private static string Said(Ruling ruling) => ruling.Verdict switch
    {
        Core.Review.Verdict.Accept => "accepted by ",
        Core.Review.Verdict.Edit => "edited by ",
        Core.Review.Verdict.Reject => "rejected by ",
        _ => "waits, by ",
    } + ruling.By + (ruling.Reason is null ? "" : $": {ruling.Reason}");
}

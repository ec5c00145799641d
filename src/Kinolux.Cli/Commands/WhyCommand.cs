using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Production.Review;
using Kinolux.Production.Work;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux why OUT --at FRAME[,X,Y]</c>: which proposals touched that place, on what evidence, and who decided.</summary>
internal static class WhyCommand
{
    public static Command Create(CliContext context)
    {
        var output = new Argument<string>("OUT") { Description = "A restored film, or its work folder." };
        var at = new Option<string>("--at") { Description = "A frame, or a place in it, in luma samples from the top left.", HelpName = "FRAME[,X,Y]", Required = true };
        var command = new Command("why", "Says why an output looks as it does at a place.") { output, at };
        command.SetAction(parsed => Run(context, parsed.GetValue(output) ?? "", parsed.GetValue(at) ?? ""));
        return command;
    }

    private static int Run(CliContext context, string output, string place)
    {
        var (frame, point) = Parse(place);
        using var work = WorkFolder.Open(output);
        var answer = new WorkReview(work, context.Time, context.Person).Why(frame, point);
        context.Write(answer, () =>
        {
            if (answer.Outside)
                context.Out.WriteLine("This place is outside the printed frame: nothing here is taken for dirt, scratch or stain.");
            else if (answer.Reasons.Count == 0)
                context.Out.WriteLine("Nothing was proposed here: the picture is the film's own.");
            foreach (var reason in answer.Reasons)
                Show(context, reason);
        });
        return 0;
    }

    private static void Show(CliContext context, ProposalView proposal)
    {
        context.Out.WriteLine(proposal.Rendered is { } rendered ? Said(rendered) : "not rendered yet");
        if (proposal.Rendered is not { } last || (last.Verdict, last.By) != (proposal.Now.Verdict, proposal.Now.By))
            context.Out.WriteLine($"  decided now: {Said(proposal.Now)}; the next kinolux restore renders it");
        context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {proposal.Id}  {proposal.Summary}  (frames {proposal.Frames}, confidence {proposal.Confidence:0.00})"));
        context.Out.WriteLine($"  proposed by {proposal.Source.Name}{(proposal.Source.Version.Length > 0 ? $" version {proposal.Source.Version}" : "")}");
        if ((proposal.Rendered ?? proposal.Now).Applies && proposal.Change?["donor"] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue(out int donor) && donor != 0)
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  filled from {Math.Abs(donor)} frame{(Math.Abs(donor) == 1 ? "" : "s")} {(donor < 0 ? "before" : "after")}"));
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

    private static (int Frame, (int X, int Y)? Point) Parse(string place)
    {
        var parts = place.Split(',');
        var numbers = new int[parts.Length];
        for (var i = 0; i < parts.Length; i++)
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                throw FaultException.Of("KX2018", ("place", place));
        return numbers switch
        {
            [var frame] => (frame, null),
            [var frame, var x, var y] => (frame, (x, y)),
            _ => throw FaultException.Of("KX2018", ("place", place)),
        };
    }
}

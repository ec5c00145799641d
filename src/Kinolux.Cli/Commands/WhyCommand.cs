using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
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
        var reasons = Why.At(work, frame, point).ToList();
        var outside = point is { } at && File.Exists(work.PlanPath) && Plan.Read(work.PlanPath).IsOutside(frame, at.X, at.Y);
        context.Write(new { frame, x = point?.X, y = point?.Y, outside, reasons }, () =>
        {
            if (outside)
                context.Out.WriteLine("This place is outside the printed frame: nothing here is taken for dirt, scratch or stain.");
            else if (reasons.Count == 0)
                context.Out.WriteLine("Nothing was proposed here: the picture is the film's own.");
            foreach (var reason in reasons)
                Show(context, reason.Group, reason.Decided);
        });
        return 0;
    }

    private static void Show(CliContext context, ProposalGroup group, Core.Review.Decided decided)
    {
        var proposal = decided.Proposal;
        context.Out.WriteLine($"{decided.Verdict.ToString().ToLowerInvariant()}ed by {decided.By}".Replace("waited", "waits,", StringComparison.Ordinal) + (decided.Reason is null ? "" : $": {decided.Reason}"));
        context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {proposal.Id}  {proposal.Summary}  (frames {proposal.Frames}, confidence {proposal.Confidence:0.00})"));
        context.Out.WriteLine($"  proposed by {group.Source.Name}{(group.Source.Version.Length > 0 ? $" version {group.Source.Version}" : "")}");
        if (decided.Applies && proposal.Change?["donor"] is System.Text.Json.Nodes.JsonValue value && value.TryGetValue(out int donor) && donor != 0)
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  filled from {Math.Abs(donor)} frame{(Math.Abs(donor) == 1 ? "" : "s")} {(donor < 0 ? "before" : "after")}"));
        foreach (var evidence in proposal.Evidence)
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  - {evidence.What}{(evidence.Value is { } measured ? $": {measured:0.###}" : "")}{(evidence.Threshold is { } threshold ? $" (threshold {threshold:0.###})" : "")}"));
    }

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

using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Script.Works;
using Kinolux.Work;
using Kinolux.Work.Review;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script check SCRIPT</c>: what a script supervisor would ask about, each with its lines.</summary>
internal static class CheckCommand
{
    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var output = new Option<string?>("--output", "-o") { Description = "Writes notes on what stands and keeps what people decide beside it, in OUT.kinolux.", HelpName = "OUT.html" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what exists." };
        var command = new KinoluxCommand(
            "check", "Checks a script's continuity: each finding with its lines, its rule and how sure it is. With -o findings can be decided on, by kinolux review or in the studio, and stay decided through rewrites.",
            "script check story.fountain", "script check story.fountain -o story.notes.html") { script, output, overwrite };
        command.SetAction(parsed => Check(context, parsed.GetRequiredValue(script), parsed.GetValue(output), parsed.GetValue(overwrite)));
        return command;
    }

    private static int Check(CliContext context, string source, string? output, bool overwrite)
    {
        if (output is not null)
        {
            OutputFile.Ending(output, ".html");
            // Its own notes are made again; any other file there is a person's.
            if (!WorkFolder.HasDelivered(WorkFolder.For(output), output))
                OutputFile.Check(output, overwrite, source);
        }
        using var at = output is null ? ScriptWork.Of(context, source) : new ScriptWork(WorkFolder.For(Path.GetFullPath(output)));
        using (var progress = context.Progress())
            at.Run(context, source, output, progress);
        using var work = at.Open();
        Show(context, source, work, new WorkReview(work, context.Time, context.Person).Now(), output);
        return 0;
    }

    private static void Show(CliContext context, string source, WorkFolder work, ReviewState state, string? output)
    {
        var findings = ProposalView.Of([.. state.All.OrderBy(found => found.Outline.Place.Extent.First)], work.Documents.Kinds);
        context.Write(new { path = source, scenes = state.Document.Parts.Count, findings, notes = output }, () =>
        {
            foreach (var finding in findings)
                context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finding.Place.Words}: {finding.Summary} ({finding.Kind}, {finding.Confidence:0.00}, {Words(finding)})"));
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{findings.Count} findings in {state.Document.Parts.Count} scenes{(output is null ? "" : $"; {output}")}"));
        });
    }

    private static string Words(ProposalView finding) => finding.Now.Verdict switch
    {
        Verdict.Wait => "waits",
        Verdict.Reject => $"meant so, says {finding.Now.By}",
        _ => $"stands, says {finding.Now.By}",
    };
}

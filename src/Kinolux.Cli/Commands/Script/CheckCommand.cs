using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Files;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
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
        var mended = new Option<string?>("--mended") { Description = "Writes a copy of the script in which what was accepted and can be mended is: a blank line before a heading, a title page in one piece.", HelpName = "COPY.fountain" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what exists." };
        var command = new KinoluxCommand(
            "check", "Checks a script's continuity: each finding with its lines, its rule and how sure it is. With -o findings can be decided on, by kinolux review or in the studio, and stay decided through rewrites.",
            "script check story.fountain", "script check story.fountain -o story.notes.html", "script check story.fountain --mended story.2.fountain") { script, output, mended, overwrite };
        command.SetAction(parsed => Check(context, parsed.GetRequiredValue(script), parsed.GetValue(output), parsed.GetValue(mended), parsed.GetValue(overwrite)));
        return command;
    }

    private static int Check(CliContext context, string source, string? output, string? mended, bool overwrite)
    {
        if (output is not null)
        {
            OutputFile.Ending(output, ".html");
            // Its own notes are made again; any other file there is a person's.
            if (!WorkFolder.HasDelivered(WorkFolder.For(output), output))
                OutputFile.Check(output, overwrite, source);
        }
        if (mended is not null)
        {
            OutputFile.Ending(mended, ".fountain", ".spmd", ".txt");
            OutputFile.Check(mended, overwrite, source);
        }
        using var at = output is null ? ScriptWork.Of(context, source) : new ScriptWork(WorkFolder.For(Path.GetFullPath(output)));
        using (var progress = context.Progress())
            at.Run(context, source, output, progress);
        using var work = at.Open();
        var state = new ReviewIndex(work).Now();
        var findings = ProposalView.Of([.. state.All.OrderBy(found => found.Outline.Place.Extent.First)], work.Documents.Kinds);
        int? mends = mended is null ? null : MendedScript.Write(work, source, findings, mended);
        var scenes = state.Document.Parts.Count;
        context.Write(new { path = source, scenes, findings, notes = output, mended, mends }, () =>
        {
            foreach (var finding in findings)
                context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{finding.Place.Words}: {finding.Summary} ({finding.Kind}, {finding.Confidence:0.00}, {Words(finding)})"));
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Counted.Of(findings.Count, "finding")} in {Counted.Of(scenes, "scene")}{(output is null ? "" : $"; {output}")}{(mended is null ? "" : $"; {mended} is a copy with {mends} mended")}"));
        });
        return 0;
    }

    private static string Words(ProposalView finding) => finding.Now.Verdict switch
    {
        Verdict.Wait => "waits",
        Verdict.Reject => $"meant so, says {finding.Now.By}",
        _ => $"stands, says {finding.Now.By}",
    };
}

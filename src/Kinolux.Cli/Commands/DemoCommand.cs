using System.CommandLine;
using Kinolux.Core.Faults;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Media;
using Kinolux.Restoration.Ask;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Demo;
using Kinolux.Restore.Evaluation;
using Kinolux.Work;
using Kinolux.Work.Links;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux demo</c>: renders a clean film, damages it, restores it and prints what was gained.</summary>
internal static class DemoCommand
{
    public static Command Create(CliContext context)
    {
        var folder = new Option<string>("--out") { Description = "The folder to write into.", DefaultValueFactory = _ => "kinolux-demo", HelpName = "DIR" };
        var seed = new Option<long>("--seed") { Description = "Another number, other damage.", DefaultValueFactory = _ => 1, HelpName = "N" };
        var details = new Option<bool>("--details") { Description = "Print every measure, too." };
        var create = new Option<bool>("--create") { Description = "Shows what becomes of a script instead: boards and an animatic." };
        var command = new KinoluxCommand("demo", "Shows everything on a short film of its own: renders it, damages it, restores it, says what was gained.", "demo", "demo --out trial --seed 2 --details", "demo --create") { folder, seed, details, create };
        command.SetAction(parsed => parsed.GetValue(create) ? CreateDemo.Run(context, Begin(parsed.GetRequiredValue(folder))) : Run(context, Begin(parsed.GetRequiredValue(folder)), parsed.GetValue(seed), parsed.GetValue(details)));
        return command;
    }

    // What is there to compare with is no film to restore. It was made from nothing else, and so from itself.
    private static void Link(CliContext context, string folder, string clean)
    {
        using var work = FilmWork.Open(folder);
        work.Links.Append(new Link(context.Time.GetUtcNow(), Path.GetFullPath(clean), null, Path.GetFullPath(clean), "", Reason: "drawn for the demo"));
    }

    private static string Begin(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return folder;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(folder, cause);
        }
    }

    private static int Run(CliContext context, string folder, long seed, bool details)
    {
        string Place(string name) => Path.Combine(folder, name);
        var (clean, damaged, restored, truth, report) = (Place("clean.mkv"), Place("damaged.mkv"), Place("restored.mkv"), Place("truth"), Place("report"));
        var (page, wipe) = (Place("restored.html"), Place("wipe.mp4"));
        FilmEvaluation evaluation;
        RestoreOutcome outcome;
        using (var progress = context.Progress())
        {
            var rows = new RowRunner(Environment.ProcessorCount, context.Cancel);
            ProgressMeter Meter(string stage) => new(progress, context.Time, stage, DemoFilm.FrameCount);
            DemoFilm.Write(clean, overwrite: true, rows, Meter("render"), context.Cancel);
            FilmDegrader.Run(Film.Open(clean, cancel: context.Cancel), damaged, new DamageOptions(Seed: seed), truth, overwrite: true, rows, Meter("degrade"), context.Cancel);
            outcome = new RestorationRun(context.Time, progress).Run(
                new RestoreRequest { Film = damaged, Output = restored, Work = WorkFolder.For(restored), Report = report, Fresh = true, Overwrite = true, Person = context.Person }, context.Cancel);
            new MachineSpeed(context.OwnFolder).Keep(outcome.Samples, outcome.Seconds);
            evaluation = new FilmEvaluator(rows, Meter("evaluate"), context.Cancel).Run(
                Film.Open(restored, cancel: context.Cancel), Film.Open(clean, cancel: context.Cancel), Film.Open(damaged, cancel: context.Cancel), truth,
                EvaluateCommand.Found(WorkFolder.For(restored)));
            Link(context, WorkFolder.For(restored), clean);
            new AskExport(context.Time, progress).Run(new AskRequest(restored, page, wipe, Overwrite: true), context.Cancel);
        }
        context.Write(
            new { Clean = clean, Damaged = damaged, Truth = truth, outcome.Output, outcome.Report, outcome.Work, Page = page, Wipe = wipe, Seed = seed, Evaluation = evaluation },
            () =>
            {
                if (details)
                {
                    EvaluationTable.Show(context, evaluation);
                    context.Out.WriteLine();
                }
                DemoSummary.Show(context, evaluation, outcome, [("damaged", damaged), ("restored", restored), ("clean", clean), ("report", outcome.Report ?? report), ("record", outcome.Record ?? ""), ("to send", page), ("a video of the difference", wipe)]);
            });
        return 0;
    }
}

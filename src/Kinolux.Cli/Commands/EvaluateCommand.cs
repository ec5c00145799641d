using System.CommandLine;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Evaluation;
using Kinolux.Work;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux evaluate FILM --reference CLEAN</c>: how close a film is to its reference.</summary>
internal static class EvaluateCommand
{
    public static Command Create(CliContext context)
    {
        var film = new Argument<string>("FILM") { Description = "The film to judge." };
        var reference = new Option<string>("--reference") { Description = "The clean film that it should be.", Required = true, HelpName = "CLEAN" };
        var damaged = new Option<string?>("--damaged") { Description = "The film that it was restored from, to see what was gained.", HelpName = "FILM" };
        var truth = new Option<string?>("--truth") { Description = "What kinolux degrade --truth wrote, to measure inside and outside the damage.", HelpName = "DIR" };
        var work = new Option<string?>("--work") { Description = "The restoration's work folder, to score what it found; FILM.kinolux where that is there.", HelpName = "DIR" };
        var command = new KinoluxCommand("evaluate", "Compares a film with its reference and, given the truth, scores what was found.", "evaluate restored.mkv --reference clean.mkv", "evaluate restored.mkv --reference clean.mkv --damaged damaged.mkv --truth truth") { film, reference, damaged, truth, work };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(film);
            var judged = Film.Open(path, cancel: context.Cancel);
            var clean = Film.Open(parsed.GetRequiredValue(reference), cancel: context.Cancel);
            var before = parsed.GetValue(damaged) is { } other ? Film.Open(other, cancel: context.Cancel) : null;
            var folder = parsed.GetValue(work) ?? (Directory.Exists(WorkFolder.For(path)) ? WorkFolder.For(path) : null);
            using var progress = context.Progress();
            var evaluation = new FilmEvaluator(new RowRunner(Environment.ProcessorCount, context.Cancel), new ProgressMeter(progress, context.Time, "evaluate", judged.FrameCount), context.Cancel)
                .Run(judged, clean, before, parsed.GetValue(truth), folder is null ? null : Found(folder));
            progress.Dispose();
            context.Write(evaluation, () => EvaluationTable.Show(context, evaluation));
            return 0;
        });
        return command;
    }

    /// <summary>Everything that a work folder's last run found and applied.</summary>
    public static Detections Found(string folder)
    {
        using var work = FilmWork.Open(folder);
        var detections = new Detections();
        foreach (var (_, decided) in work.Proposals.Read(masks: true))
            if (decided.Applies || decided.Verdict == Verdict.Wait)
                detections.Add(decided.Proposal);
        return detections;
    }
}

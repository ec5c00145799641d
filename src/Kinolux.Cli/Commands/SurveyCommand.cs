using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Restoration.Archive;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux survey FOLDER -o REPORT</c>: which films an archive has, how bad they are, and how long restoring them takes.</summary>
internal static class SurveyCommand
{
    public static Command Create(CliContext context)
    {
        var folder = new Argument<string>("FOLDER") { Description = "The archive: every film file and folder of numbered pictures under it is looked at, and nothing is written there." };
        var report = new Option<string>("--output", "-o") { Description = "The folder of the page and its table survey.csv; what was looked at is kept beside it in REPORT.jsonl.", HelpName = "REPORT", Required = true };
        var command = new KinoluxCommand("survey", "Looks at some frames of every film under a folder: how bad they are, how long restoring them takes, what a person will be asked. Goes on where it was stopped.", "survey films -o survey") { folder, report };
        command.SetAction(parsed =>
        {
            var (archive, place) = (parsed.GetRequiredValue(folder), parsed.GetRequiredValue(report));
            if (!Directory.Exists(archive))
                throw FaultException.Of("KX6005", ("folder", archive));
            IReadOnlyList<Reel> reels;
            using (var progress = context.Progress())
                reels = new ArchiveSurvey(context.Time, progress).Run(archive, place, context.Cancel);
            var page = Path.Combine(place, "index.html");
            context.Write(
                new { Report = page, Films = reels.Select(reel => new { reel.Path, reel.Frames, reel.Width, reel.Height, reel.Seconds, reel.Sound, reel.Notes, reel.Trial, Estimate = reel.Estimate(), reel.Questions, reel.Fault }) },
                () =>
                {
                    context.Out.WriteLine(Say($"{reels.Count} films, {reels.Count(reel => reel.Fault is not null)} of them at fault"));
                    context.Out.WriteLine($"open {page}");
                });
            return 0;
        });
        return command;
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

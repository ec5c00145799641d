using System.CommandLine;
using Kinolux.Script.Emotion;
using Kinolux.Script.People;
using Kinolux.Script.Reports;
using Kinolux.Script.Works;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script report SCRIPT -o DIR</c>: everything that is measured, to open from disk.</summary>
internal static class ReportCommand
{
    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var output = new Option<string>("--output", "-o") { Required = true, Description = "The folder; its index.html opens from disk.", HelpName = "DIR" };
        var lexicon = ScriptCommand.LexiconFile();
        var same = ScriptCommand.Same();
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces a report that is there; anything else never." };
        var command = new KinoluxCommand("report", "Puts all that is measured of a script into one folder that opens from disk, pictures first: StoryPrint, arc, network, people, places, scenes, continuity.", "script report story.fountain -o story.report", "script report story.fountain -o story.report --overwrite --json") { script, output, lexicon, same, overwrite };
        command.SetAction(parsed =>
        {
            var (path, folder) = (parsed.GetRequiredValue(script), parsed.GetRequiredValue(output));
            ScriptReport.Check(folder, parsed.GetValue(overwrite));
            // What a person decided of the script counts; the names given here do, too.
            using var at = ScriptWork.Of(context, path);
            at.Run(context, path, null, null);
            using var work = at.Open();
            var judged = JudgedScript.Of(work, path, SameNames.Parse(parsed.GetValue(same) ?? []));
            var file = judged.Version.File;
            var cast = Cast.Of(file.Script, judged.Same);
            var title = ScriptCommand.TitleOf(path, file.Script);
            ScriptReport.Write(folder, judged, title, cast, EmotionMap.Of(cast, parsed.GetValue(lexicon) is { } words ? Lexicon.Read(words) : null), context.Time.GetUtcNow(), parsed.GetValue(overwrite));
            var page = Path.Combine(folder, "index.html");
            context.Write(new { script = path, title, report = page, scenes = file.Script.Scenes.Count, people = cast.Persons.Count }, () => context.Out.WriteLine(page));
            return 0;
        });
        return command;
    }
}

using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Progress;
using Kinolux.Previs.Boards;
using Kinolux.Previs.Rendering;
using Kinolux.Report;
using Kinolux.Report.Paper;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script board SCRIPT -o OUT</c>: a storyboard.</summary>
internal static class BoardCommand
{
    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var output = new Option<string>("--output", "-o") { Description = "A folder: index.html shows the boards, with contact sheets and floor plans.", HelpName = "OUT", Required = true };
        var style = new Option<RenderStyle>("--style") { Description = "How panels are drawn: drawn is ink on paper, previs is in flat colours.", HelpName = "drawn|previs", DefaultValueFactory = _ => RenderStyle.Drawn };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces boards that are there; anything else there stays." };
        var options = new SceneOptions();
        var command = new KinoluxCommand("board", "Draws a storyboard: the scenes of a script laid out in 3D, cut into shots, a panel for each, floor plans for the crew.", "script board story.fountain -o boards", "script board story.fountain --scenes 1-3 --style previs -o boards") { script, output, style, overwrite };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (source, folder) = (parsed.GetRequiredValue(script), parsed.GetRequiredValue(output));
            ReportWriter.Check(folder, parsed.GetValue(overwrite));
            var scenes = options.Read(context, parsed, source);
            using var progress = context.Progress();
            var steps = new JobSteps(progress, context.Time, new PlannedStep("draw", scenes.Sum(scene => scene.Shots.Count), "panels"));
            var panels = BoardFolder.Write(folder, new PaperAbout(Path.GetFileNameWithoutExtension(source), context.Time.GetUtcNow()), scenes, parsed.GetValue(style), parsed.GetValue(overwrite), steps, context.Cancel);
            context.Write(new { output = folder, scenes = scenes.Count, panels = panels.Select(panel => new { panel.Scene, shot = panel.Shot.Name, panel.File, panel.Caption }), checks = scenes.SelectMany(scene => scene.Checks) }, () =>
                context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.Combine(folder, "index.html")}: {panels.Count} panels in {scenes.Count} scenes")));
            return 0;
        });
        return command;
    }
}

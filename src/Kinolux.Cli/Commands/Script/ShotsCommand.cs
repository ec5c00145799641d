using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Files;
using Kinolux.Previs.Timelines;
using Kinolux.Previs.Works;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script shots SCRIPT -o OUT</c>: a shot list, chosen over each scene as a whole.</summary>
internal static class ShotsCommand
{
    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var output = new Option<string>("--output", "-o") { Description = "The file: .csv is a shot list, .otio and .edl are timelines for editing, .json has all.", HelpName = "OUT", Required = true };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what exists." };
        var options = new SceneOptions();
        var command = new KinoluxCommand("shots", "Proposes the shots of a script's scenes: size, lens, where the camera stands, and why; cut by the rules of continuity.", "script shots story.fountain -o story.csv", "script shots story.fountain --scenes 1-3 -o story.otio") { script, output, overwrite };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (source, path) = (parsed.GetRequiredValue(script), parsed.GetRequiredValue(output));
            OutputFile.Ending(path, ".otio", ".edl", ".csv", ".json");
            OutputFile.Check(path, parsed.GetValue(overwrite), source);
            var (scenes, rate) = (options.Read(context, parsed, source), options.RateOf(parsed));
            var timeline = ShotTimeline.Of(Path.GetFileNameWithoutExtension(source), scenes, rate);
            TimelineFile.Write(path, timeline);
            var checks = scenes.SelectMany(scene => scene.Checks).ToList();
            context.Write(new { output = path, scenes = scenes.Select(scene => new { scene.Plan.Scene, scene.Plan.Number, scene.Plan.Heading, scene.Shots, scene.Checks }) }, () =>
            {
                foreach (var check in checks)
                    context.Note($"{check.Shot}: {check.Says}");
                context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {timeline.Clips.Count} shots in {scenes.Count} scenes, {(timeline.Duration / rate.ToDouble()):0} s"));
            });
            return 0;
        });
        return command;
    }
}

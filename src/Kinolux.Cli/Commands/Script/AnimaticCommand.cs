using System.CommandLine;
using System.Globalization;
using Kinolux.Core.Files;
using Kinolux.Core.Progress;
using Kinolux.Previs.Animatics;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script animatic SCRIPT -o OUT.mp4</c>: the shots in motion.</summary>
internal static class AnimaticCommand
{
    /// <summary>Pixels across.</summary>
    internal const int Width = 960;

    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var output = new Option<string>("--output", "-o") { Description = "The video.", HelpName = "OUT.mp4", Required = true };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replaces what exists." };
        var options = new SceneOptions();
        var command = new KinoluxCommand("animatic", "Renders a moving previs with voices: people walk, sit, look and talk, cut shot by shot.", "script animatic story.fountain -o story.mp4", "script animatic story.fountain --scenes 2-3 --aspect 2.39 -o story.mp4") { script, output, overwrite };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (source, path) = (parsed.GetRequiredValue(script), parsed.GetRequiredValue(output));
            OutputFile.Ending(path, ".mp4");
            OutputFile.Check(path, parsed.GetValue(overwrite), source);
            var (scenes, spoken) = options.Spoken(context, parsed, source);
            var rate = spoken.Rate;
            var frames = scenes.Sum(scene => (long)scene.Plan.Frames);
            using var progress = context.Progress();
            AnimaticVideo.Write(path, scenes, spoken, Width, new JobSteps(progress, context.Time, AnimaticVideo.Steps(scenes)), context.Cancel);
            foreach (var missing in spoken.Missing)
                context.Note($"{missing} is not installed: the lines are silent, as long as they would take");
            context.Write(new { output = path, scenes = scenes.Count, shots = scenes.Sum(scene => scene.Shots.Count), frames, rate }, () =>
                context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {scenes.Sum(scene => scene.Shots.Count)} shots, {frames} frames, {frames / rate.ToDouble():0.0} s")));
            return 0;
        });
        return command;
    }
}

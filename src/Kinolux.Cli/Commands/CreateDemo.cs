using System.Globalization;
using Kinolux.Cli.Commands.Script;
using Kinolux.Core.Files;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Previs.Animatics;
using Kinolux.Previs.Boards;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Rendering;
using Kinolux.Previs.Works;
using Kinolux.Report.Paper;
using Kinolux.Script.Files;
using Kinolux.Script.Identity;
using Kinolux.Script.People;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux demo --create</c>: a short script becomes boards and an animatic.</summary>
internal static class CreateDemo
{
    public static int Run(CliContext context, string folder)
    {
        var (script, boards, film) = (Path.Combine(folder, "story.fountain"), Path.Combine(folder, "boards"), Path.Combine(folder, "animatic.mp4"));
        AtomicFile.WriteText(script, DemoScript.Text + "\n");
        var file = ScriptFile.Read(script);
        var spoken = new SpokenScript(Path.Combine(context.OwnFolder, "voices"), Cast.Of(file.Script), new Rational(24, 1), context.Cancel);
        IReadOnlyList<CutScene> scenes;
        using (var progress = context.Progress())
        {
            scenes = ScriptScenes.Of(file, null, ScriptIdentity.None, spoken.Rate, new FilmBack(Sensor.Super35, 1.85), spoken.Frames, context.Cancel);
            var steps = new JobSteps(progress, context.Time, [new PlannedStep("draw", scenes.Sum(scene => scene.Shots.Count), "panels"), .. AnimaticVideo.Steps(scenes)]);
            BoardFolder.Write(boards, new PaperAbout("The Last Reel", context.Time.GetUtcNow()), scenes, RenderStyle.Drawn, overwrite: true, steps, context.Cancel);
            AnimaticVideo.Write(film, scenes, spoken, AnimaticCommand.Width, steps, context.Cancel);
        }
        var (shots, seconds) = (scenes.Sum(scene => scene.Shots.Count), scenes.Sum(scene => scene.Plan.Frames) / spoken.Rate.ToDouble());
        foreach (var missing in spoken.Missing)
            context.Note($"{missing} is not installed: the lines are silent, as long as they would take");
        context.Write(new { script, boards, animatic = film, scenes = scenes.Count, shots, seconds }, () =>
        {
            context.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"A script of {scenes.Count} scenes became {shots} shots, a board of each, and {seconds:0} seconds of moving previs with voices."));
            context.Out.WriteLine("Every shot says why it is there, and what else could be.");
            foreach (var (name, path) in (ReadOnlySpan<(string, string)>)[("script", script), ("boards", Path.Combine(boards, "index.html")), ("animatic", film)])
                context.Out.WriteLine($"{name + ":",-10}{path}");
        });
        return 0;
    }
}

using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Previs.Rendering;
using Kinolux.Previs.Staging;
using Kinolux.Previs.Works;

namespace Kinolux.Previs.Animatics;

/// <summary>Scenes as one video with sound, shot after shot, as long as its shots to the frame.</summary>
public static class AnimaticVideo
{
    /// <summary>The steps of making one.</summary>
    public static PlannedStep[] Steps(IReadOnlyList<CutScene> scenes) => [new("sound", 1, "tracks"), new("render", scenes.Sum(scene => (long)scene.Plan.Frames), "frames")];

    /// <summary>Renders it, whole or not at all.</summary>
    /// <param name="width">Pixels, even; the height follows from the aspect.</param>
    /// <param name="steps">With those of <see cref="Steps"/>.</param>
    /// <exception cref="Core.Faults.FaultException">KX1207: it could not be encoded; KX1583: it is too long; KX4001, KX4101: the disk refuses.</exception>
    public static void Write(string path, IReadOnlyList<CutScene> scenes, SpokenScript spoken, int width, JobSteps steps, CancellationToken cancel)
    {
        var sound = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", $".{Path.GetFileName(path)}.partial.wav");
        try
        {
            var speaking = steps.Begin("sound");
            spoken.Write(sound, scenes);
            speaking.Step();
            Render(path, scenes, spoken.Rate, sound, width, steps.Begin("render"), cancel);
        }
        finally
        {
            File.Delete(sound);
        }
    }

    private static void Render(string path, IReadOnlyList<CutScene> scenes, Rational rate, string sound, int width, ProgressMeter step, CancellationToken cancel)
    {
        var height = (int)Math.Round(width / scenes[0].Back.Aspect / 2) * 2;
        using var video = new Mp4Writer(path, new FrameFormat(width, height, PixelLayout.Rgb, 8), rate, sound, cancel);
        var renderer = new Renderer(new RowRunner(Environment.ProcessorCount, cancel), new FramePool());
        foreach (var scene in scenes)
        {
            var staged = new StagedScene(scene);
            foreach (var shot in scene.Shots)
                for (var frame = shot.Frames.First; frame <= shot.Frames.Last; frame++)
                {
                    using (var picture = renderer.Render(staged.At(shot, frame), staged.View(shot, frame), RenderStyle.Previs, width, height))
                        video.Write(picture);
                    step.Step();
                }
        }
        video.Complete();
    }
}

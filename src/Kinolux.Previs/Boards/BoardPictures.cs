using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;
using Kinolux.Previs.Rendering;
using Kinolux.Previs.Staging;
using Kinolux.Previs.Works;

namespace Kinolux.Previs.Boards;

/// <summary>Draws the panels of a scene.</summary>
public static class BoardPictures
{
    /// <param name="folder">Where pictures go.</param>
    /// <param name="width">Pixels; the height follows from the aspect.</param>
    public static IReadOnlyList<Panel> Draw(CutScene scene, string folder, int width, RenderStyle style, RowRunner rows, Action? drawn = null)
    {
        var height = (int)Math.Round(width / scene.Back.Aspect / 2) * 2;
        var staged = new StagedScene(scene);
        var pool = new FramePool();
        var renderer = new Renderer(rows, pool);
        List<Panel> panels = [];
        foreach (var shot in scene.Shots)
        {
            // In the middle of what the shot is for: not while somebody turns to it.
            var frame = shot.Frames.First + Math.Min(shot.Frames.Count / 2, 36);
            var file = $"{scene.Plan.Scene}-{shot.Name}.png";
            using (var picture = renderer.Render(staged.At(shot, frame), staged.View(shot, frame), style, width, height))
                PngFile.Write(Path.Combine(folder, file), 8, picture.Planes);
            panels.Add(new Panel(scene.Plan.Scene, shot, file, frame, string.Join(' ', scene.Plan.Moments.Skip(shot.First).Take(shot.Last - shot.First + 1).Select(moment => moment.IsSpeech ? $"{string.Join(" AND ", moment.Speakers)}: {moment.Text}" : moment.Text))));
            drawn?.Invoke();
        }
        return panels;
    }
}

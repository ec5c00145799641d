using System.Globalization;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Previs.Plans;
using Kinolux.Previs.Rendering;
using Kinolux.Previs.Works;
using Kinolux.Report;
using Kinolux.Report.Blocks;
using Kinolux.Report.Paper;

namespace Kinolux.Previs.Boards;

/// <summary>A storyboard in one folder that opens from disk: a picture of each shot, contact sheets, floor plans, the list of shots.</summary>
public static class BoardFolder
{
    private const int PanelWidth = 640;
    private const string PaperName = "boards.pdf";

    /// <summary>Writes it, whole or not at all.</summary>
    /// <exception cref="Core.Faults.FaultException">KX4801: something is there; KX4802: it cannot be written.</exception>
    public static IReadOnlyList<Panel> Write(string folder, PaperAbout about, IReadOnlyList<CutScene> scenes, RenderStyle style, bool overwrite, JobSteps steps, CancellationToken cancel)
    {
        using var writer = ReportWriter.Begin(folder, overwrite);
        var rows = new RowRunner(Environment.ProcessorCount, cancel);
        var step = steps.Begin("draw");
        List<Panel> all = [];
        List<ReportSection> sections = [];
        foreach (var scene in scenes)
        {
            var panels = BoardPictures.Draw(scene, writer.Folder, PanelWidth, style, rows, () => step.Step());
            all.AddRange(panels);
            var (plan, name) = (scene.Plan, $"{scene.Plan.Number} {scene.Plan.Heading}");
            List<ReportBlock> blocks = [];
            if (panels.Count > 0)
                blocks.Add(new PictureBlock($"{plan.Scene}-board.svg", "", text => text.Write(BoardSheet.Of(name, panels, scene.Back.Aspect, writer.Folder))));
            else
                blocks.Add(new WordsBlock("Nothing happens in this scene yet."));
            blocks.Add(new PictureBlock($"{plan.Scene}-plan.svg", "From above: cameras, people and their ways, the line of action.", text => text.Write(FloorPlan.Of(scene))));
            blocks.Add(new TableBlock([.. scene.Shots.Select(shot => (string[])[shot.Name, shot.Framing.Words, string.Create(CultureInfo.InvariantCulture, $"{shot.Framing.Camera.Focal:0} mm"), $"{shot.Frames.Count}", shot.Reason, string.Join("; ", shot.Alternatives.Select(other => $"{other.Framing.Words}: {other.Reason}"))])], ["Shot", "Framing", "Lens", "Frames", "Why", "What else could be"], "Shots and what was not taken"));
            if (scene.Checks is { Count: > 0 } checks)
                blocks.Add(new TableBlock([.. checks.Select(check => (string[])[check.Shot, check.Says])], ["Shot", "What"], "Measured"));
            sections.Add(new ReportSection(plan.Scene, name, plan.Number, [.. blocks]));
        }
        BoardPdf.Write(Path.Combine(writer.Folder, PaperName), about, scenes, all, writer.Folder);
        sections.Insert(0, new ReportSection("paper", "On paper", null, new FileBlock(PaperName, "All panels, six on a page")));
        writer.Complete(new ReportPage { Title = $"{about.Title}: boards", Made = about.Made, Subject = about.Title, Sections = sections });
        return all;
    }
}

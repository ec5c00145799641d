using System.Globalization;
using Kinolux.Previs.Works;
using Kinolux.Report.Paper;

namespace Kinolux.Previs.Boards;

/// <summary>Boards on paper: six panels on a page, each scene on a page of its own.</summary>
internal static class BoardPdf
{
    private const int Across = 3, Down = 2, Margin = 36, Gap = 14, Head = 26;

    // US Letter, lying.
    private const int Width = 792, Height = 612;

    private static readonly TextStyle Small = new(FontFamily.Sans, 7.5), Name = new(FontFamily.Sans, 8) { Bold = true }, Title = new(FontFamily.Sans, 11) { Bold = true };

    /// <param name="folder">Where the pictures are.</param>
    /// <exception cref="Core.Faults.FaultException">KX3004: a font that it needs is missing; KX4001, KX4101: the disk refuses.</exception>
    public static void Write(string path, PaperAbout about, IReadOnlyList<CutScene> scenes, IReadOnlyList<Panel> panels, string folder) => PaperDocument.Write(path, about, document =>
    {
        foreach (var scene in scenes)
        {
            var own = panels.Where(panel => panel.Scene == scene.Plan.Scene).ToList();
            for (var first = 0; first < own.Count; first += Across * Down)
            {
                var page = document.AddPage((Width, Height));
                page.Text(Margin, Margin, $"{scene.Plan.Number} {scene.Plan.Heading}", Title);
                page.Text(Width - Margin - 40, Margin, string.Create(CultureInfo.InvariantCulture, $"{first / (Across * Down) + 1} of {(own.Count + Across * Down - 1) / (Across * Down)}"), Small);
                for (var i = first; i < Math.Min(own.Count, first + Across * Down); i++)
                    Draw(page, own[i], i - first, scene.Back.Aspect, folder);
            }
        }
    });

    private static void Draw(PaperPage page, Panel panel, int place, double aspect, string folder)
    {
        var width = (Width - 2.0 * Margin - (Across - 1) * Gap) / Across;
        var high = Math.Min(width / aspect, 190);
        var (x, y) = (Margin + place % Across * (width + Gap), Margin + Head + place / Across * ((Height - 2.0 * Margin - Head) / Down));
        page.Picture(x, y, high * aspect, high, File.ReadAllBytes(Path.Combine(folder, panel.File)));
        foreach (var (x1, y1, x2, y2) in (ReadOnlySpan<(double, double, double, double)>)[(0, 0, 1, 0), (0, 1, 1, 1), (0, 0, 0, 1), (1, 0, 1, 1)])
            page.Line(x + x1 * high * aspect, y + y1 * high, x + x2 * high * aspect, y + y2 * high, 0.75, Ink.Black);
        page.Text(x, y + high + 11, new TextSpan(panel.Shot.Name + "  ", Name), new TextSpan(BoardSheet.Says(panel.Shot), Small));
        var lines = BoardSheet.Lines(panel.Caption, 56, 6);
        for (var i = 0; i < lines.Count; i++)
            page.Text(x, y + high + 22 + 9.5 * i, lines[i], Small);
    }
}

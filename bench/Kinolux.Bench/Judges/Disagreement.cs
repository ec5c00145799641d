using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;
using Kinolux.Models.Cards;
using Kinolux.Models.Registry;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Despeckle;

namespace Kinolux.Bench.Judges;

/// <summary>
/// Where the table and the network judge otherwise on a film that nobody knows the truth of: sheets of pictures for a person to look at, a sheet for what the table takes alone and one for what the network takes alone.
/// Each candidate is shown in the frame before, its own and the one after, framed in white.
/// </summary>
internal static class Disagreement
{
    private const int Around = 20;
    private const int Scale = 2;
    private const int Columns = 6;
    private const int MostShown = 48;

    public static void Run(string film, int first, int count, string folder)
    {
        var rows = new RowRunner(Environment.ProcessorCount);
        var models = ModelRegistry.Default;
        if (models.Of(ModelTask.JudgeDirt).FirstOrDefault() is not { } card)
        {
            Console.Error.WriteLine("There is no model for judge-dirt; KINOLUX_MODELS names a folder with one.");
            return;
        }
        using var material = Material.Read(film, first, count, rows);
        List<Cell> table = [], network = [];
        var (both, asked, all) = (0, 0, 0);
        Candidate.Each(material, new LearnedJudge(card, models.Open(card)), Quality.Best, rows, candidate =>
        {
            all++;
            asked += LearnedJudge.IsAsked(candidate.Exam) ? 1 : 0;
            var (byTable, byNetwork) = (candidate.Confidence >= 0.5, candidate.Learned >= 0.5);
            both += candidate.Exam.IsSeen && byTable && byNetwork ? 1 : 0;
            if (candidate.Exam.IsSeen && byTable != byNetwork)
                (byTable ? table : network).Add(new Cell(candidate.Frame, candidate.Exam.Speck.X, candidate.Exam.Speck.Y, candidate.Confidence - candidate.Learned));
        });
        Directory.CreateDirectory(folder);
        var name = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(film))) ?? "film";
        Sheet(material, table, Path.Combine(folder, $"{name}-{first}-table.png"));
        Sheet(material, network, Path.Combine(folder, $"{name}-{first}-network.png"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} from {first}, {material.Frames.Length} frames: {all} candidates, {asked} asked; both take {both}, the table alone {table.Count}, {card.Name} alone {network.Count}"));
    }

    // The most disputed first where not all find room; in any film the same ones.
    private static void Sheet(Material material, List<Cell> cells, string path)
    {
        var shown = cells.OrderByDescending(cell => Math.Abs(cell.Dispute)).Take(MostShown).OrderBy(cell => (cell.Frame, cell.Y)).ToList();
        if (shown.Count == 0)
            return;
        var (width, height) = ((3 * 2 * Around + 4) * Scale, (2 * Around + 4) * Scale);
        var sheet = new Plane(Columns * width, (shown.Count + Columns - 1) / Columns * height);
        sheet.Fill(0);
        for (var i = 0; i < shown.Count; i++)
            for (var k = 0; k < 3; k++)
                Draw(material.Frames[Math.Clamp(shown[i].Frame + k - 1, 0, material.Frames.Length - 1)].Guide, shown[i], sheet, i % Columns * width + k * 2 * Around * Scale, i / Columns * height, k == 1);
        PngFile.Write(path, 8, sheet);
    }

    private static void Draw(Plane picture, Cell cell, Plane sheet, int left, int top, bool framed)
    {
        for (var y = 0; y < 2 * Around * Scale; y++)
            for (var x = 0; x < 2 * Around * Scale; x++)
            {
                var edge = framed && (x < 2 || y < 2 || x >= 2 * Around * Scale - 2 || y >= 2 * Around * Scale - 2);
                sheet[left + x, top + y] = edge ? ushort.MaxValue : picture[Math.Clamp(cell.X - Around + x / Scale, 0, picture.Width - 1), Math.Clamp(cell.Y - Around + y / Scale, 0, picture.Height - 1)];
            }
    }

    private readonly record struct Cell(int Frame, int X, int Y, double Dispute);
}

using System.Globalization;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Kernels;
using Kinolux.Restore.Stages.Donors;
using Kinolux.Restore.Survey;
using Kinolux.Restore.Survey.Steps;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>
/// A stain from its first frame to its last, found in the first pass by how it grows and fades: the film becomes brighter or darker in one place, evenly, compactly, and with what is seen beneath unchanged in its detail.
/// </summary>
internal static class LastingStain
{
    // Beyond this the picture shows another thing, and not the same beneath a stain.
    private const double MostMismatch = 0.45;

    // In 8-bit levels: a stain tints, and what changes by more covers.
    private const double Strongest = 24;

    // Where one life has so much of its place in common with another at the same time, both are one stain's.
    private const double Same = 0.3;

    // Frames: it grows and fades within so many, is there so long between, is looked for so far, and lasts no longer than the last where only one end is seen.
    private const int Before = 4, After = 12;
    private const int Between = 10;
    private const int Farthest = 240;
    private const int Longest = 96;

    // What undoes a step: so many moments in a row that show at least this share of it, as the middle of so many to each side.
    private const int LeastMoments = 4;
    private const double LeastShare = 0.5;
    private const int Around = 2;

    private const int Width = StepGrid.Width;
    private const int Height = StepGrid.Height;

    public static IReadOnlyList<Proposal> In(ShotSurvey shot, StageInfo stage)
    {
        var moments = StainStep.Moments(shot);
        var lived = StainStep.In(shot, moments).Where(step => step.Mismatch <= MostMismatch && step.Contrast <= Strongest).Select(step => Lived(step, shot, moments)).OfType<Life>();
        var lives = new List<Life>();
        // The surest first: one of which both ends are seen, and where the picture beneath stayed most as it was.
        foreach (var life in lived.OrderByDescending(life => life.IsWhole).ThenBy(life => life.Step.Mismatch))
            if (!lives.Exists(other => other.First <= life.Last && life.First <= other.Last && StepPatch.Within(other.Cells, life.Cells) > Same))
                lives.Add(life);
        return [.. lives.OrderBy(life => life.First).Select(life => Of(life, shot, stage))];
    }

    /// <param name="First">Index in the shot.</param>
    /// <param name="Cells">Its place on the film.</param>
    private sealed record Life(StainStep Step, int First, int Last, bool[] Cells, bool IsWhole);

    // From a step to what undoes it, or else to the shot's end.
    private static Life? Lived(StainStep step, ShotSurvey shot, List<(int Index, StepGrid Step)> moments)
    {
        var (cells, end) = (step.IsGrowth ? step.Cells : step.Before, shot.Frames.Count - 1);
        var (first, last) = step.IsGrowth
            ? (Math.Max(0, step.First - Before), Undone(step, cells, shot, [.. moments.Where(moment => moment.Index >= step.First + Between && moment.Index <= step.First + Farthest)]) is { } faded ? faded + After : int.MaxValue)
            : (Undone(step, cells, shot, [.. moments.Where(moment => moment.Index <= step.First - Between && moment.Index >= step.First - Farthest).Reverse()]) is { } grew ? grew - Before - StepMeter.Apart : int.MinValue, Math.Min(end, step.First + After));
        // Where it was then may lie outside the picture.
        if (cells.Count(cell => cell) < StepPatch.Least)
            return null;
        var isWhole = first >= 0 && last <= end;
        (first, last) = (Math.Max(0, first), Math.Min(end, last));
        return isWhole || last - first < Longest ? new Life(step, first, last, cells, isWhole) : null;
    }

    // The index of the first moment, in the order given, from which on the opposite of a step shows.
    private static int? Undone(StainStep step, bool[] cells, ShotSurvey shot, List<(int Index, StepGrid Step)> moments)
    {
        var shown = moments.ConvertAll(moment => -step.Sign * Shown(moment.Step, step.IsGrowth ? StainStep.Moved(cells, shot, moment.Step, -1) : cells));
        var run = 0;
        for (var k = 0; k < shown.Count; k++)
        {
            var near = shown[Math.Max(0, k - Around)..Math.Min(shown.Count, k + Around + 1)].ToArray();
            run = Selection.Nth(near.AsSpan(), near.Length / 2) >= LeastShare * step.Contrast ? run + 1 : 0;
            if (run == LeastMoments)
                return moments[k - run + 1].Index;
        }
        return null;
    }

    // By how many 8-bit levels a place became brighter than what is around it.
    private static double Shown(StepGrid step, bool[] cells)
    {
        var (close, wide) = (CellShape.Grown(cells, Width, Height, 1), CellShape.Grown(cells, Width, Height, 3));
        var (inside, own, outside, others) = (0, 0, 0, 0);
        for (var i = 0; i < cells.Length; i++)
            if (cells[i])
                (inside, own) = (inside + step.Change[i], own + 1);
            else if (wide[i] && !close[i])
                (outside, others) = (outside + step.Change[i], others + 1);
        return own == 0 || others == 0 ? 0 : StepGrid.Unit * ((double)inside / own - (double)outside / others);
    }

    private static Proposal Of(Life life, ShotSurvey shot, StageInfo stage)
    {
        var step = life.Step;
        var isBright = step.Sign > 0 == step.IsGrowth;
        var region = Region(CellShape.Grown(life.Cells, Width, Height, 1), shot.Format.Width, shot.Format.Height);
        var start = shot.Shot.Frames.First;
        return Proposal.Of(
            Stains.Stain, new FilmPlace(new FrameRange(start + life.First, start + life.Last), region),
            string.Create(CultureInfo.InvariantCulture, $"{(isBright ? "bright" : "dark")} stain of {region.Area} samples: the scene is {step.Contrast:F0} levels {(isBright ? "brighter" : "darker")} here than before or after"),
            life.IsWhole ? 0.6 : 0.45,
            new ProposalSource(stage.Id, stage.Version.ToString(CultureInfo.InvariantCulture)),
            [
                new Evidence("by how much the film changed here within twelve frames, in levels of 255", Math.Round(step.Contrast, 1)),
                new Evidence("frames that show it grow or fade", step.Count),
                new Evidence("how far the detail beneath changed, as a share of that", Math.Round(step.Mismatch, 2), MostMismatch),
                new Evidence("ends of its life that are seen", life.IsWhole ? 2 : 1),
            ]);
    }

    private static RegionMask Region(bool[] cells, int width, int height)
    {
        var samples = new List<int>();
        for (var y = 0; y < height; y++)
            for (var x = 0; x < width; x++)
                if (cells[y * Height / height * Width + x * Width / width])
                    samples.Add(y * width + x);
        return PixelSet.ToRegion(samples, width);
    }
}

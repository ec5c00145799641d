using Kinolux.Restore.Kernels;
using Kinolux.Restore.Survey;
using Kinolux.Restore.Survey.Steps;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>A patch that grew or faded at one place of the film, seen in many frames in a row.</summary>
/// <param name="Sign">1 where it became brighter, -1 darker.</param>
/// <param name="First">Index in the shot of the first frame that shows it.</param>
/// <param name="Cells">Of the <see cref="StepGrid"/>.</param>
/// <param name="Before">The same cells where the scene under them lay before the step: what faded was there.</param>
/// <param name="Count">Frames that show it.</param>
/// <param name="IsGrowth">True where what is there now stands out more than what was: the film was stained, and is not what it is without.</param>
/// <param name="Contrast">In 8-bit levels.</param>
/// <param name="Mismatch">See <see cref="StepPatch.Mismatch"/>.</param>
internal sealed record StainStep(int Sign, int First, bool[] Cells, bool[] Before, int Count, bool IsGrowth, double Contrast, double Mismatch)
{
    // Moments to each side that a grid is the middle of: grain and dirt are of one frame.
    private const int Around = 3;

    // Frames in a row that must show a patch, with gaps of so many.
    private const int LeastFrames = 8;
    private const int Gap = 3;

    // Of the log of detail's energy: what a stain takes away, and what no stain does; and its weight beside how a place stands out.
    private const double Tint = 0.3;
    private const double MostVigour = 0.6;
    private const double VigourSays = 3;

    private const int Width = StepGrid.Width;
    private const int Height = StepGrid.Height;

    public static List<StainStep> In(ShotSurvey shot, List<(int Index, StepGrid Step)> moments)
    {
        var aspect = (double)shot.Format.Width / Width / ((double)shot.Format.Height / Height);
        var runs = new List<Run>();
        for (var k = 0; k < moments.Count; k++)
        {
            var near = moments[Math.Max(0, k - Around)..Math.Min(moments.Count, k + Around + 1)];
            if (near.Count < Around)
                continue;
            foreach (var patch in StepPatch.In(Even(near), Middle(near, step => step.Mismatch, value => value), aspect))
                Join(runs, k, patch);
        }
        return [.. runs.Where(run => run.Patches.Count >= LeastFrames).Select(run => run.Step(shot, moments)).Where(step => step.Cells.Count(cell => cell) >= StepPatch.Least)];
    }

    /// <summary>Frames whose step is within the shot, between whole pictures, by their index in the shot.</summary>
    public static List<(int Index, StepGrid Step)> Moments(ShotSurvey shot)
    {
        var states = FrameStates.Of(shot.Frames);
        var moments = new List<(int, StepGrid)>();
        for (var i = 0; i < states.Length; i++)
            if (shot.Frames[i].Step is { } step && step.Lag <= i && IsPicture(states[i]) && IsPicture(states[i - step.Lag]))
                moments.Add((i, step));
        return moments;
    }

    private static bool IsPicture(FrameState state) => state is FrameState.Good or FrameState.Duplicate;

    // The middle of what the moments show, evened out over 3 × 3 cells.
    private static float[] Even(List<(int Index, StepGrid Step)> near)
    {
        var middle = Middle(near, step => step.Change, value => value);
        var even = new float[middle.Length];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var (sum, count) = (0f, 0);
                for (var v = Math.Max(0, y - 1); v <= Math.Min(Height - 1, y + 1); v++)
                    for (var u = Math.Max(0, x - 1); u <= Math.Min(Width - 1, x + 1); u++)
                        (sum, count) = (sum + middle[v * Width + u], count + 1);
                even[y * Width + x] = sum / count;
            }
        return even;
    }

    private static float[] Middle<T>(List<(int Index, StepGrid Step)> near, Func<StepGrid, T[]> grid, Func<T, float> value)
    {
        var grids = near.ConvertAll(moment => grid(moment.Step));
        var result = new float[StepGrid.Cells];
        Span<float> own = stackalloc float[grids.Count];
        for (var cell = 0; cell < result.Length; cell++)
        {
            for (var n = 0; n < grids.Count; n++)
                own[n] = value(grids[n][cell]);
            result[cell] = Selection.Nth(own, grids.Count / 2) * StepGrid.Unit;
        }
        return result;
    }

    /// <summary>Cells of a frame moved to where the scene under them lay before its step, or (-1) back.</summary>
    public static bool[] Moved(bool[] cells, ShotSurvey shot, StepGrid step, int way) =>
        CellShape.Moved(cells, Width, Height, way * (int)Math.Round(step.X * Width / shot.Format.Width), way * (int)Math.Round(step.Y * Height / shot.Format.Height));

    // By how many 8-bit levels a place differs from what is just around it.
    private static double StandsOut(FrameSurvey frame, bool[] cells)
    {
        if (frame.Thumbnail.Length == 0)
            return 0;
        var (close, wide) = (CellShape.Grown(cells, Width, Height, 1), CellShape.Grown(cells, Width, Height, 4));
        var (inside, own, outside, others) = (0.0, 0, 0.0, 0);
        for (var i = 0; i < cells.Length; i++)
        {
            var grey = frame.Thumbnail[i / Width * FrameSurvey.ThumbnailHeight / Height * FrameSurvey.ThumbnailWidth + i % Width * FrameSurvey.ThumbnailWidth / Width];
            if (cells[i])
                (inside, own) = (inside + grey, own + 1);
            else if (wide[i] && !close[i])
                (outside, others) = (outside + grey, others + 1);
        }
        return own == 0 || others == 0 ? 0 : Math.Abs(inside / own - outside / others);
    }

    private static void Join(List<Run> runs, int moment, StepPatch patch)
    {
        Run? best = null;
        var most = 0.5;
        foreach (var run in runs)
            if (run.Patches[^1].Patch.Sign == patch.Sign && moment - run.Patches[^1].Moment is > 0 and <= Gap && StepPatch.Common(run.Patches[^1].Patch.Cells, patch.Cells) is var common && common >= most)
                (best, most) = (run, common);
        if (best is null)
            runs.Add(best = new Run());
        best.Patches.Add((moment, patch));
    }

    private sealed class Run
    {
        public List<(int Moment, StepPatch Patch)> Patches { get; } = [];

        public StainStep Step(ShotSurvey shot, List<(int Index, StepGrid Step)> moments)
        {
            var counts = new int[StepGrid.Cells];
            foreach (var (_, patch) in Patches)
                for (var i = 0; i < counts.Length; i++)
                    counts[i] += patch.Cells[i] ? 1 : 0;
            var cells = Array.ConvertAll(counts, count => 2 * count >= Patches.Count);
            var (index, step) = moments[Patches[Patches.Count / 2].Moment];
            var contrast = Middle([.. Patches.Select(seen => seen.Patch.Contrast)]);
            var before = Moved(cells, shot, step, 1);
            return new StainStep(
                Patches[0].Patch.Sign, moments[Patches[0].Moment].Index, cells, before, Patches.Count, VigourSays * Lost(cells, moments) + Math.Clamp((StandsOut(shot.Frames[index], cells) - StandsOut(shot.Frames[index - step.Lag], before)) / contrast, -1, 1) > 0,
                contrast, Middle([.. Patches.Select(seen => seen.Patch.Mismatch)]));
        }

        // How much vigour what is seen beneath has lost by the step, against what is seen around; 0 where another thing is seen.
        private double Lost(bool[] cells, List<(int Index, StepGrid Step)> moments)
        {
            var (inner, close, wide) = (CellShape.Shrunk(cells, Width, Height), CellShape.Grown(cells, Width, Height, 1), CellShape.Grown(cells, Width, Height, 4));
            var (inside, own, outside, others) = (0.0, 0, 0.0, 0);
            foreach (var (moment, _) in Patches)
                for (var i = 0; i < cells.Length; i++)
                    if (inner[i])
                        (inside, own) = (inside + moments[moment].Step.Vigour[i], own + 1);
                    else if (wide[i] && !close[i])
                        (outside, others) = (outside + moments[moment].Step.Vigour[i], others + 1);
            var lost = own == 0 || others == 0 ? 0 : StepGrid.VigourUnit * (outside / others - inside / own);
            return Math.Abs(lost) > MostVigour ? 0 : Math.Clamp(lost, -Tint, Tint);
        }

        private static double Middle(double[] values) => Selection.Nth(values.AsSpan(), values.Length / 2);
    }
}

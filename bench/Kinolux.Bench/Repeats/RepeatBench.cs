using System.Diagnostics;
using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Work;

namespace Kinolux.Bench.Repeats;

/// <summary>Restores films by the standard policy: of neighbouring frames that show one picture, how many still do.</summary>
internal static class RepeatBench
{
    // What a codec makes of a repeat, in 16-bit levels on the mean.
    private const double Equal = 257 / 4.0;

    private static readonly FramePool Pool = new();

    public static void Run(IReadOnlyList<string> films, string scratch)
    {
        Console.WriteLine("| film | frames | pairs that differ by less than a quarter of a level | still do | most that one of them differs by now | and differed by |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var film in films)
        {
            var restored = Path.Combine(scratch, "restored.mkv");
            new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Output = restored, Work = WorkFolder.For(restored), Overwrite = true, Fresh = true });
            var (before, after) = (Steps(film), Steps(restored));
            if (before.Count != after.Count)
                throw new UnreachableException("The restored film has other frames.");
            var equal = Enumerable.Range(0, before.Count).Where(i => before[i] < Equal).ToList();
            var worst = equal.Count == 0 ? 0 : equal.MaxBy(i => after[i]);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {Path.GetFileName(film)} | {before.Count + 1} | {equal.Count} | {equal.Count(i => after[i] < Equal)} | {(equal.Count == 0 ? "" : $"{after[worst] / 257:0.00} levels, frame {worst + 1} | {before[worst] / 257:0.00}")} |"));
        }
    }

    /// <summary>What each frame but the first differs by from the one before, 16-bit levels on the mean.</summary>
    private static List<double> Steps(string film)
    {
        using var reader = new FilmReader(Film.Open(film), null, Pool);
        var steps = new List<double>();
        var last = reader.Read();
        while (last is not null && reader.Read() is { } frame)
        {
            steps.Add(Difference(last.Guide, frame.Guide));
            last.Dispose();
            last = frame;
        }
        last?.Dispose();
        return steps;
    }

    private static double Difference(Plane a, Plane b)
    {
        var sum = 0L;
        for (var y = 0; y < a.Height; y++)
        {
            var (one, two) = (y * a.Stride, y * b.Stride);
            for (var x = 0; x < a.Width; x++)
                sum += Math.Abs(a.Data[one + x] - b.Data[two + x]);
        }
        return (double)sum / ((long)a.Width * a.Height);
    }
}

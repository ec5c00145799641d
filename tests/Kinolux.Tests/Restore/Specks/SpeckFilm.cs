using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Specks;

/// <summary>A small panning film with seeded damage, and a way to run stages over it.</summary>
internal sealed class SpeckFilm
{
    public SpeckFilm(int width, int height, PixelLayout layout, int count)
    {
        Format = new FrameFormat(width, height, layout, 8);
        Clean = [.. Enumerable.Range(0, count).Select(Scene)];
        Damaged = [.. Clean.Select(Pool.Copy)];
        Truth = [.. Clean.Select(_ => new bool[width * height])];
    }

    private readonly HashSet<int> _rebuilt = [];

    public FramePool Pool { get; } = new();

    public FrameFormat Format { get; }

    public Frame[] Clean { get; }

    public Frame[] Damaged { get; }

    public bool[][] Truth { get; }

    public PrintedFrame? Printed { get; init; }

    /// <summary>How far the scene moves with each frame, in luma samples.</summary>
    public const double PanX = 1.5, PanY = 0.5;

    /// <summary>Round spots, black and white, in every plane, at places of their own in each frame.</summary>
    public SpeckFilm WithSpots(int each, int seed)
    {
        var random = new Random(seed);
        for (var frame = 0; frame < Damaged.Length; frame++)
            for (var spot = 0; spot < each; spot++)
                Spot(frame, random.Next(4, Format.Width - 4), random.Next(4, Format.Height - 4), 1.5 + random.NextDouble() * 2.5, random.Next(2) == 0);
        return this;
    }

    public void Spot(int frame, int cx, int cy, double radius, bool white)
    {
        for (var y = 0; y < Format.Height; y++)
            for (var x = 0; x < Format.Width; x++)
                if ((x - cx) * (x - cx) + (y - cy) * (y - cy) <= radius * radius)
                {
                    Truth[frame][y * Format.Width + x] = true;
                    for (var plane = 0; plane < Format.PlaneCount; plane++)
                        if (plane == 0 || !Format.HasChroma)
                            Damaged[frame].Planes[plane][x, y] = (ushort)(white ? 250 * 257 : 5 * 257);
                        else
                            Damaged[frame].Planes[plane][x >> Format.ChromaShiftX, y >> Format.ChromaShiftY] = Format.NeutralChroma;
                }
    }

    /// <summary>Makes a frame repeat the one before it, dirt and all, as a codec does: each block of 16 × 16 is up to 3 levels lighter or darker.</summary>
    public void Repeat(int frame)
    {
        Clean[frame] = Clean[frame - 1];
        Damaged[frame] = Pool.Copy(Damaged[frame - 1]);
        Truth[frame] = Truth[frame - 1];
        for (var y = 0; y < Format.Height; y++)
            foreach (ref var sample in Damaged[frame].Guide.Row(y))
                sample = (ushort)Math.Clamp(sample + (y / 16 % 3 - 1) * 3 * 257, 0, 65535);
    }

    /// <summary>Puts in place of a repeat what is made of the frames around it: the moment between, with half of the dirt of both.</summary>
    public void Rebuild(int frame)
    {
        _rebuilt.Add(frame);
        for (var y = 0; y < Format.Height; y++)
            for (var x = 0; x < Format.Width; x++)
            {
                var (before, after) = (Math.Min(x + 1, Format.Width - 1), Math.Max(x - 1, 0));
                var dirt = Damaged[frame - 1].Guide[before, y] - Clean[frame - 1].Guide[before, y] + Damaged[frame + 1].Guide[after, y] - Clean[frame + 1].Guide[after, y];
                Damaged[frame].Guide[x, y] = (ushort)Math.Clamp(Clean[frame].Guide[x, y] + dirt / 2, 0, 65535);
            }
    }

    /// <summary>How far the first pass saw the whole picture move aside with each frame.</summary>
    public float Moved { get; init; }

    /// <summary>How bright the first pass says that a frame is.</summary>
    public Func<int, float> Light { get; init; } = _ => 0;

    /// <summary>What the first pass says of dirt in the film, see <see cref="ShotSurvey.Dirt"/>.</summary>
    public double Dirt { get; set; } = 1;

    public ShotSurvey Survey => new(
        new Shot(1, new FrameRange(0, Damaged.Length - 1), Printed: Printed), Format,
        [.. Damaged.Select((frame, number) => new FrameSurvey
        {
            Mean = Light(number), Quantiles = [.. Enumerable.Range(0, FrameSurvey.QuantileCount).Select(i => 4096f * i)], Grid = new float[FrameSurvey.GridWidth * FrameSurvey.GridHeight],
            Noise = 0, Difference = number == 0 || _rebuilt.Contains(number) ? 0 : Difference(Damaged[number - 1].Guide, frame.Guide), BlockDifference = 0, Motion = new GlobalMotion(number == 0 ? 0 : Moved, 0, 0, 0, 1),
        })])
    { Dirt = Dirt };

    /// <summary>Runs one stage over frames <paramref name="first"/> to the end; proposals at least half sure are accepted.</summary>
    public Frame[] Run(IRestorationStage stage, StageOptions? options = null, int threads = 1, int first = 0, List<Proposal>? proposals = null, IReadOnlyList<Proposal>? wishes = null, Verdict? all = null, IReadOnlyList<Proposal>? planned = null)
    {
        var plan = new StagePlan(stage, options ?? stage.DefaultOptions, [.. (planned ?? []).Select(proposal => new Decided(proposal, Verdict.Accept, "test"))], wishes ?? []);
        using var chain = new StageChain(Survey, n => Damaged[n].Share(), [plan], Quality.Balanced, Pool, new RowRunner(threads), (_, proposal) =>
        {
            proposals?.Add(proposal);
            return new Decided(proposal, all ?? (proposal.Confidence >= 0.5 ? Verdict.Accept : Verdict.Wait), "test");
        });
        return [.. Enumerable.Range(first, Damaged.Length - first).Select(chain.Get)];
    }

    public static double Psnr(IEnumerable<(Frame A, Frame B)> pairs)
    {
        double sum = 0, count = 0;
        foreach (var (a, b) in pairs)
            for (var plane = 0; plane < a.Planes.Length; plane++)
                for (var y = 0; y < a.Planes[plane].Height; y++)
                    for (var x = 0; x < a.Planes[plane].Width; x++)
                    {
                        var e = (a.Planes[plane][x, y] - b.Planes[plane][x, y]) / 257.0;
                        sum += e * e;
                        count++;
                    }
        return 10 * Math.Log10(255 * 255 / Math.Max(1e-6, sum / count));
    }

    public static void AssertSame(Frame[] expected, Frame[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            for (var plane = 0; plane < expected[i].Planes.Length; plane++)
                for (var y = 0; y < expected[i].Planes[plane].Height; y++)
                    Assert.True(expected[i].Planes[plane].Row(y).SequenceEqual(actual[i].Planes[plane].Row(y)), $"frame {i}, plane {plane}, row {y} differ");
    }

    private static float Difference(Plane a, Plane b)
    {
        var sum = 0.0;
        for (var y = 0; y < a.Height; y++)
            for (var x = 0; x < a.Width; x++)
                sum += Math.Abs(a[x, y] - b[x, y]);
        return (float)(sum / a.Width / a.Height);
    }

    private Frame Scene(int number)
    {
        var frame = Pool.Rent(Format);
        for (var plane = 0; plane < Format.PlaneCount; plane++)
        {
            var chroma = plane > 0 && Format.HasChroma;
            var (sx, sy) = chroma ? (Format.ChromaShiftX, Format.ChromaShiftY) : (0, 0);
            var target = frame.Planes[plane];
            for (var y = 0; y < target.Height; y++)
                for (var x = 0; x < target.Width; x++)
                {
                    var u = (x << sx) + number * PanX;
                    var v = (y << sy) + number * PanY;
                    var wave = Math.Sin(u * 0.31 + Math.Sin(v * 0.07) * 2) + Math.Sin(v * 0.27 + u * 0.05) + 0.6 * Math.Sin(u * 0.9 + v * 0.7) + Math.Sin(u * 0.06 - v * 0.045 + plane);
                    target[x, y] = (ushort)(Math.Round(128 + (chroma ? 12 : 28) * wave) * 257);
                }
        }
        return frame;
    }
}

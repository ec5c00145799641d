using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Stages;

/// <summary>Runs stages alone on frames in memory, as one shot, and measures what came out.</summary>
internal sealed class StageTrial(IReadOnlyList<Frame> film)
{
    public int Threads { get; init; } = 1;

    public Quality Quality { get; init; } = Quality.Balanced;

    public FramePool Pool { get; } = new();

    /// <summary>The frames from <paramref name="first"/> on after one stage.</summary>
    public IReadOnlyList<Frame> Run(IRestorationStage stage, StageOptions? options = null, int first = 0, IReadOnlyList<Decided>? planned = null) =>
        Run([new StagePlan(stage, options ?? stage.DefaultOptions, planned ?? [], [])], first);

    public IReadOnlyList<Frame> Run(IReadOnlyList<StagePlan> plans, int first = 0)
    {
        var rows = new RowRunner(Threads);
        using var chain = new StageChain(Survey(), n => film[n].Share(), plans, Quality, Pool, rows, (_, proposal) => new Decided(proposal, Verdict.Accept, "test"));
        return Enumerable.Range(first, film.Count - first).Select(chain.Get).ToArray();
    }

    public ShotSurvey Survey() => new(new Shot(1, new FrameRange(0, film.Count - 1)), film[0].Format, film.Select(Measure).ToArray());

    public static double Psnr(Frame one, Frame two, int plane = -1)
    {
        var (sum, count) = (0.0, 0L);
        for (var p = 0; p < one.Planes.Length; p++)
        {
            if (plane >= 0 && p != plane)
                continue;
            for (var y = 0; y < one.Planes[p].Height; y++)
                for (var x = 0; x < one.Planes[p].Width; x++)
                    sum += Math.Pow((one.Planes[p][x, y] - two.Planes[p][x, y]) / 257.0, 2);
            count += (long)one.Planes[p].Width * one.Planes[p].Height;
        }
        return sum == 0 ? 99 : 10 * Math.Log10(255 * 255 * count / sum);
    }

    public static bool Same(Frame one, Frame two)
    {
        for (var p = 0; p < one.Planes.Length; p++)
            for (var y = 0; y < one.Planes[p].Height; y++)
                if (!one.Planes[p].Row(y).SequenceEqual(two.Planes[p].Row(y)))
                    return false;
        return true;
    }

    private static FrameSurvey Measure(Frame frame)
    {
        var curve = NoiseMeter.Measure(frame.Guide, RowRunner.Serial);
        return new FrameSurvey
        {
            Mean = 0, Quantiles = new float[FrameSurvey.QuantileCount], Grid = new float[FrameSurvey.GridWidth * FrameSurvey.GridHeight],
            Noise = curve.Mean, NoiseCurve = curve, Coarseness = NoiseMeter.Coarseness(frame.Guide, curve, RowRunner.Serial), Difference = 0, BlockDifference = 0, Motion = default,
        };
    }
}

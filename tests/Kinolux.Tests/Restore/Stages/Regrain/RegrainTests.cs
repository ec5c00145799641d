using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages.Degrain;
using Kinolux.Restore.Stages.Regrain;
using Kinolux.Tests.Restore.Noise;
using DegrainStage = Kinolux.Restore.Stages.Degrain.Degrain;
using RegrainStage = Kinolux.Restore.Stages.Regrain.Regrain;

namespace Kinolux.Tests.Restore.Stages.Regrain;

public class RegrainTests
{
    private static readonly FrameFormat Gray = new(240, 176, PixelLayout.Gray, 8);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Grain_taken_out_and_given_back_measures_like_the_film_s_own(bool coarse)
    {
        var film = Flat(3, frame => Grain(frame, 9, coarse));
        var trial = new StageTrial(film);
        var result = trial.Run([new StagePlan(new DegrainStage()), new StagePlan(new RegrainStage())]);
        var (own, given) = (NoiseMeter.Measure(film[1].Guide, RowRunner.Serial), NoiseMeter.Measure(result[1].Guide, RowRunner.Serial));
        Assert.InRange(given.Mean / own.Mean, 0.85, 1.15);
        var (ownCoarse, givenCoarse) = (NoiseMeter.Coarseness(film[1].Guide, own, RowRunner.Serial), NoiseMeter.Coarseness(result[1].Guide, given, RowRunner.Serial));
        Assert.InRange(givenCoarse / ownCoarse, 0.65, 1.3);
        Assert.True(coarse ? ownCoarse > 1.25 : ownCoarse < 1.1, $"coarseness {ownCoarse:0.00}");
    }

    [Fact]
    public void Coarse_grain_is_taken_out_too()
    {
        var clean = Flat(5, _ => { });
        var film = Flat(5, frame => Grain(frame, 9, coarse: true));
        var result = new StageTrial(film).Run(new DegrainStage());
        var (before, after) = (StageTrial.Psnr(clean[2], film[2]), StageTrial.Psnr(clean[2], result[2]));
        Assert.True(after > before + 5, $"{before:0.00} dB to {after:0.00} dB");
    }

    [Fact]
    public void A_share_of_the_strength_is_a_share_of_the_grain_and_each_frame_has_its_own()
    {
        var film = Flat(2, frame => Grain(frame, 9, coarse: false));
        var trial = new StageTrial(film);
        var third = trial.Run([new StagePlan(new DegrainStage()), new StagePlan(new RegrainStage(), new RegrainOptions { Strength = 0.33 })]);
        Assert.InRange(NoiseMeter.Measure(third[0].Guide, RowRunner.Serial).Mean / 257, 2.4, 3.6);
        Assert.False(StageTrial.Same(third[0], third[1]));
        Assert.Same(film[0], trial.Run(new RegrainStage(), new RegrainOptions { Strength = 0 })[0]);
    }

    [Fact]
    public void A_grey_film_in_RGB_stays_grey_and_threads_change_nothing()
    {
        var noisy = DriftingFilm.Noisy(DriftingFilm.Clean(new FrameFormat(101, 67, PixelLayout.Rgb, 8), 2), 8, 1);
        foreach (var frame in noisy)
        {
            frame.Planes[0].CopyTo(frame.Planes[1]);
            frame.Planes[0].CopyTo(frame.Planes[2]);
        }
        var one = new StageTrial(noisy).Run(new RegrainStage());
        var many = new StageTrial(noisy) { Threads = 3 }.Run(new RegrainStage());
        Assert.True(StageTrial.Same(one[1], many[1]));
        for (var y = 0; y < 67; y++)
            Assert.True(one[1].Planes[0].Row(y).SequenceEqual(one[1].Planes[2].Row(y)));
    }

    private static Frame[] Flat(int count, Action<(Frame Frame, int Number)> damage)
    {
        var pool = new FramePool();
        return Enumerable.Range(0, count).Select(t =>
        {
            var frame = pool.Rent(Gray);
            for (var y = 0; y < Gray.Height; y++)
                for (var x = 0; x < Gray.Width; x++)
                    frame.Guide[x, y] = (ushort)(12000 + 40000 * x / Gray.Width + 4000 * Math.Sin(y * 0.1));
            damage((frame, t));
            return frame;
        }).ToArray();
    }

    // White noise, or the same through the kernel 1 3 1 both ways, of the same deviation.
    private static void Grain((Frame Frame, int Number) at, double sigma, bool coarse)
    {
        var (plane, random) = (at.Frame.Guide, new Random(at.Number));
        var (width, height) = (plane.Width + 2, plane.Height + 2);
        var white = Enumerable.Range(0, width * height).Select(_ => SyntheticNoise.Normal(random)).ToArray();
        var side = coarse ? 1 / 3.0 : 0;
        var scale = sigma * 257 / (1 + 2 * side * side);
        for (var y = 0; y < plane.Height; y++)
            for (var x = 0; x < plane.Width; x++)
            {
                var sum = 0.0;
                for (var j = 0; j < 3; j++)
                    for (var i = 0; i < 3; i++)
                        sum += white[(y + j) * width + x + i] * (i == 1 ? 1 : side) * (j == 1 ? 1 : side);
                plane[x, y] = (ushort)Math.Clamp(plane[x, y] + scale * sum, 0, 65535);
            }
    }
}

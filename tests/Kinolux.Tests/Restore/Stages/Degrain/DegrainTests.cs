using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Degrain;
using DegrainStage = Kinolux.Restore.Stages.Degrain.Degrain;

namespace Kinolux.Tests.Restore.Stages.Degrain;

public class DegrainTests
{
    private static readonly FrameFormat Gray = new(120, 88, PixelLayout.Gray, 8);

    [Theory]
    [InlineData(Quality.Fast, 5.0)]
    [InlineData(Quality.Balanced, 6.0)]
    [InlineData(Quality.Best, 7.0)]
    public void Noise_of_sigma_20_is_taken_out(Quality quality, double gain)
    {
        var clean = DriftingFilm.Clean(Gray, 7);
        var noisy = DriftingFilm.Noisy(clean, 20, 1);
        var result = new StageTrial(noisy) { Quality = quality }.Run(new DegrainStage());
        var (before, after) = (StageTrial.Psnr(clean[3], noisy[3]), StageTrial.Psnr(clean[3], result[3]));
        TestContext.Current.TestOutputHelper?.WriteLine($"{quality}: {before:0.00} dB to {after:0.00} dB");
        Assert.True(after > before + gain, $"{before:0.00} dB to {after:0.00} dB");
    }

    [Theory]
    [InlineData(PixelLayout.Yuv420)]
    [InlineData(PixelLayout.Yuv422)]
    [InlineData(PixelLayout.Rgb)]
    public void Every_plane_gains(PixelLayout layout)
    {
        var clean = DriftingFilm.Clean(new FrameFormat(131, 97, layout, 10), 5);
        var noisy = DriftingFilm.Noisy(clean, 12, 2);
        var result = new StageTrial(noisy).Run(new DegrainStage());
        for (var plane = 0; plane < 3; plane++)
            Assert.True(StageTrial.Psnr(clean[2], result[2], plane) > StageTrial.Psnr(clean[2], noisy[2], plane) + 3);
    }

    [Theory]
    [InlineData(Quality.Balanced)]
    [InlineData(Quality.Best)]
    public void Threads_and_chunks_do_not_change_a_bit(Quality quality)
    {
        var noisy = DriftingFilm.Noisy(DriftingFilm.Clean(new FrameFormat(90, 99, PixelLayout.Yuv420, 8), 18), 10, 3);
        var one = new StageTrial(noisy) { Quality = quality }.Run(new DegrainStage());
        var many = new StageTrial(noisy) { Quality = quality, Threads = 4 }.Run(new DegrainStage());
        var late = new StageTrial(noisy) { Quality = quality }.Run(new DegrainStage(), first: 11);
        for (var t = 0; t < noisy.Length; t++)
        {
            Assert.True(StageTrial.Same(one[t], many[t]));
            if (t >= 11)
                Assert.True(StageTrial.Same(one[t], late[t - 11]));
        }
    }

    [Fact]
    public void Strength_0_a_rejected_proposal_and_a_clean_film_change_nothing()
    {
        var clean = DriftingFilm.Clean(Gray, 3);
        var noisy = DriftingFilm.Noisy(clean, 10, 4);
        var trial = new StageTrial(noisy);
        var stage = new DegrainStage();
        var proposal = Assert.Single(stage.Plan(trial.Survey(), stage.DefaultOptions, Quality.Fast));
        Assert.Same(noisy[1], trial.Run(stage, new DegrainOptions { Strength = 0 })[1]);
        Assert.Same(noisy[1], trial.Run(stage, planned: [new Decided(proposal, Verdict.Reject, "a person")])[1]);
        Assert.True(StageTrial.Psnr(clean[1], new StageTrial(clean).Run(stage)[1]) > 45);
    }

    [Fact]
    public void The_proposal_carries_the_noise_that_was_measured_and_an_edit_of_it_counts()
    {
        var noisy = DriftingFilm.Noisy(DriftingFilm.Clean(Gray, 3), 10, 5);
        var trial = new StageTrial(noisy);
        var stage = new DegrainStage();
        var proposal = Assert.Single(stage.Plan(trial.Survey(), stage.DefaultOptions, Quality.Fast));
        var level = (double)proposal.Change!["sigma"]![4]!;
        Assert.InRange(level, 8, 12);
        var weak = proposal with { Change = new JsonObject { ["sigma"] = new JsonArray([.. Enumerable.Repeat(1.0, 8).Select(n => JsonValue.Create(n))]) } };
        var edited = trial.Run(stage, planned: [new Decided(weak, Verdict.Edit, "a person")])[1];
        var whole = trial.Run(stage, planned: [new Decided(proposal, Verdict.Accept, "a policy")])[1];
        Assert.True(StageTrial.Psnr(noisy[1], edited) > StageTrial.Psnr(noisy[1], whole) + 3);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(7, 30, 2)]
    [InlineData(8, 8, 1)]
    [InlineData(17, 9, 3)]
    public void Tiny_frames_and_short_shots_pass(int width, int height, int count)
    {
        var noisy = DriftingFilm.Noisy(DriftingFilm.Clean(new FrameFormat(width, height, PixelLayout.Yuv420, 8), count), 10, 6);
        foreach (var quality in Enum.GetValues<Quality>())
            Assert.Equal(count, new StageTrial(noisy) { Quality = quality }.Run(new DegrainStage()).Count);
    }

    [Fact]
    public void The_transform_of_a_group_equals_its_reference_and_comes_back()
    {
        var random = new Random(7);
        foreach (var count in (int[])[1, 2, 4, 8, 16])
        {
            var group = Enumerable.Range(0, count * 64).Select(_ => random.Next(65536) * 1f).ToArray();
            var (vector, scalar) = (group.ToArray(), group.ToArray());
            BlockTransform.Forward(vector, count);
            BlockTransform.ForwardReference(scalar, count);
            Assert.Equal(scalar, vector);
            BlockTransform.Inverse(vector, count);
            BlockTransform.InverseReference(scalar, count);
            Assert.Equal(scalar, vector);
            for (var i = 0; i < group.Length; i++)
                Assert.Equal(group[i], vector[i], 0.1f);
        }
    }

    [Fact]
    public void Block_differences_equal_their_reference()
    {
        var random = new Random(8);
        var (one, two) = (new Plane(40, 20), new Plane(50, 20));
        foreach (ref var sample in one.Data.AsSpan())
            sample = (ushort)random.Next(65536);
        foreach (ref var sample in two.Data.AsSpan())
            sample = (ushort)random.Next(65536);
        for (var x = 0; x < 20; x++)
            Assert.Equal(
                BlockMatcher.DifferenceReference(one, x, 3, two, 2 * x, 5),
                BlockMatcher.Difference(ref one.Data[3 * one.Stride + x], one.Stride, ref two.Data[5 * two.Stride + 2 * x], two.Stride));
    }
}

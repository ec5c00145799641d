using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Models.Cards;
using Kinolux.Models.Registry;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Degrain;
using Kinolux.Tests.Models;
using DegrainStage = Kinolux.Restore.Stages.Degrain.Degrain;

namespace Kinolux.Tests.Restore.Stages.Degrain;

/// <summary>Degrain with a model in the registry: the mean of 5 × 5 samples, which is easily told from what the stage does by itself.</summary>
public sealed class DegrainModelTests : IDisposable
{
    private static readonly DegrainOptions Always = new() { Model = ModelUse.Always };

    private readonly TemporaryFolder _folder = new();
    private readonly Frame[] _noisy = DriftingFilm.Noisy(DriftingFilm.Clean(new FrameFormat(130, 97, PixelLayout.Yuv420, 8), 6), 20, 1);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_luma_is_what_the_model_makes_of_it_and_chroma_is_filtered_as_ever()
    {
        var result = Run(Always);
        var classical = Run(new DegrainOptions { Model = ModelUse.Never });
        var (noisy, clean) = (_noisy[3].Planes[0], result[3].Planes[0]);
        for (var y = 2; y < 95; y += 7)
            for (var x = 2; x < 128; x += 5)
            {
                var sum = 0;
                for (var j = -2; j <= 2; j++)
                    for (var i = -2; i <= 2; i++)
                        sum += noisy[x + i, y + j];
                Assert.InRange(clean[x, y], sum / 25 - 2, sum / 25 + 2);
            }
        Assert.Equal(99, StageTrial.Psnr(classical[3], result[3], 1));
    }

    [Fact]
    public void A_colour_model_takes_all_planes_of_an_RGB_film()
    {
        var noisy = DriftingFilm.Noisy(DriftingFilm.Clean(new FrameFormat(66, 41, PixelLayout.Rgb, 8), 3), 20, 1);
        var stage = new DegrainStage(Registry(Swap()));
        var trial = new StageTrial(noisy);
        var plan = stage.Plan(trial.Survey(), Always, Quality.Best).Select(proposal => new Decided(proposal, Verdict.Accept, "test")).ToArray();
        var result = trial.Run(stage, Always, planned: plan);
        foreach (var (from, to) in new[] { (0, 1), (1, 0), (2, 2) })
            for (var y = 0; y < 41; y++)
                Assert.Equal(noisy[1].Planes[from].Row(y), result[1].Planes[to].Row(y));
    }

    [Fact]
    public void The_proposal_names_the_model_its_hash_and_its_gain()
    {
        var proposal = Plan(new DegrainOptions(), Quality.Best, Measured(33, 32));
        Assert.Equal("mean", (string?)proposal.Change!["model"]!["name"]); // A model was chosen.
        Assert.Equal(TestModels.Mean().Card.Sha256, (string?)proposal.Change["model"]!["sha256"]);
        Assert.Contains(proposal.Evidence, evidence => evidence.What.Contains(TestModels.Mean().Card.Sha256, StringComparison.Ordinal) && evidence.Value == 1);
        Assert.Equal($"mean {TestModels.Mean().Card.ShortHash}", proposal.Source.Settings);
    }

    [Theory]
    [InlineData(Quality.Fast, 33, 1000, false)]
    [InlineData(Quality.Balanced, 33, 1000, true)]
    [InlineData(Quality.Balanced, 33, 2e6, false)]
    [InlineData(Quality.Best, 33, 2e6, true)]
    [InlineData(Quality.Best, 33, 1e9, false)]
    [InlineData(Quality.Best, 31.9, 1000, false)]
    public void Measured_quality_and_cost_choose(Quality quality, double reached, double operations, bool chosen) =>
        Assert.Equal(chosen, Plan(new DegrainOptions(), quality, Measured(reached, 32) with { OperationsPerSample = operations }).Change!["model"] is not null);

    [Fact]
    public void A_card_that_nobody_held_against_the_stage_is_used_when_asked_for_alone()
    {
        Assert.Null(Plan(new DegrainOptions(), Quality.Best, TestModels.Mean().Card).Change!["model"]);
        Assert.NotNull(Plan(Always, Quality.Fast, TestModels.Mean().Card).Change!["model"]);
        Assert.Null(Plan(new DegrainOptions { Model = ModelUse.Never }, Quality.Best, Measured(40, 32)).Change!["model"]);
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void A_model_of_film_takes_shots_with_neighbours_alone(int frames, bool taken)
    {
        var stage = new DegrainStage(Registry(Video()));
        var proposal = Assert.Single(stage.Plan(new StageTrial(_noisy[..frames]).Survey(), Always, Quality.Best));
        Assert.Equal(taken, proposal.Change!["model"] is not null); // A grain proposal carries its noise.
    }

    [Fact]
    public void The_gain_is_taken_at_the_noise_of_the_shot()
    {
        MeasuredQuality[] quality = [new("clips", "psnr", 30, 10, 31), new("clips", "psnr", 33, 40, 30)];
        var proposal = Plan(new DegrainOptions(), Quality.Best, TestModels.Mean().Card with { Quality = quality });
        Assert.InRange(proposal.Evidence[^1].Value ?? 0, 0.1, 0.9); // Between -1 at 10 and 3 at 40, for about 20.
    }

    [Fact]
    public void A_model_that_the_plan_names_and_the_shelf_lacks_is_a_fault()
    {
        var proposal = Plan(Always, Quality.Best, TestModels.Mean().Card);
        var stage = new DegrainStage(new ModelRegistry(_folder.File("empty"), null));
        var fault = Assert.Throws<FaultException>(() => new StageTrial(_noisy).Run(stage, Always, planned: [new Decided(proposal, Verdict.Accept, "test")]));
        Assert.Equal("KX3802", fault.Fault.Code);
    }

    [Fact]
    public void Threads_and_chunks_do_not_change_a_bit()
    {
        foreach (var model in new[] { TestModels.Mean(), TestModels.Deep(), Video() })
        {
            var stage = new DegrainStage(Registry(model));
            var plan = Decide(stage, Always, Quality.Balanced);
            var one = new StageTrial(_noisy).Run(stage, Always, planned: plan);
            var many = new StageTrial(_noisy) { Threads = 4 }.Run(stage, Always, planned: plan);
            var late = new StageTrial(_noisy).Run(stage, Always, first: 3, planned: plan);
            Assert.All(Enumerable.Range(0, 6), t => Assert.True(StageTrial.Same(one[t], many[t])));
            Assert.All(Enumerable.Range(3, 3), t => Assert.True(StageTrial.Same(one[t], late[t - 3])));
        }
    }

    [Fact]
    public void A_video_model_sees_the_frames_around_on_the_middle_one()
    {
        var clean = DriftingFilm.Clean(new FrameFormat(130, 97, PixelLayout.Gray, 8), 6);
        var noisy = DriftingFilm.Noisy(clean, 20, 1);
        var stage = new DegrainStage(Registry(Video()));
        var trial = new StageTrial(noisy);
        var plan = new[] { new Decided(Assert.Single(stage.Plan(trial.Survey(), Always, Quality.Best)), Verdict.Accept, "test") };
        var result = trial.Run(stage, Always, planned: plan);
        // The mean of five pictures with noise of their own gains 7 dB where the motion is right.
        for (var t = 0; t < 6; t++)
            Assert.True(StageTrial.Psnr(clean[t], result[t]) > StageTrial.Psnr(clean[t], noisy[t]) + (t is 0 or 5 ? 2 : 3.5), $"frame {t}: {StageTrial.Psnr(clean[t], noisy[t]):0.0} to {StageTrial.Psnr(clean[t], result[t]):0.0} dB");
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(7, 30)]
    [InlineData(9, 8)]
    public void Tiny_frames_pass(int width, int height)
    {
        var noisy = DriftingFilm.Noisy(DriftingFilm.Clean(new FrameFormat(width, height, PixelLayout.Gray, 8), 2), 10, 6);
        var stage = new DegrainStage(Registry(TestModels.Deep()));
        var trial = new StageTrial(noisy);
        var plan = stage.Plan(trial.Survey(), Always, Quality.Best).Select(proposal => new Decided(proposal, Verdict.Accept, "test")).ToArray();
        Assert.Equal(2, trial.Run(stage, Always, planned: plan).Count);
    }

    private static (ModelCard Card, byte[] Bytes) Video()
    {
        var (card, bytes) = TestModels.Denoiser("video", 1, 1, new OnnxWriter().Input("frames", 5).Input("noise", 1).Output("clean", 1)
            .Constant("mean", [.. Enumerable.Repeat(0.2f, 5)], 1, 5, 1, 1).Constant("none", [0], 1)
            .Node("Conv", ["frames", "mean"], "blurred", ("kernel_shape", [1, 1])).Node("Mul", ["noise", "none"], "nothing").Node("Add", ["blurred", "nothing"], "clean"));
        return (card with { Task = ModelTask.VideoDenoise, Inputs = [new TensorCard("frames", ["t-2", "t-1", "t", "t+1", "t+2"], [0, 1]), card.Inputs[1]] }, bytes);
    }

    // Red becomes green and green red.
    private static (ModelCard Card, byte[] Bytes) Swap()
    {
        var (card, bytes) = TestModels.Denoiser("swap", 0, 1, new OnnxWriter().Input("picture", 3).Input("noise", 1).Output("clean", 3)
            .Constant("swap", [0, 1, 0, 1, 0, 0, 0, 0, 1], 3, 3, 1, 1).Constant("none", [0], 1)
            .Node("Conv", ["picture", "swap"], "swapped", ("kernel_shape", [1, 1])).Node("Mul", ["noise", "none"], "nothing").Node("Add", ["swapped", "nothing"], "clean"));
        string[] channels = ["red", "green", "blue"];
        return (card with { Inputs = [new TensorCard("picture", channels, [0, 1]), card.Inputs[1]], Outputs = [new TensorCard("clean", channels, [0, 1])] }, bytes);
    }

    private static ModelCard Measured(double reached, double classical) => TestModels.Mean().Card with { Quality = [new MeasuredQuality("clips", "psnr", reached, 20, classical)] };

    private ModelRegistry Registry((ModelCard Card, byte[] Bytes) model)
    {
        Assert.NotNull(TestModels.Runtime);
        var folder = Directory.CreateDirectory(_folder.File(model.Card.Name)).FullName;
        File.WriteAllBytes(Path.Combine(folder, model.Card.File), model.Bytes);
        File.WriteAllText(Path.Combine(folder, $"{model.Card.Name}.json"), JsonSerializer.Serialize(model.Card, KinoluxJson.Pretty));
        return new ModelRegistry(folder, null);
    }

    private Proposal Plan(DegrainOptions options, Quality quality, ModelCard card) =>
        Assert.Single(new DegrainStage(Registry((card, TestModels.Mean().Bytes))).Plan(new StageTrial(_noisy).Survey(), options, quality));

    private IReadOnlyList<Decided> Decide(DegrainStage stage, DegrainOptions options, Quality quality) =>
        [new Decided(Assert.Single(stage.Plan(new StageTrial(_noisy).Survey(), options, quality)), Verdict.Accept, "test")];

    private IReadOnlyList<Frame> Run(DegrainOptions options)
    {
        var stage = new DegrainStage(Registry(TestModels.Mean()));
        return new StageTrial(_noisy).Run(stage, options, planned: Decide(stage, options, Quality.Balanced));
    }
}

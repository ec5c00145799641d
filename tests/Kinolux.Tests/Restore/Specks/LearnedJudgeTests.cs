using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Models.Cards;
using Kinolux.Models.Registry;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Despeckle;
using Kinolux.Tests.Models;

namespace Kinolux.Tests.Restore.Specks;

/// <summary>Despeckle with a judge in the registry that believes the table half as much and half of what it sees.</summary>
public sealed class LearnedJudgeTests : IDisposable
{
    private static readonly DespeckleOptions Always = new() { Model = ModelUse.Always };

    private readonly TemporaryFolder _folder = new();
    private readonly SpeckFilm _film = Doubtful();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(Quality.Fast, 0.9, false)]
    [InlineData(Quality.Balanced, 0.9, false)]
    [InlineData(Quality.Best, 0.9, true)]
    [InlineData(Quality.Best, 0.8, false)]
    public void A_judge_that_measured_better_than_the_table_is_chosen_at_best(Quality quality, double reached, bool chosen)
    {
        var (card, bytes) = TestModels.Judge();
        var plan = Plan(Registry((card with { Quality = [new MeasuredQuality("clips", "f1", reached, Classical: 0.85)] }, bytes)), new DespeckleOptions(), quality);
        Assert.Equal(chosen, plan is [{ Change: { } change }] && change["model"] is not null);
        Assert.Equal(chosen ? 1 : 0, plan.Count);
    }

    [Fact]
    public void Without_a_model_the_table_judges()
    {
        var empty = new ModelRegistry(_folder.File("empty"), null);
        Assert.Empty(Plan(empty, Always, Quality.Best));
        Assert.Empty(Plan(Registry(TestModels.Judge()), new DespeckleOptions { Model = ModelUse.Never }, Quality.Best));
        List<Proposal> found = [], without = [];
        SpeckFilm.AssertSame(Run(new Despeckle(empty), [], found: without), Run(new Despeckle(Registry(TestModels.Judge())), [], found: found));
        Assert.Equal(Sure(without), Sure(found));
        Assert.All(found, proposal => Assert.Null(proposal.Source.Settings));
    }

    [Fact]
    public void The_plan_and_every_finding_name_the_judge()
    {
        var models = Registry(TestModels.Judge());
        var planned = Plan(models, Always, Quality.Fast);
        var card = TestModels.Judge().Card;
        Assert.Equal(card.Sha256, (string?)Assert.Single(planned).Change!["model"]!["sha256"]); // It was asked for always.
        List<Proposal> found = [];
        Run(new Despeckle(models), planned, found: found);
        Assert.NotEmpty(found);
        Assert.All(found, proposal => Assert.Equal($"judge {card.ShortHash}", proposal.Source.Settings));
        Assert.Contains(found, proposal => proposal.Evidence.Any(evidence => evidence.What.Contains(card.ShortHash, StringComparison.Ordinal) && Math.Abs(evidence.Value!.Value - proposal.Confidence) > 0.02));
    }

    [Fact]
    public void Threads_and_chunks_do_not_change_a_bit_nor_a_confidence()
    {
        var stage = new Despeckle(Registry(TestModels.Judge()));
        var planned = stage.Plan(_film.Survey, Always, Quality.Balanced);
        List<Proposal> one = [], many = [], late = [];
        var whole = Run(stage, planned, found: one);
        SpeckFilm.AssertSame(whole, Run(stage, planned, threads: 4, found: many));
        SpeckFilm.AssertSame(whole[3..], Run(stage, planned, first: 3, found: late));
        Assert.Equal(Sure(one), Sure(many));
        Assert.Equal(Sure(one.Where(proposal => proposal.Frames.First >= 3)), Sure(late.Where(proposal => proposal.Frames.First >= 3)));
    }

    [Fact]
    public void A_judge_that_the_plan_names_and_the_shelf_lacks_is_a_fault()
    {
        var planned = Plan(Registry(TestModels.Judge()), Always, Quality.Best);
        var fault = Assert.Throws<FaultException>(() => Run(new Despeckle(new ModelRegistry(_folder.File("empty"), null)), planned));
        Assert.Equal("KX3802", fault.Fault.Code);
    }

    [Fact]
    public void A_broken_judge_is_a_fault()
    {
        var (card, bytes) = TestModels.Judge();
        var models = Registry((card, bytes));
        var planned = Plan(models, Always, Quality.Best);
        File.WriteAllBytes(Path.Combine(_folder.File(card.Name), card.File), [.. bytes, 0]);
        Assert.Equal("KX1803", Assert.Throws<FaultException>(() => Run(new Despeckle(models), planned)).Fault.Code);

        var mute = Registry(TestModels.Judge("mute", float.NaN));
        Assert.Equal("KX1803", Assert.Throws<FaultException>(() => Run(new Despeckle(mute), Plan(mute, Always, Quality.Best))).Fault.Code);
    }

    // Spots as faint as what is doubtful.
    private static SpeckFilm Doubtful()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 7).WithSpots(4, 1);
        var random = new Random(3);
        foreach (var frame in film.Damaged)
            for (var spot = 0; spot < 12; spot++)
            {
                var (cx, cy, gain) = (random.Next(4, 157), random.Next(4, 91), random.Next(14, 30) * 257);
                for (var y = cy - 2; y <= cy + 2; y++)
                    for (var x = cx - 2; x <= cx + 2; x++)
                        frame.Guide[x, y] = (ushort)Math.Clamp(frame.Guide[x, y] + gain, 0, 65535);
            }
        return film;
    }

    private static IEnumerable<(string, double)> Sure(IEnumerable<Proposal> proposals) => proposals.Select(proposal => (proposal.Id, proposal.Confidence)).Order();

    private IReadOnlyList<Proposal> Plan(ModelRegistry models, DespeckleOptions options, Quality quality) => new Despeckle(models).Plan(_film.Survey, options, quality);

    private Frame[] Run(Despeckle stage, IReadOnlyList<Proposal> planned, int threads = 1, int first = 0, List<Proposal>? found = null) =>
        _film.Run(stage, threads: threads, first: first, proposals: found, planned: planned);

    private ModelRegistry Registry((ModelCard Card, byte[] Bytes) model)
    {
        Assert.NotNull(TestModels.Runtime);
        var folder = Directory.CreateDirectory(_folder.File(model.Card.Name)).FullName;
        File.WriteAllBytes(Path.Combine(folder, model.Card.File), model.Bytes);
        File.WriteAllText(Path.Combine(folder, $"{model.Card.Name}.json"), JsonSerializer.Serialize(model.Card, KinoluxJson.Pretty));
        return new ModelRegistry(folder, null);
    }
}

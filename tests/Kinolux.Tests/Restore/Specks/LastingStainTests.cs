using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Restoration.Plans;
using Kinolux.Work.Log;
using Kinolux.Restore.Stages.Stains;
using Kinolux.Restore.Survey;
using Kinolux.Tests.Restore.Survey;

namespace Kinolux.Tests.Restore.Specks;

/// <summary>Stains that the first pass finds, once for all their frames.</summary>
public class LastingStainTests
{
    private const int Width = 240;
    private const int Height = 136;
    private const int Frames = 72;

    [Theory]
    [InlineData(0.5, 0.1)]
    [InlineData(0.15, 0)]
    [InlineData(1.5, 0.9)]
    public void A_stain_that_grows_and_fades_is_one_proposal_for_all_its_frames_however_little_the_scene_moves(double pan, double value)
    {
        var proposal = Assert.Single(Found((t, x, y) => Stained(Scene(x + pan * t, y), t, x, y, 20, 56, value)));
        TestContext.Current.TestOutputHelper?.WriteLine($"{proposal.Summary}, {proposal.Frames}, {proposal.Region?.Box}");
        Assert.Equal("stain", proposal.Kind);
        Assert.InRange(proposal.Frames.First, 12, 24);
        Assert.InRange(proposal.Frames.Last, 50, 66);
        Assert.StartsWith(value < 0.5 ? "dark" : "bright", proposal.Summary, StringComparison.Ordinal);
        Assert.True(proposal.Region?.Contains(120, 70));
        Assert.False(proposal.Region?.Contains(160, 70));
        Assert.Equal(Verdict.Wait, Policies.Standard(FilmKinds.All).Decide(proposal));
    }

    [Fact]
    public void One_that_outlasts_the_shot_reaches_to_its_end()
    {
        var proposal = Assert.Single(Found((t, x, y) => Stained(Scene(x + 0.5 * t, y), t, x, y, 44, 200, 0.1)));
        Assert.InRange(proposal.Frames.First, 36, 48);
        Assert.Equal(Frames - 1, proposal.Frames.Last);
    }

    [Fact]
    public void Accepted_it_is_evened_out_where_the_scene_moves_beneath()
    {
        double Grey(int t, double x, double y) => Stained(Scene(x + 1.2 * t, y), t, x, y, 20, 56, 0.1);
        var film = new SyntheticFilm(Width, Height, Frames, Grey);
        var restored = StageBench.Restore(film, StageBench.Survey(new SyntheticFilm(Width, Height, Frames, Grey)), new Stains());
        double Error(Func<int, Kinolux.Core.Frames.Frame> frame) => Enumerable.Range(30, 18).Average(t => StageBench.Error(frame(t), (x, y) => Scene(x + 1.2 * t, y)));
        var (before, after) = (Error(film.At), Error(t => restored[t]));
        TestContext.Current.TestOutputHelper?.WriteLine($"mean squared error {before:0.0} became {after:0.0}");
        Assert.True(after < 0.6 * before, $"mean squared error {before:0.0} became {after:0.0}");
    }

    [Fact]
    public void Nothing_changes_beyond_the_rim_of_its_region()
    {
        double Grey(int t, double x, double y) => Stained(Scene(x + 1.2 * t, y), t, x, y, 20, 56, 0.1);
        var film = new SyntheticFilm(Width, Height, Frames, Grey);
        var survey = StageBench.Survey(new SyntheticFilm(Width, Height, Frames, Grey));
        var restored = StageBench.Restore(film, survey, new Stains());
        var box = Assert.Single(StageBench.Plan(survey, new Stains())).Region?.Box ?? throw new InvalidOperationException("A stain has a region.");
        var rim = new Stains().Info.Rim;
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                if (x < box.X - rim || x >= box.Right + rim || y < box.Y - rim || y >= box.Bottom + rim)
                    Assert.Equal(film.At(40).Guide[x, y], restored[40].Guide[x, y]);
    }

    [Theory]
    [InlineData("nothing")]
    [InlineData("what all the light does")]
    [InlineData("a figure that goes past")]
    public void What_is_no_stain_is_not_taken_for_one(string what) =>
        Assert.Empty(Found((t, x, y) => what switch
        {
            "what all the light does" => Scene(x + 0.5 * t, y) * (0.8 + 0.2 * Math.Clamp((t - 30) / 8.0, 0, 1)),
            "a figure that goes past" => Math.Abs(x - 5 * t + 40) < 20 && Math.Abs(y - 80) < 34 ? 0.4 * SyntheticFilm.Texture(9, x - 5 * t + 500, y) : Scene(x + 0.3 * t, y),
            _ => Scene(x + 0.5 * t, y),
        }).Select(proposal => $"{proposal.Summary}, {proposal.Frames}"));

    [Fact]
    public void Threads_and_chunks_change_no_proposal_and_no_bit()
    {
        double Grey(int t, double x, double y) => Stained(Scene(x + 0.5 * t, y), t, x, y, 20, 56, 0.1);
        SyntheticFilm Film() => new(Width, Height, Frames, Grey);
        var (one, many) = (StageBench.Survey(Film()), StageBench.Survey(Film(), new RowRunner(3)));
        Assert.NotEmpty(StageBench.Plan(one, new Stains()));
        Assert.Equal(
            StageBench.Plan(one, new Stains()).Select(proposal => (proposal.Id, proposal.Summary, proposal.Confidence)),
            StageBench.Plan(many, new Stains()).Select(proposal => (proposal.Id, proposal.Summary, proposal.Confidence)));
        // A chunk that begins in the middle of a stain's life.
        var whole = StageBench.Restore(Film(), one, new Stains());
        Specks.SpeckFilm.AssertSame(whole[40..], StageBench.Restore(Film(), many, new Stains(), rows: new RowRunner(3), first: 40));
    }

    private static IReadOnlyList<Proposal> Found(Func<int, double, double, double> grey) =>
        StageBench.Plan(StageBench.Survey(new SyntheticFilm(Width, Height, Frames, grey)), new Stains());

    private static double Scene(double x, double y) => 0.2 + 0.6 * SyntheticFilm.Texture(5, x + 100, y);

    /// <summary>A tint over a disc that grows within eight frames, flutters and fades within eight.</summary>
    private static double Stained(double scene, int t, double x, double y, int first, int last, double value)
    {
        var cover = Math.Clamp((24 - Math.Sqrt((x - 120) * (x - 120) + (y - 70) * (y - 70))) / 3, 0, 1);
        var life = Math.Clamp(Math.Min(t - first, last - t) / 8.0, 0, 1);
        return scene + 0.2 * cover * life * (1 + 0.2 * Math.Sin(1.3 * t)) * (value - scene);
    }
}

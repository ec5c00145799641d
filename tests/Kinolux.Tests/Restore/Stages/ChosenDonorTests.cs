using System.Text.Json.Nodes;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Stages.Despeckle;
using Kinolux.Restore.Stages.Scratches;
using Kinolux.Restore.Stages.Stains;
using MissingFramesStage = Kinolux.Restore.Stages.MissingFrames.MissingFrames;

namespace Kinolux.Tests.Restore.Stages;

/// <summary>A still scene in which one patch has another grey in every frame, so that a repair tells which frame it was taken from.</summary>
public sealed class ChosenDonorTests
{
    private const int Frame = 6;
    private static readonly FrameFormat Format = new(96, 64, PixelLayout.Gray, 8);
    private static readonly RegionMask Patch = RegionMask.Whole(new Box(40, 20, 10, 10));

    public static TheoryData<string, int> Asked() => new()
    {
        { Despeckle.Dirt, -2 }, { Despeckle.Dirt, -1 }, { Despeckle.Dirt, 1 }, { Despeckle.Dirt, 3 },
        { Scratches.Scratch, -1 }, { Scratches.Scratch, 2 }, { Stains.Stain, -2 }, { Stains.Stain, 1 },
    };

    [Theory, MemberData(nameof(Asked))]
    public void What_a_person_marks_is_filled_from_the_frame_that_the_person_chose(string kind, int donor)
    {
        var repaired = Run(Film(Grey), Wish(kind, donor));
        Assert.InRange(Level(repaired) - Grey(Frame + donor), -3, 3);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(2, 9)]
    public void A_bad_frame_is_the_one_that_the_person_chose(int donor, int from)
    {
        var film = Film(Grey);
        var bad = new Proposal("bad", MissingFramesStage.Destroyed, new FilmPlace(new FrameRange(6, 7)), "", 1, new ProposalSource("test", "1"), [], new JsonObject { ["donor"] = donor });
        var restored = new StageTrial(film).Run(new MissingFramesStage(), planned: [new Decided(bad, Verdict.Edit, "Ann")]);
        Assert.True(StageTrial.Same(film[from], restored[6]));
        Assert.True(StageTrial.Same(film[from], restored[7]));
    }

    [Theory]
    [InlineData(Despeckle.Dirt)]
    [InlineData(Scratches.Scratch)]
    [InlineData(Stains.Stain)]
    public void In_a_still_scene_that_shows_the_same_spot_in_every_frame_a_wish_takes_it_away_all_the_same(string kind)
    {
        var repaired = Run(Film(_ => 30), Wish(kind, 0));
        Assert.InRange(Level(repaired) - 128, -20, 20);
    }

    private static int Grey(int frame) => 40 + 12 * frame;

    private static Proposal Wish(string kind, int donor) =>
        new("wish", kind, new FilmPlace(FrameRange.Single(Frame), Patch), "", 1, new ProposalSource("Ann", "", IsPerson: true), [], donor == 0 ? null : new JsonObject { ["donor"] = donor });

    private static Frame Run(List<Frame> film, Proposal wish)
    {
        var stage = StageCatalog.All.First(stage => stage.Info.Repairs(wish.Kind));
        return new StageTrial(film).Run([new StagePlan(stage, stage.DefaultOptions, [], [wish])])[Frame];
    }

    // Mean of the middle of the patch, 8-bit levels.
    private static int Level(Frame frame)
    {
        var sum = 0;
        for (var y = 22; y < 28; y++)
            for (var x = 42; x < 48; x++)
                sum += FrameFormat.Narrow(frame.Planes[0][x, y], 8);
        return sum / 36;
    }

    private static List<Frame> Film(Func<int, int> grey)
    {
        var pool = new FramePool();
        return [.. Enumerable.Range(0, 13).Select(n =>
        {
            var frame = pool.Rent(Format);
            for (var y = 0; y < Format.Height; y++)
                for (var x = 0; x < Format.Width; x++)
                    frame.Planes[0][x, y] = FrameFormat.Widen(Patch.Contains(x, y) ? grey(n) : 128 + (int)(10 * Math.Sin(x * 0.9) * Math.Cos(y * 0.7)), 8);
            return frame;
        })];
    }
}

using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Origins;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;

namespace Kinolux.Tests.Restoration.Origins;

public sealed class OriginCountTests
{
    private static readonly Plan Planned = new(Plan.CurrentVersion, new PlanSource("film.mkv", 10, ""), Quality.Balanced, [.. StageCatalog.All.Select(stage => new PlanStage(stage.Info.Id, true, []))], []);

    [Fact]
    public void Each_sample_is_counted_once_by_what_stands_over_the_rest()
    {
        var shares = Count(
            Of("weave", 0, 9, null, new JsonObject { ["dx"] = Path(0, 0, 0.5), ["dy"] = Path(), ["rotation"] = Path() }),
            Of("dirt", 0, 0, new Box(40, 40, 10, 10)),
            Of("dirt", 0, 0, new Box(45, 45, 10, 10)),
            Of("dirt", 2, 2, new Box(0, 0, 10, 10)),
            Of("grain", 4, 5, null),
            Of("dirt", 6, 6, new Box(0, 0, 10, 10)),
            Of("duplicate-frame", 6, 7, null));
        // A repair reaches three samples beyond its region, inside the picture; two that overlap are one.
        var repaired = 2 * 16 * 16 - 11 * 11 + 13 * 13;
        Assert.Equal(Whole(100 * 100 * 5 - (2 * 16 * 16 - 11 * 11), 100 * 100 - 13 * 13, repaired + 2 * 100 * 100, 2 * 100 * 100), Counts(shares));
    }

    [Fact]
    public void A_frame_that_a_path_or_a_curve_leaves_alone_is_untouched()
    {
        var flicker = new JsonObject { ["gain"] = Path(1, 1, 1.02), ["offset"] = Path(0, 1), ["local"] = 0.0 };
        Assert.Equal(Whole(8 * 100 * 100, 2 * 100 * 100, 0, 0), Counts(Count(Of("flicker", 0, 9, null, flicker))));
        flicker["local"] = 1.0;
        Assert.Equal(Whole(0, 10 * 100 * 100, 0, 0), Counts(Count(Of("flicker", 0, 9, null, flicker))));
    }

    [Fact]
    public void A_curve_that_somebody_wrote_words_into_is_no_fault()
    {
        var edited = JsonNode.Parse("{\"dx\":[\"left\",1,null],\"dy\":{},\"rotation\":[]}")!.AsObject();
        Assert.Equal(Whole(9 * 100 * 100, 1 * 100 * 100, 0, 0), Counts(Count(Of("weave", 0, 9, null, edited))));
        edited = JsonNode.Parse("{\"gain\":7,\"offset\":[0,2],\"local\":\"much\"}")!.AsObject();
        Assert.Equal(Whole(9 * 100 * 100, 1 * 100 * 100, 0, 0), Counts(Count(Of("flicker", 0, 9, null, edited))));
    }

    [Fact]
    public void What_only_tells_of_a_film_changes_no_sample() =>
        Assert.Equal(Whole(10 * 100 * 100, 0, 0, 0), Counts(Count(Of("cut", 3, 3, null), Of("title", 5, 9, null))));

    [Fact]
    public void Undone_fields_say_so() =>
        Assert.Equal(
            (Whole(0, 0, 10 * 100 * 100, 0), Whole(0, 10 * 100 * 100, 0, 0)),
            (Counts(Count(Of("interlaced", 0, 9, null))), Counts(Count(Of("telecined", 0, 9, null)))));

    private static FilmShares Count(params Proposal[] applied)
    {
        var count = new OriginCount(Planned, 100, 100, new FrameRange(0, 9));
        count.Add(new FrameRange(0, 9), applied);
        return count.Shares;
    }

    private static JsonArray Path(params double[] values) => new([.. values.Concat(Enumerable.Repeat(values.FirstOrDefault() is 1 ? 1.0 : 0.0, 10 - values.Length)).Select(value => (JsonNode)value)]);

    private static Proposal Of(string kind, int first, int last, Box? box, JsonObject? change = null) =>
        Proposal.Of(kind, new FilmPlace(new FrameRange(first, last), box is { } region ? RegionMask.Whole(region) : null), "", 1, new ProposalSource("test", "1"), [], change);

    private static (long, long, long, long) Whole(long untouched, long moved, long repaired, long generated) => (untouched, moved, repaired, generated);

    private static (long, long, long, long) Counts(FilmShares shares)
    {
        const double all = 10 * 100 * 100;
        return ((long)Math.Round(shares.Untouched * all), (long)Math.Round(shares.Moved * all), (long)Math.Round(shares.Repaired * all), (long)Math.Round(shares.Generated * all));
    }
}

using System.Text.Json;
using Kinolux.Core.Review;
using Kinolux.Core.Text;
using Kinolux.Core.Time;

namespace Kinolux.Tests.Core.Places;

public sealed class FilmPlaceTests : PlaceContract
{
    private protected override Place Any(Random random)
    {
        var first = random.Next(20);
        var frames = new FrameRange(first, first + random.Next(6));
        return random.Next(4) switch
        {
            0 => new FilmPlace(frames),
            1 => new FilmPlace(frames, null, [.. Enumerable.Range(frames.First, frames.Count).Where(frame => frame == frames.First || random.Next(2) == 0).Select(frame => new TrackedRegion(frame, Region(random)))]),
            _ => new FilmPlace(frames, Region(random)),
        };
    }

    [Fact]
    public void A_track_meets_where_it_is_in_a_shared_frame_and_not_where_it_was_in_another()
    {
        var scratch = new FilmPlace(new FrameRange(0, 9), null, [.. Enumerable.Range(0, 10).Select(frame => new TrackedRegion(frame, Box(10 * frame, 0, 4, 40)))]);
        Assert.True(scratch.Meets(new FilmPlace(FrameRange.Single(3), Box(29, 5, 4, 4))));
        Assert.False(scratch.Meets(new FilmPlace(FrameRange.Single(4), Box(29, 5, 4, 4))));
        Assert.True(scratch.Meets(new FilmPlace(new FrameRange(3, 4), Box(29, 5, 4, 4))));
    }

    [Fact]
    public void A_place_without_a_track_has_the_name_of_before_there_were_places()
    {
        Assert.Equal("12-14|Box { X = 4, Y = 5, Width = 6, Height = 7, Right = 10, Bottom = 12, Area = 42 }", new FilmPlace(new FrameRange(12, 14), Box(4, 5, 6, 7)).Key);
        Assert.Equal("12|", new FilmPlace(FrameRange.Single(12)).Key);
        // As an earlier Kinolux named them.
        Assert.Matches("^dirt-00012-[0-9a-f]{8}$", ProposalId.Of("dirt", new FilmPlace(FrameRange.Single(12))));
    }

    [Theory]
    [InlineData("""{"kind":"dirt","frames":"3-5","region":{"box":{"x":1,"y":2,"width":3,"height":4},"runs":[1,2]},"verdict":"reject","by":"Ann","at":"2025-01-01T00:00:00+00:00","reason":"birds","batch":"one"}""")]
    [InlineData("""{"kind":"flicker","frames":"0-47","verdict":"edit","by":"Ann","at":"2025-01-01T00:00:00+00:00","proposal":"flicker-00000-12345678","change":{"gain":[1,2]}}""")]
    public void A_decision_of_before_comes_back_to_the_byte(string line) =>
        Assert.Equal(line, JsonSerializer.Serialize(JsonSerializer.Deserialize<Decision>(line, KinoluxJson.Line), KinoluxJson.Line));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"frames":"3","node":"a"}""")]
    [InlineData("""{"frames":"5-3"}""")]
    [InlineData("""{"samples":"-1-3"}""")]
    [InlineData("""{"frames":"3-5","track":[{"frame":4,"region":{"box":{"x":1,"y":2,"width":3,"height":4},"runs":[]}}]}""")]
    [InlineData("""{"frames":"3-5","track":[]}""")]
    [InlineData("""{"node":"a//b"}""")]
    [InlineData("""{"lines":"3"}""")]
    [InlineData("""{"samples":"3-9","band":{"low":900,"high":100}}""")]
    public void What_is_no_place_is_refused(string place) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<Decision>(place[..^1] + (place.Length > 2 ? "," : "") + "\"kind\":\"x\",\"verdict\":\"reject\",\"by\":\"Ann\",\"at\":\"2025-01-01T00:00:00+00:00\"}", KinoluxJson.Line));

    private static RegionMask Region(Random random) => Box(random.Next(30), random.Next(30), 1 + random.Next(12), 1 + random.Next(12));

    private static RegionMask Box(int x, int y, int width, int height) => RegionMask.Whole(new Box(x, y, width, height));
}

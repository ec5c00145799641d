using Kinolux.Work.Links;

namespace Kinolux.Tests.Work;

public sealed class StalenessTests
{
    private static readonly Dictionary<string, string> Now = new() { ["script"] = "2", ["plan"] = "1" };

    [Fact]
    public void An_edit_upstream_makes_all_stale_that_hangs_on_it_and_nothing_else_in_the_order_of_making() =>
        Assert.Equal(
            [("breakdown", "script"), ("schedule", "breakdown"), ("report", "schedule")],
            Of(Link(1, "report", "schedule", "s1"), Link(1, "schedule", "breakdown", "b1"), Link(1, "breakdown", "script", "1"), Link(1, "poster", "plan", "1")));

    [Fact]
    public void What_was_made_again_is_fresh() => Assert.Empty(Of(Link(1, "breakdown", "script", "1"), Link(2, "breakdown", "script", "2")));

    [Fact]
    public void What_was_made_from_something_that_is_gone_is_stale() => Assert.Equal([("poster", "photo")], Of(Link(1, "poster", "photo", "1")));

    [Fact]
    public void A_part_hangs_on_the_same_part() =>
        Assert.Equal(
            [("board", "script")],
            Staleness.Of([Link(1, "board", "script", "1") with { Part = "sc-1" }, Link(1, "board", "plan", "1") with { Part = "sc-2" }, Link(1, "film", "board", "x") with { Part = "sc-2" }], Now.GetValueOrDefault).Select(stale => (stale.Made, stale.Because)));

    [Fact]
    public void A_circle_ends() => Assert.Empty(Of(Link(1, "a", "b", "1"), Link(1, "b", "a", "1")));

    private static IEnumerable<(string Made, string Because)> Of(params Link[] links) => Staleness.Of(links, Now.GetValueOrDefault).Select(stale => (stale.Made, stale.Because));

    private static Link Link(int day, string made, string from, string hash) => new(new DateTimeOffset(2026, 1, day, 0, 0, 0, TimeSpan.Zero), made, null, from, hash);
}

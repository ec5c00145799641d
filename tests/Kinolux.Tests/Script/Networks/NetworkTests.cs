using Kinolux.Script.Fountain;
using Kinolux.Script.Networks;
using Kinolux.Script.People;

namespace Kinolux.Tests.Script.Networks;

/// <summary>Who meets whom, and whether two women talk.</summary>
public sealed class NetworkTests
{
    [Fact]
    public void A_tie_is_scenes_together_and_speeches_that_follow_each_other()
    {
        var network = Network.Of(Read("INT. A\n\nANNA\nHi.\n\nBEN\nHi.\n\nANNA\nHi.\n\nINT. B\n\nBen hugs Anna.\n\nINT. C\n\nANNA\nHi.\n\nCARL (V.O.)\nHi.\n"));
        Assert.Equal(["ANNA BEN 2 2", "ANNA CARL 0 1"], network.Ties.Select(tie => FormattableString.Invariant($"{tie.First} {tie.Second} {tie.Scenes} {tie.Exchanges}")));
    }

    [Fact]
    public void Two_circles_that_one_person_joins_are_two_communities_and_that_person_is_between()
    {
        var network = Network.Of(Read(Circle("ABCD") + Circle("EFGH") + "INT. BRIDGE\n\nDD\nHi.\n\nEE\nHi.\n"));
        var groups = network.Knots.GroupBy(knot => knot.Community).Select(group => string.Concat(group.Select(knot => knot.Name[0]).Order())).Order();
        Assert.Equal(["ABCD", "EFGH"], groups);
        Assert.Equal(["DD", "EE"], network.Knots.OrderByDescending(knot => knot.Betweenness).Take(2).Select(knot => knot.Name).Order());
        Assert.True(network.Modularity > 0.3);
    }

    [Fact]
    public void In_a_row_of_three_all_ways_lead_through_the_middle()
    {
        var network = Network.Of(Read("INT. A\n\nANNA\nHi.\n\nBEN\nHi.\n\nINT. B\n\nBEN\nHi.\n\nCARL\nHi.\n"));
        Assert.Equal([("ANNA", 0.0), ("BEN", 1.0), ("CARL", 0.0)], network.Knots.Select(knot => (knot.Name, knot.Betweenness)).OrderBy(knot => knot.Name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("ANNA\nHi.\n")]
    [InlineData("INT. A\n\nANNA\nHi.\n\nINT. B\n\nBEN\nHi.\n")]
    public void Who_meets_nobody_has_no_ties(string text)
    {
        var network = Network.Of(Read(text));
        Assert.Empty(network.Ties);
        Assert.Equal(0, network.Modularity);
        Assert.All(network.Knots, knot => Assert.Equal(0, knot.Degree));
    }

    [Fact]
    public void The_same_three_hundred_persons_have_the_same_communities()
    {
        var text = string.Concat(Enumerable.Range(0, 75).Select(i => Circle(string.Concat(Enumerable.Range(0, 4).Select(j => (char)('\u0410' + (((i * 3) + j) % 300)))))));
        Assert.Equal(Network.Of(Read(text)).Knots, Network.Of(Read(text)).Knots);
    }

    [Fact]
    public void Without_a_word_of_who_is_a_woman_the_test_asks_and_lists_who_talks()
    {
        var test = Bechdel.Of(Read(Talk), null);
        Assert.Equal("asked", test.Answer);
        Assert.Equal(("ANNA", "EVE"), (test.Talks[0].First, test.Talks[0].Second));
    }

    [Theory]
    [InlineData("ANNA,EVE", "passes")]
    [InlineData("ANNA", "fails")]
    [InlineData("ANNA,CARLA", "fails")]
    [InlineData("EVE,CARLA", "depends")]
    [InlineData("NOBODY,ANNA", "fails")]
    public void With_it_the_test_answers_and_says_what_decided(string women, string answer) => Assert.Equal(answer, Bechdel.Of(Read(Talk), women.Split(',')).Answer);

    [Fact]
    public void A_man_who_is_named_or_called_he_makes_it_a_question()
    {
        Assert.Equal("depends", Bechdel.Of(Read("ANNA\nWhere is Ben?\n\nEVE\nOut.\n\nINT. B\n\nBEN\nHi.\n"), ["ANNA", "EVE"]).Answer);
        Assert.Equal("depends", Bechdel.Of(Read("ANNA\nWhere is he?\n\nEVE\nOut.\n"), ["ANNA", "EVE"]).Answer);
    }

    private const string Talk = "INT. A\n\nANNA\nThe sea is loud.\n\nEVE\nIt is.\n\nINT. B\n\nEVE\nWhere’s Ben?\n\nCARLA\nHe left.\n\nINT. C\n\nBEN\nHi.\n";

    private static string Circle(string letters) =>
        string.Concat(letters.SelectMany((a, i) => letters.Skip(i + 1).Select(b => $"INT. ROOM {a}{b}\n\n@{a}{a}\nHi.\n\n@{b}{b}\nHi.\n\n")));

    private static Cast Read(string text) => Cast.Of(FountainReader.Read(text));
}

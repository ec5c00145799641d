using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Core.Text;

namespace Kinolux.Tests.Core.Places;

/// <summary>What every family of places keeps to.</summary>
public abstract class PlaceContract
{
    private const int Pairs = 20_000;

    /// <summary>Some place; near each other so that many meet.</summary>
    private protected abstract Place Any(Random random);

    [Fact]
    public void Meeting_is_symmetric_and_every_place_meets_itself()
    {
        var random = new Random(1);
        for (var i = 0; i < Pairs; i++)
        {
            var (one, other) = (Any(random), Any(random));
            Assert.True(one.Meets(one), $"{one}");
            Assert.True(one.Meets(other) == other.Meets(one), $"{one} and {other}");
        }
    }

    [Fact]
    public void Places_that_meet_have_extents_that_overlap()
    {
        var random = new Random(2);
        var met = 0;
        for (var i = 0; i < Pairs; i++)
        {
            var (one, other) = (Any(random), Any(random));
            if (!one.Meets(other))
                continue;
            met++;
            Assert.True(one.Extent.Overlaps(other.Extent), $"{one} and {other}");
        }
        Assert.InRange(met, Pairs / 100, Pairs);
    }

    [Fact]
    public void Places_of_other_families_never_meet()
    {
        var random = new Random(3);
        Place[] others =
        [
            new FilmPlace(new(0, 1000)), new SoundPlace(new Extent(0, 1000)), new TextPlace("a", new Extent(0, 1000), ""), new NodePlace("a"),
        ];
        for (var i = 0; i < 200; i++)
        {
            var one = Any(random);
            Assert.All(others.Where(other => other.GetType() != one.GetType()), other => Assert.False(one.Meets(other) || other.Meets(one)));
        }
    }

    [Fact]
    public void A_proposal_and_a_decision_come_back_with_their_places_flat_beside_their_other_fields()
    {
        var random = new Random(4);
        for (var i = 0; i < 500; i++)
        {
            var place = Any(random);
            Assert.Null(place.Fault());
            var proposal = Proposal.Of("kind", place, "words", 0.5, new ProposalSource("tester", "1"), []);
            var text = JsonSerializer.Serialize(proposal, KinoluxJson.Line);
            Assert.Null(JsonNode.Parse(text)!["place"]);
            var back = JsonSerializer.Deserialize<Proposal>(text, KinoluxJson.Line)!; // Written above.
            Assert.Equal(text, JsonSerializer.Serialize(back, KinoluxJson.Line));
            Assert.Equal((place.Key, proposal.Id), (back.Place.Key, ProposalId.Of("kind", back.Place)));
            var decision = new Decision("kind", place, Verdict.Reject, "Ann", DateTimeOffset.UnixEpoch);
            var said = JsonSerializer.Serialize(decision, KinoluxJson.Line);
            Assert.True(JsonSerializer.Deserialize<Decision>(said, KinoluxJson.Line)!.Matches(proposal)); // Written above.
        }
    }
}

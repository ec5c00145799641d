using Kinolux.Core.Review;

namespace Kinolux.Tests.Core.Places;

public sealed class NodePlaceTests : PlaceContract
{
    private static readonly string[] Names = ["garden", "gate", "choice-1", "choice-10"];

    private protected override Place Any(Random random) => new NodePlace(string.Join('/', Enumerable.Range(0, 1 + random.Next(3)).Select(_ => Names[random.Next(Names.Length)])));

    [Fact]
    public void A_node_meets_what_is_below_it_and_no_namesake()
    {
        Assert.True(new NodePlace("garden").Meets(new NodePlace("garden/gate")));
        Assert.False(new NodePlace("garden/choice-1").Meets(new NodePlace("garden/choice-10")));
        Assert.False(new NodePlace("garden/gate").Meets(new NodePlace("house/gate")));
    }
}

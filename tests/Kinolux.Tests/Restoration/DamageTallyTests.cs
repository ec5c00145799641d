using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Runs;

namespace Kinolux.Tests.Restoration;

public class DamageTallyTests
{
    [Fact]
    public void What_waits_makes_no_frame_one_of_the_worst()
    {
        var tally = new DamageTally(10, 100);
        tally.Add(new Decided(new Proposal("stain-1", "stain", new FilmPlace(FrameRange.Single(2), RegionMask.Whole(new Box(0, 0, 10, 10))), "", 1, new ProposalSource("test", "1"), []), Verdict.Wait, "test"));
        tally.Add(new Decided(new Proposal("dirt-1", "dirt", new FilmPlace(FrameRange.Single(5), RegionMask.Whole(new Box(0, 0, 1, 1))), "", 1, new ProposalSource("test", "1"), []), Verdict.Accept, "test"));
        Assert.Equal((0, 0.01), (tally.Badness(2), Math.Round(tally.Badness(5), 4)));
    }
}

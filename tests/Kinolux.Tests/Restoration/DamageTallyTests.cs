using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Runs;

namespace Kinolux.Tests.Restoration;

public class DamageTallyTests
{
    [Fact]
    public void A_sample_is_counted_once_whatever_was_done_to_it()
    {
        var tally = new DamageTally(10, 100);
        Add("dirt", 0, 4, RegionMask.Whole(new Box(0, 0, 5, 4)));
        Add("grain", 4, 5, null);
        Add("duplicate-frame", 5, 6, null);
        var share = tally.Share(new FrameRange(0, 9));
        Assert.Equal((0.62, 0.18, 0.2), (Math.Round(share.Original, 4), Math.Round(share.Repaired, 4), Math.Round(share.Generated, 4)));

        void Add(string kind, int first, int last, RegionMask? region) =>
            tally.Add(new Decided(new Proposal($"{kind}-1", kind, new FilmPlace(new FrameRange(first, last), region), "", 1, new ProposalSource("test", "1"), []), Verdict.Accept, "test"));
    }

    [Fact]
    public void What_waits_makes_no_frame_one_of_the_worst()
    {
        var tally = new DamageTally(10, 100);
        tally.Add(new Decided(new Proposal("stain-1", "stain", new FilmPlace(FrameRange.Single(2), RegionMask.Whole(new Box(0, 0, 10, 10))), "", 1, new ProposalSource("test", "1"), []), Verdict.Wait, "test"));
        tally.Add(new Decided(new Proposal("dirt-1", "dirt", new FilmPlace(FrameRange.Single(5), RegionMask.Whole(new Box(0, 0, 1, 1))), "", 1, new ProposalSource("test", "1"), []), Verdict.Accept, "test"));
        Assert.Equal((0, 0.01), (tally.Badness(2), Math.Round(tally.Badness(5), 4)));
    }
}

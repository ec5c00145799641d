using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Stages.Despeckle;

namespace Kinolux.Tests.Restore.Specks;

public class PrintedOnlyTests
{
    private static readonly PrintedFrame Printed = new(21, 15, 121, 65, 14);

    [Theory]
    [InlineData(PixelLayout.Gray)]
    [InlineData(PixelLayout.Yuv420)]
    public void Spots_outside_the_printed_frame_stay_and_those_inside_go(PixelLayout layout)
    {
        var film = Film(layout);
        var found = new List<Proposal>();
        var repaired = film.Run(new Despeckle(), proposals: found);
        Assert.NotEmpty(found);
        foreach (var proposal in found)
            proposal.Region!.ForEachRun((y, first, end) => Assert.True(Printed.Contains(first, y) && Printed.Contains(end - 1, y), $"{proposal.Id} claims samples outside"));
        var (before, after) = (0.0, 0.0);
        for (var t = 0; t < repaired.Length; t++)
            for (var y = 0; y < film.Format.Height; y++)
                for (var x = 0; x < film.Format.Width; x++)
                    if (!Printed.Contains(x, y))
                        Assert.Equal(film.Damaged[t].Guide[x, y], repaired[t].Guide[x, y]);
                    else
                    {
                        before += Math.Abs(film.Damaged[t].Guide[x, y] - film.Clean[t].Guide[x, y]);
                        after += Math.Abs(repaired[t].Guide[x, y] - film.Clean[t].Guide[x, y]);
                    }
        Assert.True(after < before / 3, $"inside, {before:0} became {after:0}");
    }

    [Fact]
    public void Chunks_make_no_difference()
    {
        var film = Film(PixelLayout.Yuv420);
        SpeckFilm.AssertSame(film.Run(new Despeckle())[3..], film.Run(new Despeckle(), threads: 2, first: 3));
    }

    [Fact]
    public void A_persons_wish_may_lie_outside()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 7) { Printed = Printed };
        film.Spot(3, 8, 40, 3, white: true);
        var wish = new Proposal("wish-1", "dirt", new FilmPlace(FrameRange.Single(3), RegionMask.Whole(new Box(4, 36, 9, 9))), "a speck", 1, new ProposalSource("Ada", "", IsPerson: true), []);
        Assert.Equal(250 * 257, film.Run(new Despeckle())[3].Guide[8, 40]);
        Assert.NotEqual(250 * 257, film.Run(new Despeckle(), wishes: [wish])[3].Guide[8, 40]);
    }

    private static SpeckFilm Film(PixelLayout layout) => new SpeckFilm(161, 95, layout, 7) { Printed = Printed }.WithSpots(14, 1);
}

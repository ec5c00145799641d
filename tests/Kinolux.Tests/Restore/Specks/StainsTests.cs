using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Restore.Stages.Stains;

namespace Kinolux.Tests.Restore.Specks;

public class StainsTests
{
    [Theory]
    [InlineData(PixelLayout.Gray)]
    [InlineData(PixelLayout.Rgb)]
    public void A_stain_that_stays_while_the_scene_moves_is_found_and_evened_out(PixelLayout layout)
    {
        var film = Stained(layout);
        var proposals = new List<Proposal>();
        var repaired = film.Run(new Stains(), proposals: proposals, all: Verdict.Accept);
        Assert.Contains(proposals, proposal => proposal.Region?.Contains(80, 50) == true);
        var middle = Enumerable.Range(8, 5).ToArray();
        var before = SpeckFilm.Psnr(middle.Select(i => (film.Clean[i], film.Damaged[i])));
        var after = SpeckFilm.Psnr(middle.Select(i => (film.Clean[i], repaired[i])));
        TestContext.Current.TestOutputHelper?.WriteLine($"{layout}: {before:F1} dB -> {after:F1} dB");
        Assert.True(after > before, $"{before:F1} dB -> {after:F1} dB");
    }

    [Fact]
    public void What_is_in_one_frame_only_is_no_stain()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 21);
        film.Spot(10, 80, 50, 20, white: true);
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Stains(), all: Verdict.Accept));
    }

    [Fact]
    public void What_moves_by_itself_before_a_scene_that_stands_is_no_stain()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 21);
        for (var t = 0; t < film.Damaged.Length; t++)
            for (var y = 0; y < film.Format.Height; y++)
                for (var x = 0; x < film.Format.Width; x++)
                {
                    var (u, v) = (x - 20 - 5.5 * t, y - 50.0);
                    film.Damaged[t].Guide[x, y] = u * u + v * v < 18 * 18 ? (ushort)((40 + 15 * Math.Sin(u * 0.7) * Math.Sin(v * 0.6)) * 257) : film.Clean[0].Guide[x, y];
                }
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Stains(), all: Verdict.Accept));
    }

    [Fact]
    public void A_clean_film_is_left_alone()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 21);
        SpeckFilm.AssertSame(film.Clean, film.Run(new Stains(), all: Verdict.Accept));
    }

    [Fact]
    public void Threads_and_chunks_do_not_change_a_bit()
    {
        var film = Stained(PixelLayout.Yuv420);
        var whole = film.Run(new Stains(), all: Verdict.Accept);
        SpeckFilm.AssertSame(whole, film.Run(new Stains(), threads: 3, all: Verdict.Accept));
        SpeckFilm.AssertSame(whole[9..], film.Run(new Stains(), first: 9, all: Verdict.Accept));
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Stains(), new StainsOptions { Strength = 0 }, all: Verdict.Accept));
    }

    private static SpeckFilm Stained(PixelLayout layout)
    {
        var film = new SpeckFilm(161, 95, layout, 21);
        foreach (var frame in film.Damaged)
            for (var plane = 0; plane < (film.Format.HasChroma ? 1 : film.Format.PlaneCount); plane++)
                for (var y = 0; y < film.Format.Height; y++)
                    for (var x = 0; x < film.Format.Width; x++)
                        frame.Planes[plane][x, y] = (ushort)Math.Max(0, frame.Planes[plane][x, y] - 25 * 257 * Math.Clamp(8 - Math.Sqrt((x - 80) * (x - 80) + (y - 50) * (y - 50)), 0, 2) / 2);
        return film;
    }
}

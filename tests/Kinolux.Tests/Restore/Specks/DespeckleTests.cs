using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restore.Regions;
using Kinolux.Restore.Stages.Despeckle;

namespace Kinolux.Tests.Restore.Specks;

public class DespeckleTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(17, 9)]
    [InlineData(131, 40)]
    public void Spikes_equal_their_reference(int width, int height)
    {
        var random = new Random(width);
        var planes = Enumerable.Range(0, 3).Select(_ =>
        {
            var plane = new Plane(width, height);
            for (var y = 0; y < height; y++)
                foreach (ref var sample in plane.Row(y))
                    sample = random.Next(4) == 0 ? (ushort)random.Next(65536) : (ushort)(30000 + random.Next(4000));
            return plane;
        }).ToArray();
        var expected = new short[planes[0].Stride * height];
        var actual = new short[planes[0].Stride * height];
        SpikeKernel.Reference(planes[0], planes[1], planes[2], expected);
        SpikeKernel.Run(planes[0], planes[1], planes[2], actual, new RowRunner(2));
        for (var y = 0; y < height; y++)
            Assert.Equal(expected[(y * planes[0].Stride)..(y * planes[0].Stride + width)], actual[(y * planes[0].Stride)..(y * planes[0].Stride + width)]);
    }

    [Theory]
    [InlineData(PixelLayout.Gray)]
    [InlineData(PixelLayout.Yuv420)]
    [InlineData(PixelLayout.Rgb)]
    public void Spots_on_a_panning_film_go_and_the_rest_stays(PixelLayout layout)
    {
        var film = new SpeckFilm(161, 95, layout, 7).WithSpots(6, 1);
        var repaired = film.Run(new Despeckle());
        var before = SpeckFilm.Psnr(film.Clean.Zip(film.Damaged));
        var after = SpeckFilm.Psnr(film.Clean.Zip(repaired));
        TestContext.Current.TestOutputHelper?.WriteLine($"{layout}: {before:F1} dB -> {after:F1} dB");
        Assert.True(after > before + 12, $"{before:F1} dB -> {after:F1} dB");
    }

    [Fact]
    public void A_burn_over_a_fifth_of_one_frame_is_filled_from_the_frames_around()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 7);
        film.Spot(3, 40, 50, 30, white: true);
        var (before, after) = (SpeckFilm.Psnr([(film.Clean[3], film.Damaged[3])]), SpeckFilm.Psnr([(film.Clean[3], film.Run(new Despeckle())[3])]));
        Assert.True(after > before + 20, $"{before:F1} dB -> {after:F1} dB");
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(9, 7)]
    public void At_a_shots_end_a_repeat_does_not_vouch_for_the_dirt_of_what_it_repeats(int end, int dirty)
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 10);
        film.Spot(dirty, 70, 45, 4, white: true);
        film.Repeat(dirty + 1);
        SpeckFilm.AssertSame([film.Damaged[end]], [film.Run(new Despeckle(), all: Verdict.Accept)[end]]);
    }

    [Fact]
    public void A_clean_film_is_left_alone()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 6);
        SpeckFilm.AssertSame(film.Clean, film.Run(new Despeckle()));
    }

    [Fact]
    public void Falling_snow_stays_and_dirt_in_it_goes()
    {
        var film = new SpeckFilm(321, 181, PixelLayout.Gray, 8);
        var random = new Random(5);
        var flakes = Enumerable.Range(0, 80).Select(_ => (X: random.Next(321), Y: random.Next(181), Fall: random.Next(4, 8), Size: 1.2 + random.NextDouble())).ToArray();
        for (var frame = 0; frame < 8; frame++)
            foreach (var (x, y, fall, size) in flakes)
                film.Spot(frame, (x + 2 * frame) % 321, (y + fall * frame) % 181, size, white: true);
        var snow = film.Damaged.Select(film.Pool.Copy).ToArray();
        Assert.InRange(Altered(snow, film.Run(new Despeckle()), film.Truth), 0, 0.2);

        for (var frame = 0; frame < 8; frame++)
        {
            Array.Clear(film.Truth[frame]);
            film.Spot(frame, 30 + 31 * frame, 20 + 37 * frame % 140, 3, white: false);
        }
        Assert.InRange(Altered(film.Damaged, film.Run(new Despeckle()), film.Truth), 0.6, 1);
    }

    [Fact]
    public void Strong_grain_does_not_hide_dirt()
    {
        var film = new SpeckFilm(321, 181, PixelLayout.Gray, 5);
        var random = new Random(3);
        foreach (var frame in film.Damaged)
            for (var y = 0; y < 181; y++)
                foreach (ref var sample in frame.Guide.Row(y))
                    sample = (ushort)Math.Clamp(sample + 257 * 10 * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()), 0, 65535);
        film.WithSpots(12, 1);
        var repaired = film.Run(new Despeckle());
        int dirt = 0, gone = 0;
        for (var i = 0; i < repaired.Length; i++)
            for (var y = 0; y < 181; y++)
                for (var x = 0; x < 321; x++)
                    if (film.Truth[i][y * 321 + x])
                        (dirt, gone) = (dirt + 1, gone + (film.Damaged[i].Guide[x, y] != repaired[i].Guide[x, y] ? 1 : 0));
        TestContext.Current.TestOutputHelper?.WriteLine($"{gone} of {dirt} samples");
        Assert.True(gone > 0.9 * dirt, $"{gone} of {dirt} samples");
    }

    [Fact]
    public void A_recompressed_repeat_does_not_vouch_for_its_dirt()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 9).WithSpots(6, 6);
        film.Repeat(4);
        var repaired = film.Run(new Despeckle());
        foreach (var frame in (int[])[3, 4])
            Assert.InRange(Altered([film.Damaged[frame]], [repaired[frame]], [film.Truth[frame]]), 0.8, 1);
    }

    [Fact]
    public void A_frame_made_of_those_around_it_does_not_vouch_for_their_dirt()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 9).WithSpots(6, 6);
        film.Rebuild(4);
        var repaired = film.Run(new Despeckle());
        foreach (var frame in (int[])[3, 5])
            Assert.InRange(Altered([film.Damaged[frame]], [repaired[frame]], [film.Truth[frame]]), 0.9, 1);
        var (before, after) = (SpeckFilm.Psnr([(film.Clean[4], film.Damaged[4])]), SpeckFilm.Psnr([(film.Clean[4], repaired[4])]));
        Assert.True(after > before + 3, $"{before:F1} dB -> {after:F1} dB");
    }

    [Fact]
    public void Threads_and_chunks_do_not_change_a_bit()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Yuv420, 9).WithSpots(6, 2);
        var whole = film.Run(new Despeckle());
        SpeckFilm.AssertSame(whole, film.Run(new Despeckle(), threads: 3));
        SpeckFilm.AssertSame(whole[5..], film.Run(new Despeckle(), first: 5));
    }

    [Fact]
    public void Zero_strength_changes_nothing()
    {
        var film = new SpeckFilm(97, 65, PixelLayout.Gray, 4).WithSpots(4, 3);
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Despeckle(), new DespeckleOptions { Strength = 0 }));
    }

    [Fact]
    public void What_is_not_accepted_is_not_changed()
    {
        var film = new SpeckFilm(97, 65, PixelLayout.Gray, 4).WithSpots(4, 4);
        var proposals = new List<Proposal>();
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Despeckle(), proposals: proposals, all: Verdict.Reject));
        Assert.NotEmpty(proposals);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_persons_wish_is_repaired_even_in_a_shot_of_one_frame(int frames)
    {
        var film = new SpeckFilm(97, 65, PixelLayout.Gray, frames);
        film.Spot(0, 40, 30, 4, white: true);
        var region = RegionMask.Whole(new Box(35, 25, 11, 11));
        var wish = new Proposal("w", Despeckle.Dirt, new FilmPlace(FrameRange.Single(0), region), "missed", 1, new ProposalSource("Ada", "", IsPerson: true), []);
        var repaired = film.Run(new Despeckle(), wishes: [wish], all: Verdict.Reject);
        Assert.True(SpeckFilm.Psnr([(film.Clean[0], repaired[0])]) > SpeckFilm.Psnr([(film.Clean[0], film.Damaged[0])]) + 6);
    }

    // The share of the marked samples that differ by more than 8 levels of 255.
    private static double Altered(Frame[] before, Frame[] after, bool[][] marked)
    {
        var (altered, all) = (0, 0);
        for (var frame = 0; frame < before.Length; frame++)
            for (var y = 0; y < before[frame].Guide.Height; y++)
                for (var x = 0; x < before[frame].Guide.Width; x++)
                    if (marked[frame][y * before[frame].Guide.Width + x])
                    {
                        all++;
                        altered += Math.Abs(before[frame].Guide[x, y] - after[frame].Guide[x, y]) > 8 * 257 ? 1 : 0;
                    }
        return (double)altered / all;
    }
}

using FsCheck;
using FsCheck.Fluent;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Restore.Stages.Donors;
using Kinolux.Restore.Stages.Scratches;

namespace Kinolux.Tests.Restore.Specks;

public class ScratchesTests
{
    [Theory]
    [InlineData(1, 8)]
    [InlineData(77, 8)]
    [InlineData(77, 5)]
    public void Band_means_equal_their_reference(int width, int rows)
    {
        var plane = new Plane(width, 9);
        var random = new Random(width);
        for (var y = 0; y < 9; y++)
            foreach (ref var sample in plane.Row(y))
                sample = (ushort)random.Next(65536);
        var expected = new ushort[width];
        var actual = new ushort[width];
        LineMap.MeanReference(plane, 1, 1 + rows, expected);
        LineMap.Mean(plane, 1, 1 + rows, actual);
        Assert.Equal(expected, actual);
    }

    [Theory]
    [InlineData(PixelLayout.Gray, 235)]
    [InlineData(PixelLayout.Yuv420, 235)]
    [InlineData(PixelLayout.Rgb, 20)]
    public void A_drifting_half_transparent_line_goes(PixelLayout layout, int tone)
    {
        var film = Scratched(layout, tone);
        var before = SpeckFilm.Psnr(film.Clean.Zip(film.Damaged));
        var after = SpeckFilm.Psnr(film.Clean.Zip(film.Run(new Scratches())));
        TestContext.Current.TestOutputHelper?.WriteLine($"{layout}: {before:F1} dB -> {after:F1} dB");
        Assert.True(after > before + 2, $"{before:F1} dB -> {after:F1} dB");
    }

    [Fact]
    public void A_pole_that_goes_with_the_scene_stays()
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 9);
        for (var frame = 0; frame < 9; frame++)
            Line(film, frame, 90 - SpeckFilm.PanX * frame, 30, 0.9);
        var repaired = film.Run(new Scratches());
        for (var frame = 2; frame < 7; frame++)
            for (var y = 0; y < 95; y++)
                Assert.Equal(film.Damaged[frame].Guide[(int)(90 - SpeckFilm.PanX * frame), y], repaired[frame].Guide[(int)(90 - SpeckFilm.PanX * frame), y]);
    }

    [Fact]
    public void A_still_pole_in_a_still_scene_waits_for_a_person()
    {
        var film = Still(frame => (90, 0.5));
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Theory]
    [InlineData(576, 2.5)]
    [InlineData(1152, 5)]
    public void A_mask_is_as_wide_as_the_scratch_whatever_the_size_of_the_scan(int width, double reach)
    {
        var plane = new Plane(width, 96);
        for (var y = 0; y < 96; y++)
            for (var x = 0; x < width; x++)
                plane[x, y] = (ushort)(257 * (100 + 60 * Math.Clamp(reach / 2 + 0.5 - Math.Abs(x - 200), 0, 1)));
        var map = new LineMap(plane, new RowRunner(1));
        var mask = ScratchRepair.Mask(plane, Profile(plane, map, new LinePath(0, [.. Enumerable.Repeat(200, 12)], 1, 20)), 8 * 257);
        var visible = Enumerable.Range(0, 96 * width).Where(i => plane[i % width, i / width] >= 108 * 257).ToList();
        Assert.Equal(visible, mask);
    }

    [Theory]
    [InlineData(-1.5f, true)]
    [InlineData(-0.1f, false)]
    public void A_scratch_that_ends_is_taken_to_its_last_frame_where_the_picture_leaves_its_place(float moved, bool taken)
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 9) { Moved = moved };
        for (var frame = 0; frame < 6; frame++)
            Line(film, frame, 60 + 0.3 * frame, 235, 0.5);
        var proposals = new List<Proposal>();
        film.Run(new Scratches(), proposals: proposals);
        Assert.Equal(taken, proposals.Exists(proposal => proposal.Frames.First == 5 && proposal.Confidence >= 0.5));
    }

    [Theory]
    [InlineData(0.06f, 0f, 1.5f, true, false)] // hidden on one side, but the picture went
    [InlineData(0.06f, 0f, 1.5f, false, true)] // the picture sways
    [InlineData(0.06f, 0f, 0.5f, true, true)] // a pole in a shot that weaves is where it was
    [InlineData(0.03f, 0.03f, 1.5f, true, true)] // the scene has it as well
    [InlineData(0.2f, 0.2f, 0.5f, false, false)] // told within the nearest frames
    public void What_one_side_hides_is_judged_only_where_the_picture_leaves_the_place_of_the_line(float against, float least, float apart, bool goes, bool waits) =>
        Assert.Equal(waits, ScratchJudge.Waits(LineKind.Narrow, new LineTrack(0.5f, against, least, 0.5f, apart, 1), false, goes));

    [Fact]
    public void A_mask_is_no_broader_than_its_scratch_under_grain()
    {
        var (both, masked, scratched) = (0, 0, 0);
        for (var seed = 0; seed < 8; seed++)
        {
            var random = new Random(seed);
            var plane = new Plane(576, 320);
            var truth = new HashSet<int>();
            var (at, slope, tone, half) = (100 + 300 * random.NextDouble(), 0.02 * (random.NextDouble() - 0.5), seed % 2 == 0 ? 235 : 20, 0.6 + 0.7 * random.NextDouble());
            for (var y = 0; y < 320; y++)
                for (var x = 0; x < 576; x++)
                {
                    var was = 110 + 25 * Math.Sin(x / 31.0 + y / 43.0) + 30 * (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5);
                    var cover = 0.3 * Math.Clamp(0.5 + half - Math.Abs(x - at - slope * y), 0, 1);
                    var now = was + cover * (tone - was);
                    plane[x, y] = (ushort)(257 * now);
                    if (Math.Abs(now - was) >= 8)
                        truth.Add(y * 576 + x);
                }
            // As far off as paths are.
            var path = Enumerable.Range(0, 40).Select(band => (int)Math.Round(at + slope * (8 * band + 4) + random.Next(-1, 2) * 0.6)).ToArray();
            var mask = ScratchRepair.Mask(plane, Profile(plane, new LineMap(plane, new RowRunner(1)), new LinePath(0, path, seed % 2 == 0 ? 1 : -1, 40)), 8 * 257);
            both += mask.Count(truth.Contains);
            masked += mask.Count;
            scratched += truth.Count;
        }
        var (precision, recall) = (both / (double)masked, both / (double)scratched);
        TestContext.Current.TestOutputHelper?.WriteLine($"precision {precision:F3}, recall {recall:F3}");
        Assert.True(precision > 0.955 && recall > 0.95, $"precision {precision:F3}, recall {recall:F3}");
    }

    [Fact]
    public void Of_a_line_a_sample_wide_the_line_is_found_and_not_what_its_flanks_look_like_beside_it()
    {
        for (var seed = 0; seed < 8; seed++)
        {
            var random = new Random(seed);
            var (plane, tone) = (new Plane(360, 240), seed % 2 == 0 ? 20 : 235);
            for (var y = 0; y < 240; y++)
                for (var x = 0; x < 360; x++)
                    plane[x, y] = (ushort)(257 * (110 + (x == 150 ? 0.2 * (tone - 110) : 0) + 70 * (random.NextDouble() - 0.5)));
            var map = new LineMap(plane, new RowRunner(1));
            var lines = new LineFinder(map, map.Response, 2 * 257).Find(5).Where(line => Math.Abs(line.X.Average() - 150) < 6).ToList();
            Assert.Contains(lines, line => line.X.Length > 15 && Math.Abs(line.X.Average() - 150) < 1);
            Assert.All(lines, line => Assert.Equal(Math.Sign(tone - 110), line.Sign));
        }
    }

    [Fact]
    public void Before_texture_that_moves_a_mask_is_where_the_scratch_is_and_neither_past_its_ends_nor_where_it_is_broken()
    {
        var film = new SpeckFilm(240, 160, PixelLayout.Gray, 9) { Moved = -3 };
        var random = new Random(1);
        var texture = Enumerable.Range(0, 300 * 160).Select(_ => 70 + 110 * random.NextDouble()).ToArray();
        for (var frame = 0; frame < 9; frame++)
            for (var y = 0; y < 160; y++)
                for (var x = 0; x < 240; x++)
                    film.Clean[frame].Guide[x, y] = film.Damaged[frame].Guide[x, y] = (ushort)(257 * (texture[y * 300 + x + 3 * frame] + texture[y * 300 + x + 3 * frame + 1]) / 2);
        var (both, masked, scratched) = (0, 0, 0);
        var truth = Enumerable.Range(0, 9).Select(frame =>
        {
            Line(film, frame, 90 + 0.3 * frame, 235, 0.5);
            for (var y = 0; y < 160; y++)
                if (y is >= 70 and < 100 or >= 140)
                    film.Clean[frame].Guide.Row(y).CopyTo(film.Damaged[frame].Guide.Row(y));
            return Enumerable.Range(0, 240 * 160).Where(i => film.Damaged[frame].Guide[i % 240, i / 240] - film.Clean[frame].Guide[i % 240, i / 240] >= 8 * 257).ToHashSet();
        }).ToList();
        var proposals = new List<Proposal>();
        film.Run(new Scratches(), proposals: proposals);
        foreach (var proposal in proposals.Where(proposal => proposal.Confidence >= 0.5 && proposal.Frames.First is >= 3 and <= 5))
            proposal.Region?.ForEachRun((y, left, right) =>
            {
                masked += right - left;
                both += Enumerable.Range(left, right - left).Count(x => truth[proposal.Frames.First].Contains(y * 240 + x));
            });
        scratched = truth[3].Count + truth[4].Count + truth[5].Count;
        var (precision, recall) = (both / (double)masked, both / (double)scratched);
        TestContext.Current.TestOutputHelper?.WriteLine($"precision {precision:F3}, recall {recall:F3}");
        Assert.True(precision > 0.98 && recall > 0.7, $"precision {precision:F3}, recall {recall:F3}");
    }

    [Fact]
    public void A_line_that_is_there_in_every_frame_of_a_still_shot_waits_though_it_wanders_by_less_than_a_sample()
    {
        var film = Still(frame => (90 + 0.6 * Math.Sin(1.9 * frame), 0.35 + 0.15 * Math.Cos(1.3 * frame)));
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Theory]
    [InlineData(1.5, 0)]
    [InlineData(0, 4)]
    public void A_line_that_drifts_or_sways_before_a_still_picture_waits(double drift, double sway)
    {
        var film = Still(frame => (60 + drift * frame + sway * Math.Sin(frame / 1.5), 0.5));
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Theory]
    [InlineData(17, 35)]
    [InlineData(-13, 27)]
    public void Poles_that_pass_before_a_pan_wait_though_one_comes_where_another_was(int speed, int apart)
    {
        var film = Panned();
        for (var frame = 0; frame < 9; frame++)
            for (var x = (200 * apart - speed * frame) % apart; x < 161; x += apart)
                Line(film, frame, x, 20, 0.9);
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Fact]
    public void A_line_waits_where_the_light_jumps()
    {
        var film = Panned(frame => frame < 4 ? 30 * 257 : 90 * 257);
        for (var frame = 0; frame < 9; frame++)
            Line(film, frame, 60, 235, 0.5);
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Fact]
    public void A_faint_line_along_the_edge_of_something_dark_waits()
    {
        var film = Panned();
        for (var frame = 0; frame < 9; frame++)
        {
            var random = new Random(frame);
            for (var y = 0; y < 95; y++)
                foreach (ref var sample in film.Damaged[frame].Guide.Row(y)[70..84])
                    sample = (ushort)(257 * random.Next(16, 30));
            Line(film, frame, 87, 235, 0.15);
        }
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.4)]
    public void Poles_blinds_and_wires_before_a_camera_that_stands_or_breathes_wait_while_somebody_walks_by(double sway)
    {
        var film = Still(frame => (90, 0));
        var random = new Random(3);
        for (var frame = 0; frame < 9; frame++)
        {
            foreach (var (at, tone) in new[] { (40, 235), (43, 235), (46, 235), (49, 235), (75, 16), (110, 245), (140, 10) })
                Line(film, frame, at, tone, 0.9, 1, 2);
            var guide = film.Damaged[frame].Guide;
            Shift(guide, sway * 3 * Math.Sin(0.8 * frame));
            for (var y = 20; y < 90; y++)
                guide.Row(y).Slice(10 + 12 * frame, 18).Fill(70 * 257);
            for (var y = 0; y < guide.Height; y++)
                foreach (ref var sample in guide.Row(y))
                    sample = (ushort)Math.Clamp(sample + random.Next(-4 * 257, 4 * 257), 0, 65535);
        }
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Fact]
    public void A_pole_before_a_moving_picture_waits_while_most_of_the_picture_stands()
    {
        var film = Still(frame => (90, 0.9));
        for (var frame = 0; frame < 9; frame++)
        {
            // The pan is seen through a window around the pole.
            for (var y = 0; y < 95; y++)
                film.Clean[frame].Guide.Row(y).CopyTo(film.Damaged[frame].Guide.Row(y));
            var scene = new SpeckFilm(161, 95, PixelLayout.Gray, 9);
            for (var y = 0; y < 95; y++)
                scene.Clean[frame].Guide.Row(y).Slice(70, 40).CopyTo(film.Damaged[frame].Guide.Row(y)[70..]);
            Line(film, frame, 90, 20, 0.9);
        }
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Fact]
    public void A_repair_never_goes_past_the_flanks_of_its_line_nor_past_its_ends() => Prop.ForAll<int>(seed =>
    {
        var random = new Random(seed);
        var (bright, bands) = (random.Next(2) == 0, random.Next(4, 11));
        var first = random.Next(0, 11 - bands);
        var source = new SpeckFilm(97, 95, PixelLayout.Gray, 3).Damaged[1];
        // A line over some of the bands that are held for it, on a picture of any contrast.
        var at = random.Next(10, 87);
        for (var y = 0; y < 95; y++)
            for (var x = 0; x < 97; x++)
            {
                var cover = random.Next(4) > 0 && y > random.Next(60) ? random.NextDouble() * Math.Clamp(2 - Math.Abs(x - at), 0, 1) : 0;
                source.Guide[x, y] = (ushort)Math.Clamp(source.Guide[x, y] * (1 - cover) + (bright ? 65535 : 0) * cover + random.Next(-2000, 2000), 0, 65535);
            }
        var map = new LineMap(source.Guide, new RowRunner(1));
        var line = new LinePath(first, [.. Enumerable.Repeat(at, bands)], bright ? 1 : -1, 20);
        var profile = Profile(source.Guide, map, line);
        var target = new FramePool().Copy(source);
        var region = RegionMask.Whole(new Box(at - 3, Math.Max(0, profile.First - 2), 7, profile.End - profile.First));
        ScratchRepair.Apply(source, target, region, profile, new Neighbourhood(null, null, null, null), 1);
        for (var y = 0; y < 95; y++)
        {
            var flanks = new List<ushort>();
            if (profile.ShowsAt(y))
                for (var v = Math.Max(0, y - 1); v <= Math.Min(94, y + 1); v++)
                    for (var off = 3; off <= profile.Reach; off++)
                        flanks.AddRange([source.Guide[Math.Clamp(profile.X(y) - off, 0, 96), v], source.Guide[Math.Clamp(profile.X(y) + off, 0, 96), v]]);
            for (var x = 0; x < 97; x++)
            {
                var (was, now) = (source.Guide[x, y], target.Guide[x, y]);
                if (flanks.Count == 0)
                    Assert.Equal(was, now);
                else if (bright)
                    Assert.InRange(now, Math.Min(was, flanks.Min()), was);
                else
                    Assert.InRange(now, was, Math.Max(was, flanks.Max()));
            }
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_edge_of_the_printed_frame_waits_for_a_person()
    {
        var film = new SpeckFilm(481, 95, PixelLayout.Gray, 9);
        for (var frame = 0; frame < 9; frame++)
            Line(film, frame, 472 + 0.4 * Math.Sin(frame), 235, 0.6);
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Fact]
    public void What_is_broader_than_a_scratch_waits_for_a_person()
    {
        var film = Still(frame => (90, 0));
        for (var frame = 0; frame < 9; frame++)
            Line(film, frame, 90 + 0.6 * Math.Sin(1.9 * frame), 235, 0.35 + 0.15 * Math.Cos(1.3 * frame), 6, 0.2);
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Fact]
    public void A_line_with_no_picture_beside_it_waits_for_a_person()
    {
        var film = Still(frame => (90, 0));
        for (var frame = 0; frame < 9; frame++)
        {
            var guide = film.Damaged[frame].Guide;
            for (var y = 0; y < guide.Height; y++)
                guide.Row(y)[96..].Fill(16 * 257);
            Line(film, frame, 91 + 0.6 * Math.Sin(1.9 * frame), 235, 0.35 + 0.15 * Math.Cos(1.3 * frame));
        }
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches()));
    }

    [Fact]
    public void A_line_is_surer_for_the_frames_around_that_show_it_too()
    {
        var often = Scratched(PixelLayout.Gray, 235);
        var once = Panned();
        Line(once, 4, 60 + 0.3 * 4, 235, 0.5);
        Assert.True(Surest(often) > Surest(once) + 0.1, $"{Surest(once)} alone, {Surest(often)} in company");

        static double Surest(SpeckFilm film)
        {
            var proposals = new List<Proposal>();
            film.Run(new Scratches(), proposals: proposals);
            return proposals.Select(proposal => proposal.Confidence).DefaultIfEmpty().Max();
        }
    }

    [Fact]
    public void Threads_and_chunks_do_not_change_a_bit()
    {
        var film = Scratched(PixelLayout.Yuv420, 235);
        var whole = film.Run(new Scratches());
        SpeckFilm.AssertSame(whole, film.Run(new Scratches(), threads: 3));
        SpeckFilm.AssertSame(whole[5..], film.Run(new Scratches(), first: 5));
    }

    [Fact]
    public void Zero_strength_and_no_decision_change_nothing()
    {
        var film = Scratched(PixelLayout.Gray, 235);
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches(), new ScratchesOptions { Strength = 0 }));
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Scratches(), all: Verdict.Wait));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 16)]
    [InlineData(9, 40)]
    public void Tiny_pictures_pass(int width, int height)
    {
        var film = new SpeckFilm(width, height, PixelLayout.Yuv420, 2);
        Assert.Equal(2, film.Run(new Scratches()).Length);
        Assert.Equal(2, film.Run(new Kinolux.Restore.Stages.Despeckle.Despeckle()).Length);
    }

    // A scene without motion, with a line at a place and of an opacity that depend on the frame.
    private static SpeckFilm Still(Func<int, (double At, double Opacity)> line)
    {
        var film = new SpeckFilm(161, 95, PixelLayout.Gray, 9);
        for (var frame = 0; frame < 9; frame++)
        {
            film.Clean[0].Guide.CopyTo(film.Clean[frame].Guide);
            film.Clean[0].Guide.CopyTo(film.Damaged[frame].Guide);
            var (at, opacity) = line(frame);
            Line(film, frame, at, 235, opacity);
        }
        return film;
    }

    // Moves a picture aside by up to a few samples, to a fraction of one.
    private static void Shift(Plane plane, double aside)
    {
        var was = new ushort[plane.Width];
        for (var y = 0; y < plane.Height; y++)
        {
            plane.Row(y).CopyTo(was);
            for (var x = 0; x < plane.Width; x++)
            {
                var at = Math.Clamp(x - aside, 0, plane.Width - 1.001);
                var (left, part) = ((int)at, at - (int)at);
                plane[x, y] = (ushort)(was[left] * (1 - part) + was[left + 1] * part);
            }
        }
    }

    private static SpeckFilm Panned(Func<int, float>? light = null) => new(161, 95, PixelLayout.Gray, 9) { Moved = -(float)SpeckFilm.PanX, Light = light ?? (_ => 0) };

    private static SpeckFilm Scratched(PixelLayout layout, int tone)
    {
        var film = new SpeckFilm(161, 95, layout, 9) { Moved = -(float)SpeckFilm.PanX };
        for (var frame = 0; frame < 9; frame++)
            Line(film, frame, 60 + 0.3 * frame, tone, 0.5);
        return film;
    }

    /// <param name="reach">Samples from the middle to where it has gone.</param>
    /// <param name="slope">What it loses in a sample.</param>
    private static void Line(SpeckFilm film, int frame, double at, int tone, double opacity, double reach = 1.5, double slope = 1)
    {
        for (var plane = 0; plane < (film.Format.HasChroma ? 1 : film.Format.PlaneCount); plane++)
            for (var y = 0; y < film.Format.Height; y++)
                for (var x = 0; x < film.Format.Width; x++)
                {
                    var cover = opacity * Math.Clamp(slope * (reach - Math.Abs(x - at)), 0, 1);
                    if (cover > 0)
                        film.Damaged[frame].Planes[plane][x, y] = (ushort)(film.Damaged[frame].Planes[plane][x, y] * (1 - cover) + tone * 257 * cover);
                }
    }

    // Of a frame by itself.
    private static ScratchProfile Profile(Plane plane, LineMap map, LinePath line) => new(plane, map, line, new LineGround(plane, [], [], map.Half));
}

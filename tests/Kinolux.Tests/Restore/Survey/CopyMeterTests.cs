using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Noise;
using Kinolux.Restore.Survey.Copies;

namespace Kinolux.Tests.Restore.Survey;

/// <summary>What is a frame once more, and what only looks nearly like it.</summary>
public sealed class CopyMeterTests
{
    private const int Width = 160, Height = 120, Frames = 8;

    private static readonly FrameFormat Format = new(Width, Height, PixelLayout.Gray, 8);
    private static readonly FrameFormat Colour = new(Width, Height, PixelLayout.Yuv444, 8);
    private static readonly bool[] All = [false, .. Enumerable.Repeat(true, Frames - 1)];
    private static readonly bool[] None = new bool[Frames];

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(12)]
    public void A_frame_once_more_is_a_copy(double grain) =>
        Assert.Equal(All, Copies((_, x, y) => Scene(x, y) + grain * Grain(0, x, y)));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void So_is_one_of_which_a_codec_touched_some_blocks(double grain) =>
        Assert.Equal(All, Copies((t, x, y) => Scene(x, y) + grain * Grain(0, x, y) + Codec(t, x, y)));

    [Fact]
    public void So_is_one_whose_every_sample_a_codec_touched_by_far_less_than_the_film_has_grain() =>
        Assert.Equal(All, Copies((t, x, y) => Scene(x, y) + 5 * Grain(0, x, y) + 0.5 * Grain(t + 1, x, y)));

    [Theory]
    [InlineData(0.06)]
    [InlineData(0.25)]
    [InlineData(1)]
    public void A_slow_pan_has_none(double speed) =>
        Assert.Equal(None, Copies((t, x, y) => Scene(x + speed * t, y)));

    [Theory]
    [InlineData(0.0015)]
    [InlineData(0.006)]
    public void A_still_shot_that_breathes_has_none(double zoom) =>
        Assert.Equal(None, Copies((t, x, y) => (1 + zoom * Math.Sin(1.3 * t + 0.4)) is var scale ? Scene((x - 80) * scale, (y - 60) * scale) : 0));

    [Theory]
    [InlineData(0.25)]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(8)]
    public void A_still_whose_grain_is_new_in_each_frame_has_none(double grain) =>
        Assert.Equal(None, Copies((t, x, y) => Scene(x, y) + grain * Grain(t, x, y)));

    [Theory]
    [InlineData(0.3)]
    [InlineData(3)]
    public void A_fade_has_none(double levels) =>
        Assert.Equal(None, Copies((t, x, y) => Scene(x, y) - levels * t));

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_mouth_that_talks_in_a_still_shot_makes_none(double grain) =>
        Assert.Equal(None, Copies((t, x, y) => (Math.Pow((x - 80) / 9.0, 2) + Math.Pow((y - 60) / (2 + t % 3 * 1.5), 2) < 1 ? 60 : Scene(x, y)) + grain * Grain(0, x, y)));

    [Theory]
    [InlineData(3, 40)]
    [InlineData(2, 70)]
    public void A_tiny_thing_that_moves_in_a_still_shot_makes_none(int size, double contrast) =>
        Assert.Equal(None, Copies((t, x, y) => Scene(x, y) + (x - 20 - 9 * t >= 0 && x - 20 - 9 * t < size && y >= 50 && y < 50 + size ? contrast : 0)));

    [Fact]
    public void What_changes_in_colour_alone_makes_none()
    {
        var pool = new FramePool();
        using var meter = new CopyMeter(RowRunner.Serial);
        for (var t = 0; t < Frames; t++)
        {
            using var frame = Draw(pool, Colour, t, (_, x, y) => Scene(x, y));
            for (var y = 0; y < Height; y++)
                for (var x = 0; x < Width; x++)
                    frame.Planes[1][x, y] = frame.Planes[2][x, y] = FrameFormat.Widen(x / 10 == 5 && y / 10 == 5 && t % 2 == 0 ? 160 : 128, 8);
            Assert.False(meter.Add(frame, 0));
        }
    }

    [Fact]
    public void What_changes_too_slowly_to_be_seen_from_frame_to_frame_is_seen_before_it_has_gone_far() =>
        Assert.InRange(Copies((t, x, y) => Scene(x + 0.015 * t, y)).Count(copy => copy), 0, Frames - 3);

    [Fact]
    public void On_many_threads_as_on_one()
    {
        Func<int, int, int, double> film = (t, x, y) => Scene(x, y) + 3 * Grain(t / 2, x, y) + Codec(t, x, y);
        Assert.Equal(Copies(film), Copies(film, new RowRunner(4)));
    }

    private static bool[] Copies(Func<int, int, int, double> grey, RowRunner? rows = null)
    {
        var pool = new FramePool();
        using var meter = new CopyMeter(rows ?? RowRunner.Serial);
        var copies = new bool[Frames];
        for (var t = 0; t < Frames; t++)
        {
            using var frame = Draw(pool, Format, t, grey);
            copies[t] = meter.Add(frame, NoiseMeter.Measure(frame.Guide, RowRunner.Serial).Mean);
        }
        return copies;
    }

    private static Frame Draw(FramePool pool, FrameFormat format, int t, Func<int, int, int, double> grey)
    {
        var frame = pool.Rent(format);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                frame.Guide[x, y] = FrameFormat.Widen((int)Math.Round(Math.Clamp(grey(t, x, y), 0, 255)), 8);
        return frame;
    }

    private static double Scene(double x, double y) => 255 * SyntheticFilm.Texture(7, x, y);

    // Of deviation 1, near enough.
    private static double Grain(int t, int x, int y) =>
        2 * (SyntheticFilm.Hash(11 + t, x, y) + SyntheticFilm.Hash(111 + t, x, y) + SyntheticFilm.Hash(211 + t, x, y) - 1.5);

    // One block in fourteen is drawn a little sharper, softer, darker or brighter.
    private static double Codec(int t, int x, int y) =>
        t == 0 || SyntheticFilm.Hash(31 + t, x / 8, y / 8) > 0.07 ? 0 : 6 * (SyntheticFilm.Hash(41 + t, x / 8, y / 8) - 0.5) + 5 * Math.Cos((x % 8 + 0.5) * (1 + y / 8 % 3) * Math.PI / 8);
}

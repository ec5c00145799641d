using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Time;
using Kinolux.Restore.Stages.Despeckle;
using Kinolux.Restore.Survey;
using Kinolux.Restore.Survey.Flecks;
using Kinolux.Tests.Restore.Specks;

namespace Kinolux.Tests.Restore.Survey;

public sealed class DirtEvidenceTests
{
    private const int Width = 321, Height = 181, Count = 20;

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    public void Spots_everywhere_in_every_frame_are_dirt(int each) => Assert.InRange(Dirt(Film().WithSpots(each, 4)), 0.9, 1);

    [Fact]
    public void A_film_without_any_has_no_dirt() => Assert.Equal(0, Dirt(Film()));

    [Theory]
    [InlineData("ball")]
    [InlineData("rain")]
    [InlineData("snow")]
    [InlineData("lamps")]
    [InlineData("sparks")]
    [InlineData("birds")]
    public void What_flies_falls_or_blinks_is_no_dirt(string kind)
    {
        var film = Draw(kind);
        Assert.InRange(Dirt(film), 0, 0.3);
    }

    [Theory]
    [InlineData("ball")]
    [InlineData("rain")]
    [InlineData("sparks")]
    public void What_is_meant_in_a_film_without_dirt_is_left_alone(string kind)
    {
        var film = Draw(kind);
        film.Dirt = Dirt(film);
        SpeckFilm.AssertSame(film.Damaged, film.Run(new Despeckle()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public void Grain_of_any_coarseness_is_measured_and_is_no_dirt(int size)
    {
        var film = Film();
        Grain(film, 8, size);
        var frames = Frames(film);
        var grain = new ShotSurvey(new Shot(1, new FrameRange(0, Count - 1)), film.Format, frames).Grain / 257;
        Assert.InRange(grain, 5, 10);
        Assert.InRange(DirtEvidence.Of(frames, [new Shot(1, new FrameRange(0, Count - 1))], Width, Height)[0], 0, 0.3);
    }

    [Fact]
    public void Dirt_of_the_other_shots_speaks_for_a_shot_too_short_to_tell()
    {
        var dirty = Frames(Film().WithSpots(20, 4));
        IReadOnlyList<Shot> shots = [new(1, new FrameRange(0, Count - 3)), new(2, new FrameRange(Count - 2, Count - 1))];
        Assert.All(DirtEvidence.Of(dirty, shots, Width, Height), dirt => Assert.InRange(dirt, 0.9, 1));
        Assert.All(DirtEvidence.Of(Frames(Film()), shots, Width, Height), dirt => Assert.Equal(0, dirt));
    }

    [Fact]
    public void A_repeat_hides_no_dirt()
    {
        var film = Film().WithSpots(20, 4);
        for (var frame = 1; frame < Count; frame += 2)
            film.Repeat(frame);
        Assert.InRange(Dirt(film), 0.9, 1);
    }

    [Fact]
    public void A_census_is_read_as_it_was_written()
    {
        var census = new FleckCensus([.. Enumerable.Range(0, 16).Select(i => (byte)(i * 17))], [new Fleck(300, 5, 12, 200, true, -127, 3), new Fleck(1, 65535, 2, 0, false, 0, 127)]);
        foreach (var one in (FleckCensus?[])[census, null, new FleckCensus(new byte[16], [.. Enumerable.Repeat(census.Flecks[0], FleckCensus.Most)])])
        {
            using var stream = new MemoryStream();
            FleckRecord.Write(one, new BinaryWriter(stream));
            Assert.Equal(FleckRecord.Size, stream.Length);
            stream.Position = 0;
            var read = FleckRecord.Read(new BinaryReader(stream));
            Assert.Equal(one?.Still, read?.Still);
            Assert.Equal(one?.Flecks, read?.Flecks);
        }
    }

    private static SpeckFilm Film() => new(Width, Height, PixelLayout.Gray, Count);

    private static SpeckFilm Draw(string kind)
    {
        var (film, random) = (Film(), new Random(3));
        var things = Enumerable.Range(0, 60).Select(_ => (X: random.Next(Width), Y: random.Next(Height), Speed: random.NextDouble(), Phase: random.Next(100))).ToArray();
        for (var frame = 0; frame < Count; frame++)
            if (kind == "ball")
                film.Spot(frame, (20 + 37 * frame) % Width, 60 + 2 * frame, 5, white: false);
            else
                foreach (var (x, y, speed, phase) in things)
                    switch (kind)
                    {
                        case "rain":
                            for (var k = 0; k < 14; k++)
                                film.Spot(frame, (x + 3 * frame) % Width, (y + k + (int)((22 + 10 * speed) * frame)) % Height, 0.5, white: true);
                            break;
                        case "snow":
                            film.Spot(frame, (x + 2 * frame) % Width, (y + (int)((6 + 4 * speed) * frame)) % Height, 1.5, white: true);
                            break;
                        case "lamps" when (frame + phase) % (3 + phase % 5) == 0 && speed < 0.5:
                            // Fixed in the scene, which pans.
                            film.Spot(frame, (int)Math.Round(x - SpeckFilm.PanX * frame), (int)Math.Round(y - SpeckFilm.PanY * frame), 2, white: true);
                            break;
                        case "sparks" when phase % 10 == frame % 10:
                            film.Spot(frame, 160 + (int)((x - 160) * 0.3), 90 + (int)((y - 90) * 0.3), 1.5, white: true);
                            break;
                        case "birds" when phase < 20:
                            film.Spot(frame, (x + 12 * frame) % Width, (y + (int)(4 * speed * frame)) % Height, 2, white: false);
                            break;
                    }
        return film;
    }

    // White noise, averaged over squares of 2 · size + 1 samples, that deviates by so many levels.
    private static void Grain(SpeckFilm film, double levels, int size)
    {
        var random = new Random(11);
        var side = 2 * size + 1;
        var (width, height) = (Width + side, Height + side);
        foreach (var frame in film.Damaged)
        {
            var white = new double[width * height];
            for (var i = 0; i < white.Length; i++)
                white[i] = levels * Math.Sqrt(3) * (2 * random.NextDouble() - 1) * 257;
            for (var y = 0; y < Height; y++)
                for (var x = 0; x < Width; x++)
                {
                    var sum = 0.0;
                    for (var v = 0; v < side; v++)
                        for (var u = 0; u < side; u++)
                            sum += white[(y + v) * width + x + u];
                    frame.Guide[x, y] = (ushort)Math.Clamp(frame.Guide[x, y] + sum / side, 0, 65535);
                }
        }
    }

    private static double Dirt(SpeckFilm film) => DirtEvidence.Of(Frames(film), [new Shot(1, new FrameRange(0, Count - 1))], Width, Height)[0];

    private static FrameSurvey[] Frames(SpeckFilm film)
    {
        using var meter = new FrameMeter(RowRunner.Serial);
        return [.. film.Damaged.Select(meter.Measure)];
    }
}

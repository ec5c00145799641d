using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restore.Damage;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Restore.Damage;

public sealed class FilmDegraderTests
{
    private static FilmInfo CleanFilm(TemporaryFolder folder, int frames)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        var pool = new FramePool();
        var path = folder.File("clean.mkv");
        using (var writer = new FilmWriter(path, new FilmTarget { Format = new FrameFormat(96, 64, PixelLayout.Gray, 8), Rate = new Rational(24, 1) }))
        {
            for (var n = 0; n < frames; n++)
            {
                using var frame = CleanPictures.Make(pool, 96, 64, phase: n);
                writer.Write(frame);
            }
            writer.Complete();
        }
        return Film.Open(path);
    }

    private static void Degrade(FilmInfo film, string output, string? truth, bool overwrite = false) =>
        FilmDegrader.Run(film, output, new DamageOptions(Strength: 2), truth, overwrite, new RowRunner(2), new ProgressMeter(null, TimeProvider.System, "degrade", film.FrameCount));

    [Fact]
    public void Writes_the_film_its_truth_and_its_masks()
    {
        using var folder = new TemporaryFolder();
        var film = CleanFilm(folder, 9);
        Degrade(film, folder.File("damaged.mkv"), folder.File("truth"));
        Assert.Equal(9, Film.Open(folder.File("damaged.mkv")).FrameCount);
        var truth = DamageTruth.Read(folder.File("truth"));
        Assert.Equal(9, truth.Frames.Count);
        var options = new DamageOptions(Strength: 2);
        for (var n = 0; n < 9; n++)
        {
            var plan = FrameDamage.Plan(n, 9, 96, 64, options);
            Assert.Equal((plan.Loss, plan.Weave), (truth.Frames[n].Loss, truth.Frames[n].Weave));
            Assert.Equal(plan.Dirt, truth.Frames[n].Dirt);
            Assert.All(DamageTruth.MaskKinds, kind => Assert.Equal(96, PngFile.Read(DamageTruth.MaskPath(folder.File("truth"), kind, n)).Width));
        }
    }

    [Fact]
    public void The_same_seed_writes_the_same_film()
    {
        using var folder = new TemporaryFolder();
        var film = CleanFilm(folder, 5);
        Degrade(film, folder.File("one.mkv"), null);
        Degrade(film, folder.File("two.mkv"), null);
        Assert.Equal(File.ReadAllBytes(folder.File("one.mkv")).Length, File.ReadAllBytes(folder.File("two.mkv")).Length);
        var pool = new FramePool();
        using var a = new FilmReader(Film.Open(folder.File("one.mkv")), null, pool);
        using var b = new FilmReader(Film.Open(folder.File("two.mkv")), null, pool);
        while (a.Read() is { } one)
        {
            var two = b.Read();
            Assert.NotNull(two);
            Assert.Equal(CleanPictures.Samples(one), CleanPictures.Samples(two));
        }
    }

    [Fact]
    public void A_truth_that_exists_is_not_overwritten_unasked()
    {
        using var folder = new TemporaryFolder();
        var film = CleanFilm(folder, 2);
        Degrade(film, folder.File("one.mkv"), folder.File("truth"));
        Assert.Equal("KX2702", Assert.Throws<FaultException>(() => Degrade(film, folder.File("two.mkv"), folder.File("truth"))).Fault.Code);
        Assert.False(File.Exists(folder.File("two.mkv")));
        Degrade(film, folder.File("two.mkv"), folder.File("truth"), overwrite: true);
    }
}

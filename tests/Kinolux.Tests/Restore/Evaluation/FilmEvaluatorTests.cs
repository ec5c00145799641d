using Kinolux.Core.Faults;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Png;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Evaluation;
using Kinolux.Tests.Restore.Damage;

namespace Kinolux.Tests.Restore.Evaluation;

public sealed class FilmEvaluatorTests
{
    private const int Frames = 12;

    private static FilmInfo CleanFilm(TemporaryFolder folder, int frames = Frames, string name = "clean.mkv")
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        var pool = new FramePool();
        using (var writer = new FilmWriter(folder.File(name), new FilmTarget { Format = new FrameFormat(160, 96, PixelLayout.Gray, 8), Rate = new Rational(24, 1) }))
        {
            for (var n = 0; n < frames; n++)
            {
                using var frame = CleanPictures.Make(pool, 160, 96, phase: n);
                writer.Write(frame);
            }
            writer.Complete();
        }
        return Film.Open(folder.File(name));
    }

    private static FilmInfo Damage(TemporaryFolder folder, FilmInfo clean, DamageKinds kinds)
    {
        FilmDegrader.Run(clean, folder.File("damaged.mkv"), new DamageOptions(kinds, 2), folder.File("truth"), false, RowRunner.Serial, new ProgressMeter(null, TimeProvider.System, "degrade", Frames));
        return Film.Open(folder.File("damaged.mkv"));
    }

    private static FilmEvaluation Evaluate(FilmInfo film, FilmInfo clean, FilmInfo? damaged = null, string? truth = null, Detections? detections = null) =>
        new FilmEvaluator(RowRunner.Serial, new ProgressMeter(null, TimeProvider.System, "evaluate", Frames)).Run(film, clean, damaged, truth, detections);

    [Fact]
    public void A_film_against_itself_is_perfect()
    {
        using var folder = new TemporaryFolder();
        var clean = CleanFilm(folder);
        var score = Evaluate(clean, clean).Film;
        Assert.Equal((60, 0, 0, 0), (score.Psnr, score.FlickerIndex, score.LocalFlickerIndex, score.Altered));
        Assert.Equal(1, score.Ssim, 1e-6);
        Assert.True(score.Jitter < 0.01);
    }

    [Fact]
    public void Dirt_lies_inside_its_masks_and_who_finds_them_all_has_F1_of_one()
    {
        using var folder = new TemporaryFolder();
        var clean = CleanFilm(folder);
        var damaged = Damage(folder, clean, DamageKinds.Dirt);
        var found = new Detections();
        for (var n = 0; n < Frames; n++)
        {
            var mask = PngFile.Read(DamageTruth.MaskPath(folder.File("truth"), "dirt", n)).Planes[0];
            var inside = Enumerable.Range(0, 160 * 96).Select(i => mask[i % 160, i / 160] != 0).ToArray();
            if (inside.Contains(true))
                found.Add(new Proposal("x", "dirt", new FilmPlace(FrameRange.Single(n), RegionMask.From(new Box(0, 0, 160, 96), inside)), "", 1, new ProposalSource("tester", "1", IsPerson: true), []));
        }
        var evaluation = Evaluate(clean, clean, damaged, folder.File("truth"), found);
        var before = evaluation.Damaged?.Kinds.Single();
        Assert.NotNull(before);
        Assert.Equal("dirt", before.Kind);
        Assert.InRange(before.Psnr, 4, 16);
        Assert.InRange(before.Coverage, 0.005, 0.05);
        Assert.Equal(0, evaluation.Damaged?.Altered);
        Assert.Equal(1, evaluation.Film.Kinds.Single().Fixed);
        Assert.Equal(1, evaluation.Detection.Single().F1);
    }

    [Fact]
    public void Jitter_of_a_woven_film_is_that_of_its_truth()
    {
        using var folder = new TemporaryFolder();
        var clean = CleanFilm(folder);
        var damaged = Damage(folder, clean, DamageKinds.Weave);
        var told = FilmMeter.Jitter([.. Enumerable.Range(0, Frames).Select(n => FrameDamage.Plan(n, Frames, 160, 96, new DamageOptions(DamageKinds.Weave, 2)).Weave)]);
        Assert.Equal(told, Evaluate(damaged, clean, truth: folder.File("truth")).Film.Jitter, 0.05);
    }

    [Fact]
    public void One_gain_and_offset_for_the_shot_are_forgiven_after_the_fit()
    {
        var sums = default(FitSums);
        for (var i = 0; i < 100; i++)
            sums = sums.With(i, (i - 7) / 1.3);
        var (gain, offset) = sums.Best();
        Assert.Equal(1.3, gain, 1e-9);
        Assert.Equal(7, offset, 1e-6);
        Assert.Equal(0, sums.MeanSquare(gain, offset), 1e-6);
    }

    [Fact]
    public void Films_that_do_not_match_are_a_fault()
    {
        using var folder = new TemporaryFolder();
        var clean = CleanFilm(folder);
        var shorter = CleanFilm(folder, Frames - 1, "short.mkv");
        Assert.Equal("KX2705", Assert.Throws<FaultException>(() => Evaluate(shorter, clean)).Fault.Code);
        Assert.Equal("KX2703", Assert.Throws<FaultException>(() => Evaluate(clean, clean, truth: folder.File("nowhere"))).Fault.Code);
    }
}

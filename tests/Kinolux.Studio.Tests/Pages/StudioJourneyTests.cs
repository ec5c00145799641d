using Kinolux.Core.Kernels;
using Kinolux.Core.Processes;
using Kinolux.Core.Progress;
using Kinolux.Media;
using Kinolux.Restore.Damage;

namespace Kinolux.Studio.Tests.Pages;

/// <summary>The studio as a person uses it, in Chromium: find, decide, mark, set, render, see, ask why.</summary>
public sealed class StudioJourneyTests
{
    private const string Name = "Old film";

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_real_old_film_is_reviewed_and_rendered_by_keyboard()
    {
        Browser.SkipWithout();
        var frames = Repository.Shared("restoration", "old_film", "rrtn_great_train_robbery_1903");
        await WalkAsync(film => Ffmpeg(
            "-framerate", "16", "-start_number", "1", "-i", Path.Combine(frames, "%05d.png"), "-frames:v", "10", "-vf", "crop=320:240:80:60", "-pix_fmt", "gray", "-c:v", "ffv1", film));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_film_that_degrade_has_damaged_is_reviewed_and_rendered_by_keyboard()
    {
        Browser.SkipWithout();
        await WalkAsync(film =>
        {
            using var folder = new TemporaryFolder();
            var clean = folder.File("clean.mkv");
            Ffmpeg("-f", "lavfi", "-i", "testsrc2=size=320x240:rate=24,format=gray,gblur=2,noise=alls=6:allf=t:all_seed=3", "-frames:v", "12", "-c:v", "ffv1", clean);
            var info = Film.Open(clean);
            FilmDegrader.Run(info, film, new DamageOptions(DamageKinds.Dirt, Seed: 3), null, false, new RowRunner(2), new ProgressMeter(null, TimeProvider.System, "degrade", info.FrameCount));
        });
    }

    private static async Task WalkAsync(Action<string> makeFilm)
    {
        await using var studio = await Studio.OpenAsync();
        makeFilm(studio.At($"{Name}.mkv"));
        // The script holds its thread for minutes, and the studio answers on others.
        await Task.Run(() => Browser.Run("studio.journey.test.mjs", $"{studio.Client.BaseAddress}", Name, "tester"));
    }

    private static void Ffmpeg(params string[] arguments)
    {
        var run = Tool.Run("ffmpeg", ["-v", "error", "-y", .. arguments]);
        Assert.True(run.ExitCode == 0, run.ErrorTail);
    }
}

using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Demo;
using Kinolux.Restore.Evaluation;
using Kinolux.Tests.Restore.Damage;

namespace Kinolux.Tests.Restore.Demo;

public sealed class DemoFilmTests
{
    private readonly FramePool _pool = new();

    [Theory]
    [InlineData(5)]
    [InlineData(70)]
    [InlineData(140)]
    [InlineData(200)]
    public void A_frame_is_the_same_on_one_thread_and_many(int number)
    {
        using var one = DemoFilm.Render(number, _pool, RowRunner.Serial);
        using var many = DemoFilm.Render(number, _pool, new RowRunner(4));
        Assert.Equal(CleanPictures.Samples(one), CleanPictures.Samples(many));
    }

    [Fact]
    public void Every_shot_has_detail_and_its_people_move()
    {
        foreach (var start in DemoFilm.ShotStarts)
        {
            using var first = DemoFilm.Render(start + 8, _pool, new RowRunner(2));
            using var later = DemoFilm.Render(start + 10, _pool, new RowRunner(2));
            var levels = Enumerable.Range(0, DemoFilm.Height).SelectMany(y => first.Guide.Row(y).ToArray()).Distinct().Count();
            Assert.True(levels > 60, $"shot at {start} has {levels} levels");
            Assert.Equal(start == DemoFilm.ShotStarts[2], Fidelity.Psnr(first.Guide, later.Guide) > 45);
        }
    }

    [Fact]
    public void The_music_is_as_long_as_the_film()
    {
        using var folder = new TemporaryFolder();
        DemoMusic.Write(folder.File("music.wav"), 1.5);
        Assert.Equal(44 + 72000 * 4, new FileInfo(folder.File("music.wav")).Length);
    }
}

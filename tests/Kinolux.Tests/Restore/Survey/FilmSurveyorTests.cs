using Kinolux.Core.Kernels;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Survey;

public sealed class FilmSurveyorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinolux-survey").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Cuts_are_found_through_flicker_weave_and_a_destroyed_frame()
    {
        var survey = Run(new SyntheticFilm(120, 90, 40, (t, x, y) =>
        {
            var flicker = 0.6 + 0.5 * SyntheticFilm.Hash(1, t, 0);
            if (t == 9)
                return SyntheticFilm.Hash(2, (int)x, (int)y);
            if (t == 30)
                return 1;
            return flicker * SyntheticFilm.Texture(t < 20 ? 3 : 4, x + 2 * SyntheticFilm.Hash(5, t, 0), y + 2 * SyntheticFilm.Hash(6, t, 0));
        }));
        Assert.Equal([(0, 19), (20, 39)], survey.Shots.Select(shot => (shot.Frames.First, shot.Frames.Last)));
    }

    [Fact]
    public void Light_and_motion_are_measured()
    {
        var survey = Run(new SyntheticFilm(160, 120, 6, (t, x, y) => 0.8 * Math.Pow(0.9, t) * SyntheticFilm.Texture(3, x + 1.5 * t, y - 0.75 * t)));
        var pair = survey.Frames[5].Pairs[0];
        Assert.Equal(-1.5, pair.Motion.X, 0.1);
        Assert.Equal(0.75, pair.Motion.Y, 0.1);
        Assert.Equal(0.9, pair.Gain, 0.01);
        Assert.All(pair.CellGain, gain => Assert.Equal(0.9, gain, 0.03));
        Assert.Equal([1, 2, 4], survey.Frames[5].Pairs.Select(p => p.Lag));
        Assert.Equal(-6, survey.Frames[5].Pairs[2].Motion.X, 0.2);
    }

    [Fact]
    public void A_survey_opens_again_only_whole_and_for_its_film()
    {
        var survey = Run(new SyntheticFilm(33, 17, 70, (t, x, y) => SyntheticFilm.Texture(3, x + t, y)));
        var again = FilmSurvey.TryOpen(Sidecar, "film");
        Assert.NotNull(again);
        Assert.Equal(survey.Frames.Select(frame => frame.Mean), again.Frames.Select(frame => frame.Mean));
        Assert.Equal(survey.Shots, again.Shots);
        Assert.Equal(survey.Of(survey.Shots[0]).At(69).Grid, again.Frames[69].Grid);
        Assert.Null(FilmSurvey.TryOpen(Sidecar, "another film"));
        var bytes = File.ReadAllBytes(Sidecar);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(Sidecar, bytes);
        Assert.Null(FilmSurvey.TryOpen(Sidecar, "film"));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(16, 16)]
    [InlineData(5, 301)]
    public void Any_size_is_surveyed_the_same_on_one_thread_and_many(int width, int height)
    {
        SyntheticFilm Film() => new(width, height, 7, (t, x, y) => SyntheticFilm.Texture(3, x + t, y));
        Run(Film());
        var one = File.ReadAllBytes(Sidecar);
        Run(Film(), new RowRunner(4));
        Assert.Equal(one, File.ReadAllBytes(Sidecar));
    }

    private string Sidecar => Path.Combine(_folder, "survey.bin");

    private FilmSurvey Run(SyntheticFilm film, RowRunner? rows = null) => FilmSurveyor.Run(film, Sidecar, () => "film", rows ?? RowRunner.Serial);
}

using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Review;
using Kinolux.Restore.Pipeline;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Survey;

/// <summary>Surveys a film, plans one stage and applies all it proposes.</summary>
internal static class StageBench
{
    public static FilmSurvey Survey(SyntheticFilm film, RowRunner? rows = null)
    {
        var folder = Directory.CreateTempSubdirectory("kinolux-bench").FullName;
        try
        {
            return FilmSurveyor.Run(film, Path.Combine(folder, "survey.bin"), () => "film", rows ?? RowRunner.Serial);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static IReadOnlyList<Proposal> Plan(FilmSurvey survey, IRestorationStage stage) =>
        [.. survey.Shots.SelectMany(shot => stage.Plan(survey.Of(shot), stage.DefaultOptions, Quality.Balanced))];

    /// <summary>The restored frames of every shot, in order.</summary>
    public static Frame[] Restore(SyntheticFilm film, FilmSurvey survey, IRestorationStage stage, StageOptions? options = null, RowRunner? rows = null, int first = 0)
    {
        var restored = new List<Frame>();
        foreach (var shot in survey.Shots.Select(survey.Of))
        {
            var decided = stage.Plan(shot, options ?? stage.DefaultOptions, Quality.Balanced).Select(proposal => new Decided(proposal, Verdict.Accept, "test")).ToArray();
            using var chain = new StageChain(shot, film.At, [new StagePlan(stage, options ?? stage.DefaultOptions, decided, [])], Quality.Balanced, new FramePool(),
                rows ?? RowRunner.Serial, (_, proposal) => new Decided(proposal, Verdict.Accept, "test"));
            for (var n = Math.Max(first, shot.Shot.Frames.First); n <= shot.Shot.Frames.Last; n++)
                restored.Add(chain.Get(n));
        }
        return [.. restored];
    }

    /// <summary>Mean squared error in 8-bit levels over the middle of the picture.</summary>
    public static double Error(Frame frame, Func<int, int, double> clean, int rim = 0)
    {
        var (sum, count) = (0.0, 0);
        for (var y = rim; y < frame.Guide.Height - rim; y += 2)
            for (var x = rim; x < frame.Guide.Width - rim; x += 2)
            {
                var error = frame.Guide[x, y] / 257.0 - Math.Clamp(clean(x, y), 0, 1) * 255;
                sum += error * error;
                count++;
            }
        return sum / count;
    }
}

using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Media;
using Kinolux.Restore.Survey;
using Kinolux.Restore.Survey.Flecks;

namespace Kinolux.Bench.Judges;

/// <summary>Whether there is dirt in films, shot by shot, and by what that is told.</summary>
internal static class FleckBench
{
    public static void Run(IReadOnlyList<string> films)
    {
        Console.WriteLine("| film, shot | frames | still | flecks a frame | bright | followed | drift | returning | aligned | evenness | rate | order | grain | dirt |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        foreach (var film in films)
        {
            var survey = Survey(film);
            for (var i = 0; i < survey.Shots.Count; i++)
            {
                var (shot, format) = (survey.Shots[i], survey.Format);
                var (tracks, evidence) = (DirtEvidence.Tracks(survey.Frames, shot, format.Width, format.Height), DirtEvidence.Of(survey.Frames, shot, format.Width, format.Height));
                Console.WriteLine(JudgeBench.Say($"| {Path.GetFileNameWithoutExtension(film)}, {shot.Index} | {shot.Frames.Count} | {evidence.Exposure / shot.Frames.Count:0.00} | {(double)tracks.Count / shot.Frames.Count:0.00} | {tracks.Bright:0.00} | {tracks.Followed:0.000} | {tracks.Drift:0.000} | {tracks.Returning:0.000} | {tracks.Aligned:0.000} | {tracks.Evenness:0.00} | {evidence.Rate:0.00} | {evidence.Order:0.00} | {survey.Of(shot).Grain / 257:0.0} | {survey.Dirt[i]:0.00} |"));
            }
        }
    }

    /// <summary>The first pass over a film.</summary>
    public static FilmSurvey Survey(string film)
    {
        var file = Path.GetTempFileName();
        var info = Film.Open(film);
        using var reader = new FilmReader(info, new Core.Time.FrameRange(0, info.FrameCount - 1), new FramePool());
        var survey = FilmSurveyor.Run(reader, file, () => film, new RowRunner(Environment.ProcessorCount));
        File.Delete(file); // It is open.
        return survey;
    }
}

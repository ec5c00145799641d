using System.Globalization;
using Kinolux.Core.Progress;
using Kinolux.Production.Runs;
using Kinolux.Studio.Films;

namespace Kinolux.Studio.Jobs;

/// <summary>Does what a job asks, as the command line would do it.</summary>
internal static class JobRun
{
    /// <returns>What it did, in a sentence.</returns>
    public static string Run(JobRequest request, StudioFilm film, StudioSettings settings, IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var restores = request.Kind == JobKind.Restore;
        var outcome = new RestorationRun(settings.Time, progress).Run(
            new RestoreRequest
            {
                Film = film.Source,
                Rate = film.Rate,
                Output = restores ? film.Output : null,
                Work = film.WorkPath,
                Quality = request.Quality,
                Range = restores ? request.Range : null,
                Report = restores && request.Report ? film.ReportPath : null,
                Fresh = request.Fresh,
                // Its own: a film's output is never where another file lay.
                Overwrite = true,
                Person = settings.Person,
            },
            cancel);
        return Words(outcome);
    }

    private static string Words(RestoreOutcome outcome)
    {
        var (found, applied, waiting) = (outcome.Kinds.Sum(kind => kind.Found), outcome.Kinds.Sum(kind => kind.Applied), outcome.Kinds.Sum(kind => kind.Waiting));
        var frames = string.Create(CultureInfo.InvariantCulture, $"{outcome.Frames} frames in {TimeSpan.FromSeconds(Math.Ceiling(outcome.Seconds)):c}");
        return string.Create(CultureInfo.InvariantCulture, $"{frames}; {found} findings, {applied} applied, {waiting} wait; {outcome.ChunksMade} of {outcome.Chunks} chunks made anew");
    }
}

using System.Globalization;
using Kinolux.Core.Progress;
using Kinolux.Production.Runs;
using Kinolux.Studio.Films;
using Kinolux.Studio.Plans;
using Kinolux.Studio.Serving;

namespace Kinolux.Studio.Jobs;

/// <summary>Does what a job asks, as the command line would do it.</summary>
internal sealed class JobRun(PlanDesk plans, TimeProvider time, StudioPerson person)
{
    /// <returns>What it did, in a sentence.</returns>
    public string Run(JobRequest request, StudioFilm film, IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var run = new RestorationRun(time, progress);
        var wanted = Wanted(request, film);
        // What was asked of the plan before there was one is worked into it as soon as there is.
        if (!plans.Settle(film))
        {
            run.Run(wanted with { DryRun = true }, cancel);
            plans.Settle(film);
            wanted = wanted with { Fresh = false };
        }
        return Words(run.Run(wanted, cancel));
    }

    private RestoreRequest Wanted(JobRequest request, StudioFilm film)
    {
        var restores = request.Kind == JobKind.Restore;
        return new RestoreRequest
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
            Person = person.Name,
        };
    }

    private static string Words(RestoreOutcome outcome)
    {
        var (found, applied, waiting) = (outcome.Kinds.Sum(kind => kind.Found), outcome.Kinds.Sum(kind => kind.Applied), outcome.Kinds.Sum(kind => kind.Waiting));
        var frames = string.Create(CultureInfo.InvariantCulture, $"{outcome.Frames} frames in {Math.Ceiling(outcome.Seconds)} s");
        return string.Create(CultureInfo.InvariantCulture, $"{frames}; {found} findings, {applied} applied, {waiting} wait; {outcome.ChunksMade} of {outcome.Chunks} chunks made");
    }
}

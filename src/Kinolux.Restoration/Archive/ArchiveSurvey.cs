using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Report;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Stages;
using Kinolux.Work;
using Kinolux.Work.Library;

namespace Kinolux.Restoration.Archive;

/// <summary>
/// Looks at every film under a folder: which are there, how bad they are, how long restoring them takes. Some frames of each are restored elsewhere and thrown away;
/// nothing is written in the folder. What was looked at is kept beside the report, and not looked at again until it changes.
/// </summary>
public sealed class ArchiveSurvey(TimeProvider time, IProgress<JobProgress>? progress)
{
    private const int SupposedRate = 24;

    private static readonly string Stages = string.Join(',', StageCatalog.All.Where(stage => stage.Info.OnByDefault).Select(stage => $"{stage.Info.Id}{stage.Info.Version}"));

    /// <summary>Where what was looked at is kept: <c>REPORT.jsonl</c>.</summary>
    public static string LogOf(string report) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(report)) + ".jsonl";

    /// <param name="folder">The archive.</param>
    /// <param name="report">The folder of the page, which is written again after each film.</param>
    /// <returns>The films; one that cannot be read is among them, with why.</returns>
    /// <exception cref="FaultException">KX4801, KX4802: the report cannot be written there.</exception>
    public IReadOnlyList<Reel> Run(string folder, string report, CancellationToken cancel)
    {
        ReportWriter.Check(report, overwrite: true);
        var films = FilmsUnder(folder);
        var log = new ReelLog(LogOf(report));
        var known = log.Read();
        List<Reel> reels = [];
        foreach (var (at, (film, files)) in films.Index())
        {
            var (path, stamp) = (Path.GetRelativePath(folder, film), StampOf(folder, film, files));
            if (known.TryGetValue(stamp, out var reel))
            {
                reels.Add(reel);
                continue;
            }
            reel = Look(film, new Reel(path, stamp), new ReelProgress(progress, $"film {at + 1} of {films.Count}, {Path.GetFileName(film)}"), cancel);
            log.Add(reel);
            reels.Add(reel);
            ArchivePage.Write(report, folder, reels, films.Count, time.GetUtcNow());
        }
        ArchivePage.Write(report, folder, reels, films.Count, time.GetUtcNow());
        return reels;
    }

    // Film files and numbered pictures, each with its files; neither what Kinolux made of films nor what a folder hides.
    private static List<(string Film, IReadOnlyList<string> Files)> FilmsUnder(string folder)
    {
        List<string> files = [.. WorkFiles.Under(folder).Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.') || Path.GetExtension(part) is WorkFolder.Ending or ".report"))];
        return [.. files.Where(FilmEngine.IsNamedAsFilm).Select(file => (Film: file, Files: (IReadOnlyList<string>)[file])).Concat(NumberedPictures.Films(files).Select(film => (Film: film.Pattern, Files: film.Pictures))).OrderBy(film => film.Film, StringComparer.Ordinal)];
    }

    private static string StampOf(string folder, string film, IReadOnlyList<string> files) =>
        $"{Path.GetRelativePath(folder, film)}|{files.Sum(file => new FileInfo(file).Length)}|{files.Max(File.GetLastWriteTimeUtc):O}|{Stages}";

    private Reel Look(string file, Reel reel, IProgress<JobProgress> shown, CancellationToken cancel)
    {
        try
        {
            var (film, notes) = Open(file, cancel);
            reel = reel with
            {
                Frames = film.FrameCount,
                Width = film.Format.Width,
                Height = film.Format.Height,
                Seconds = (film.TimeOf(film.FrameCount - 1) + film.Rate.Inverse).ToDouble(),
                Sound = string.Join("; ", film.Sound.Select(sound => $"{sound.Codec}, {sound.Channels} channel{(sound.Channels == 1 ? "" : "s")}")),
                Notes = [.. notes, .. film.Findings.Select(finding => finding.Message)],
            };
            return reel with { Trial = Trial.Run(film, new RestoreRequest { Film = file, Work = "" }, time, shown, cancel) };
        }
        catch (Exception cause) when (cause is not OperationCanceledException && !cancel.IsCancellationRequested)
        {
            // One film that is at fault is a line of the survey, whatever is wrong with it.
            var fault = cause is FaultException known ? known.Fault : UnexpectedFault.Explain(cause);
            return reel with { Fault = $"{fault.Code}: {fault.Message}" };
        }
    }

    // Pictures that do not say how fast they follow each other are still an archive's scans.
    private static (FilmInfo Film, IReadOnlyList<string> Notes) Open(string file, CancellationToken cancel)
    {
        try
        {
            return (Film.Open(file, cancel: cancel), []);
        }
        catch (FaultException cause) when (cause.Fault.Code == "KX1021")
        {
            return (Film.Open(file, new Rational(SupposedRate, 1), cancel), [$"how many frames a second is not said; {SupposedRate} were supposed"]);
        }
    }

    private sealed class ReelProgress(IProgress<JobProgress>? shown, string film) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => shown?.Report(value with { Step = film, Part = null });
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Progress;
using Kinolux.Core.Text;
using Kinolux.Media;
using Kinolux.Report;
using Kinolux.Restoration.Ask;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Work;

namespace Kinolux.Restoration;

/// <summary>Restores films.</summary>
public sealed class FilmEngine : IEngine
{
    private const string Analyse = "analyse", Restore = "restore", Show = "show";

    private static readonly HashSet<string> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        ".mkv", ".mov", ".mp4", ".m4v", ".avi", ".mxf", ".mpg", ".mpeg", ".ts", ".m2ts", ".mts", ".vob", ".webm", ".wmv", ".flv", ".ogv", ".dv", ".nut", ".y4m",
    };

    public DocumentType Documents => FilmDocuments.Type;

    public IReadOnlyList<EngineVerb> Verbs { get; } = [new(Analyse, "Analyse"), new(Restore, "Restore", WritesOutput: true), new(Show, "Make a page to show")];

    public bool Takes(string source) => IsNamedAsFilm(source) || Film.IsPattern(source);

    /// <summary>True for a name that ends as film files' do.</summary>
    public static bool IsNamedAsFilm(string name) => Extensions.Contains(Path.GetExtension(name));

    public string OutputName(string name) => name + ".restored.mkv";

    /// <summary>The folder of an output's report: <c>NAME.restored.report</c> beside it.</summary>
    public static string ReportOf(string output) => Path.ChangeExtension(output, ".report");

    /// <summary>The page that shows an output to others: <c>NAME.restored.ask.html</c> beside it.</summary>
    public static string PageOf(string output) => Path.ChangeExtension(output, ".ask.html");

    /// <exception cref="FaultException">KX6004: it asks for something else than <see cref="FilmRequest"/> says.</exception>
    public void Check(string verb, JsonObject request) => Read(request);

    public string Run(EngineRun run, IProgress<JobProgress>? progress, CancellationToken cancel)
    {
        if (run.Verb == Show)
            return ShowTo(run, progress, cancel);
        var restoration = new RestorationRun(run.Time, progress);
        var (wanted, plan) = (Wanted(run), new PlanEditor(run.Work));
        // What was asked of the plan before there was one is worked into it as soon as there is.
        if (!plan.Settle())
        {
            restoration.Run(wanted with { DryRun = true }, cancel);
            plan.Settle();
            wanted = wanted with { Fresh = false };
        }
        return Words(restoration.Run(wanted, cancel));
    }

    // A page of ours is replaced; anything else that has its name stays.
    private static string ShowTo(EngineRun run, IProgress<JobProgress>? progress, CancellationToken cancel)
    {
        var page = PageOf(run.Output);
        var made = new AskExport(run.Time, progress).Run(new AskRequest(run.Output, page, null, Read(run.Request).Range, Overwrite: AskPage.IsOne(page)), cancel);
        return string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(page)}, {made.Bytes / 1e6:0.0} MB, shows frames {made.Range}");
    }

    private static RestoreRequest Wanted(EngineRun run)
    {
        var (restores, request) = (run.Verb == Restore, Read(run.Request));
        return new RestoreRequest
        {
            Film = run.Source,
            Rate = WorkNote.TryRead(run.Work)?.Rate,
            Output = restores ? run.Output : null,
            Work = run.Work,
            Quality = request.Quality,
            Range = restores ? request.Range : null,
            Report = restores && request.Report ? ReportOf(run.Output) : null,
            Fresh = run.Fresh,
            // Its own: a work's output is never where another file lay.
            Overwrite = true,
            Person = run.Person,
        };
    }

    private static FilmRequest Read(JsonObject request)
    {
        try
        {
            return KinoluxJson.Read<FilmRequest>(request.ToJsonString());
        }
        catch (JsonException unclear)
        {
            throw FaultException.Of("KX6004", unclear, ("problem", unclear.Message));
        }
    }

    private static string Words(RestoreOutcome outcome)
    {
        var (found, applied, waiting) = (outcome.Kinds.Sum(kind => kind.Found), outcome.Kinds.Sum(kind => kind.Applied), outcome.Kinds.Sum(kind => kind.Waiting));
        var frames = string.Create(CultureInfo.InvariantCulture, $"{outcome.Frames} frames in {Math.Ceiling(outcome.Seconds)} s");
        return string.Create(CultureInfo.InvariantCulture, $"{frames}; {found} findings, {applied} applied, {waiting} wait in {outcome.Questions} questions; {outcome.ChunksMade} of {outcome.Chunks} chunks made again");
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;
using Kinolux.Core.Progress;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Stages;
using Kinolux.Core.Review;
using Kinolux.Work;
using Kinolux.Work.Log;

namespace Kinolux.Cli.Commands;

/// <summary><c>kinolux restore FILM -o OUT</c> and <c>kinolux analyse FILM</c>: one run, with pictures or without.</summary>
internal static class RestoreCommand
{
    public static Command CreateRestore(CliContext context)
    {
        var output = new Option<string>("--output", "-o") { Description = "The restored film: .mkv (FFV1), .mov (ProRes), .mp4 (H.264), or name.%06d.dpx|tif|png.", HelpName = "OUT", Required = true };
        var range = new Option<string?>("--range") { Description = "Restore only these frames, such as 0-240 or 00:00:05:00-00:00:09:23.", HelpName = "A-B" };
        var report = new Option<string?>("--report") { Description = "Write the report into this folder.", HelpName = "DIR" };
        var overwrite = new Option<bool>("--overwrite") { Description = "Replace OUT if it exists." };
        var keep = new Option<bool>("--keep-original") { Description = "Keep the source in the work folder too, so that verify --restore-original gives it back without it." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Make the plan, say how many shots there are and what time and disk the rest will take, and stop." };
        var shared = new Shared();
        var command = new KinoluxCommand("restore", "Restores a film: analyses it, decides by policy and by your decisions, applies what was accepted.", "restore film.mkv -o restored.mkv --report report", "restore film.mkv -o restored.mkv --dry-run", "restore film.mkv -o trial.mkv --range 0-240 --only despeckle,scratches", "restore frames/%06d.dpx --rate 24 -o restored/%06d.dpx --set despeckle.max-size=24") { shared.Film, output, range, report, overwrite, keep, dryRun };
        shared.AddTo(command);
        command.SetAction(parsed => Run(context, shared.Read(parsed, context) with
        {
            Output = parsed.GetValue(output),
            Work = parsed.GetValue(shared.Work) ?? WorkFolder.For(parsed.GetValue(output) ?? ""),
            Range = FilmOptions.ParseRange(parsed.GetValue(range), () => Film.Open(parsed.GetRequiredValue(shared.Film), shared.Read(parsed, context).Rate, context.Cancel).Rate),
            Report = parsed.GetValue(report),
            Overwrite = parsed.GetValue(overwrite),
            KeepOriginal = parsed.GetValue(keep),
            DryRun = parsed.GetValue(dryRun),
        }));
        return command;
    }

    public static Command CreateAnalyse(CliContext context)
    {
        var shared = new Shared();
        var command = new KinoluxCommand("analyse", "Finds damage and writes plan and proposals into the work folder; makes no pictures.", "analyse film.mkv", "analyse film.mkv --work film.kinolux --skip stabilise") { shared.Film };
        shared.AddTo(command);
        command.SetAction(parsed => Run(context, shared.Read(parsed, context) with
        {
            Work = parsed.GetValue(shared.Work) ?? FilmWork.ForAnalysis(parsed.GetValue(shared.Film) ?? ""),
        }));
        return command;
    }

    private static int Run(CliContext context, RestoreRequest request)
    {
        RestoreOutcome outcome;
        var finish = context.Interrupts.FinishFirst();
        using (finish.Register(() => context.Note("stopping once the pieces at work are finished; Ctrl-C again stops now")))
        using (var progress = context.Progress())
        {
            outcome = new RestorationRun(context.Time, progress).Run(request, context.Cancel, finish);
            if (request.DryRun)
                outcome = outcome with { Estimate = Try(context, request, outcome, progress, finish) };
        }
        // What was left out, or was there already, says nothing of the next film.
        if (outcome.ChunksMade == outcome.Chunks && request is { Only: [], Skip: [], Set: [], Quality: null or Quality.Balanced, PlanFile: null, DryRun: false, Output: not null })
            new MachineSpeed(context.OwnFolder).Keep(outcome.Samples, outcome.Seconds);
        if (request.DryRun)
            context.Write(outcome, () => DryRunSummary.Show(context, outcome, request.Output ?? ""));
        else
            context.Write(outcome, () => RestoreSummary.Show(context, outcome));
        return 0;
    }

    // By the plan's stages, whoever chose them.
    private static Estimate Try(CliContext context, RestoreRequest request, RestoreOutcome outcome, IProgress<JobProgress> progress, CancellationToken cancel)
    {
        var plan = Plan.Read(outcome.Plan);
        var film = Film.Open(request.Film, request.Rate, cancel);
        var trial = Trial.Run(film, request with { Only = [.. plan.Stages.Where(stage => stage.On).Select(stage => stage.Id)], Skip = [], Quality = plan.Quality }, context.Time, progress, cancel);
        return Estimate.Of(trial, outcome.Frames, surveyed: true);
    }

    // What restore and analyse have in common.
    private sealed class Shared
    {
        public Argument<string> Film { get; } = FilmOptions.Film();

        public Option<string?> Work { get; } = FilmOptions.Work();

        private readonly Option<string?> _rate = FilmOptions.Rate();
        private readonly Option<string?> _plan = new("--plan") { Description = "Apply this plan instead of the work folder's.", HelpName = "FILE" };
        private readonly Option<string[]> _only = new("--only") { Description = "Run only these stages: a,b,…", HelpName = "STAGES", DefaultValueFactory = _ => [] };
        private readonly Option<string[]> _skip = new("--skip") { Description = "Leave these stages out: a,b,…", HelpName = "STAGES", DefaultValueFactory = _ => [] };
        private readonly Option<string[]> _set = new("--set") { Description = "Set an option of a stage; kinolux stages ID lists them.", HelpName = "STAGE.OPTION=VALUE", DefaultValueFactory = _ => [] };
        private readonly Option<Quality?> _quality = new("--quality") { Description = "fast, balanced (default) or best.", HelpName = "Q", CustomParser = ParseQuality };
        private readonly Option<int> _jobs = FilmOptions.Jobs();
        private readonly Option<string?> _policy = new("--policy") { Description = "Decide from now on, where nobody did, by standard, conservative or a file's rules.", HelpName = "NAME|FILE" };
        private readonly Option<bool> _fresh = new("--fresh") { Description = "Make everything again; decisions stay." };

        public void AddTo(Command command)
        {
            foreach (var stages in (Option<string[]>[])[_only, _skip])
                stages.CompletionSources.Add([.. StageCatalog.All.Select(stage => stage.Info.Id)]);
            _policy.CompletionSources.Add([.. Policies.Names]);
            foreach (var option in (Option[])[Work, _rate, _plan, _only, _skip, _set, _quality, _policy, _jobs, _fresh])
                command.Options.Add(option);
        }

        public RestoreRequest Read(ParseResult parsed, CliContext context) => new()
        {
            Film = parsed.GetValue(Film) ?? "",
            Work = "",
            Rate = FilmOptions.ParseRate(parsed.GetValue(_rate)),
            PlanFile = parsed.GetValue(_plan),
            Only = Words(parsed.GetValue(_only)),
            Skip = Words(parsed.GetValue(_skip)),
            Set = parsed.GetValue(_set) ?? [],
            Quality = parsed.GetValue(_quality),
            Jobs = parsed.GetValue(_jobs),
            Policy = parsed.GetValue(_policy) is { } policy ? PolicyFile.Find(policy, FilmKinds.All, place => place is FilmPlace).Policy : null,
            Fresh = parsed.GetValue(_fresh),
            Person = context.Person,
        };

        private static Quality? ParseQuality(ArgumentResult result)
        {
            var word = result.Tokens[0].Value;
            if (Enum.TryParse<Quality>(word, ignoreCase: true, out var quality) && Enum.IsDefined(quality))
                return quality;
            result.AddError($"--quality is fast, balanced or best, not {word}");
            return null;
        }

        private static IReadOnlyList<string> Words(string[]? lists) =>
            [.. (lists ?? []).SelectMany(list => list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
    }
}

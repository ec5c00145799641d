using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Files;
using Kinolux.Core.Kernels;
using Kinolux.Core.Processes;
using Kinolux.Core.Progress;
using Kinolux.Core.Text;
using Kinolux.Media;
using Kinolux.Restoration.Analysis;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Damage;
using Kinolux.Restore.Evaluation;
using Kinolux.Restore.Stages;
using Kinolux.Work;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Bench.Restore;

/// <summary>Damages clean clips in known ways, restores them with one stage each and with ffmpeg's filters and OpenCV's methods, and prints how close each came and what it cost.</summary>
internal sealed class RestoreBench(IReadOnlyList<string> clips, string scratch, Quality quality)
{
    private readonly RowRunner _rows = new(Environment.ProcessorCount);

    public void Run(IEnumerable<Trial> trials)
    {
        Console.WriteLine($"| damage | clip | what | {"",-6}ms/frame | measures |");
        Console.WriteLine("|---|---|---|---|---|");
        foreach (var trial in trials)
        {
            var sums = new Dictionary<string, List<Scored>>();
            foreach (var clip in clips)
                RunClip(trial, clip, sums);
            foreach (var (what, rows) in sums)
                Row(trial, "MEAN", what, new Scored(
                    rows.Average(row => row.Time), [.. trial.Measures.Select((_, i) => rows.Average(row => row.Measures[i]))],
                    [.. rows.SelectMany(row => row.Detection).GroupBy(score => score.Kind).Select(kind => new Found(
                        kind.Key, kind.Average(score => score.Precision), kind.Average(score => score.Recall), kind.Average(score => score.F1)))]));
            foreach (var quoted in trial.Quoted)
                Console.WriteLine($"| {trial.Name} | QUOTED | {quoted} |");
            Console.WriteLine($"| {trial.Name} | | goal | | {trial.Goal} |");
        }
    }

    private void RunClip(Trial trial, string clip, Dictionary<string, List<Scored>> sums)
    {
        var name = Path.GetFileNameWithoutExtension(clip).Split('_')[0];
        var folder = Directory.CreateDirectory(Path.Combine(scratch, $"{trial.Name.Replace(' ', '-')}-{name}")).FullName;
        var clean = trial.Crop is null ? clip : Filter(clip, Path.Combine(folder, "clean.mkv"), trial.Crop);
        var film = Film.Open(clean);
        var damaged = Path.Combine(folder, "damaged.mkv");
        var truth = Path.Combine(folder, "truth");
        FilmDegrader.Run(film, damaged, new DamageOptions(trial.Damage, 1, 1), truth, true, _rows, new ProgressMeter(null, TimeProvider.System, "", 0));

        void Score(string what, string output, double seconds)
        {
            var evaluation = new FilmEvaluator(_rows, new ProgressMeter(null, TimeProvider.System, "", 0)).Run(Film.Open(output), film, null, truth, what == "kinolux" ? DetectionsOf(output) : null);
            var scored = new Scored(1000 * seconds / film.FrameCount, [.. trial.Measures.Select(measure => measure.Of(evaluation.Film))],
                [.. evaluation.Detection.Select(score => new Found(score.Kind, score.Precision, score.Recall, score.F1))]);
            Row(trial, name, what, scored);
            if (!sums.TryGetValue(what, out var rows))
                sums.Add(what, rows = []);
            rows.Add(scored);
        }
        Score("damaged", damaged, 0);
        var restored = Path.Combine(folder, "restored.mkv");
        if (trial.Policy is { } policy)
            using (var work = FilmWork.Hold(WorkFolder.For(restored)))
                new WorkReview(work, TimeProvider.System, "bench").Apply(new PolicyFile(policy.Name, policy.Rules, null));
        var outcome = new RestorationRun(TimeProvider.System).Run(new RestoreRequest
        {
            Film = damaged, Output = restored, Work = WorkFolder.For(restored), Set = trial.Settings, Overwrite = true, Fresh = true,
            Only = trial.Stage is null ? [] : [trial.Stage], Quality = trial.Stage is null ? null : quality,
        });
        Score("kinolux", restored, outcome.Seconds);
        foreach (var peer in trial.Peers)
        {
            var output = Path.Combine(folder, peer.Name.Replace('/', '-') + ".mkv");
            if (RunPeer(peer, damaged, output, truth, film) is { } seconds)
                Score(peer.Name, output, seconds);
        }
    }

    /// <summary>Seconds of work; null where the peer does not run on this machine.</summary>
    private static double? RunPeer(Peer peer, string damaged, string output, string truth, FilmInfo film)
    {
        if (peer.OpenCv is { } method)
        {
            var result = Tool.Run("/usr/bin/python3", [Path.Combine(AppContext.BaseDirectory, "Restore", "opencv_peers.py"), method, damaged, output, truth]);
            if (result.ExitCode == 0)
                return double.Parse(result.Output, CultureInfo.InvariantCulture);
            Console.Error.WriteLine($"{peer.Name} did not run (Debian's python3-opencv has it): {result.ErrorTail.TrimEnd().Split('\n')[^1]}");
            return null;
        }
        var began = Stopwatch.GetTimestamp();
        var lost = DamageTruth.Read(truth).Frames.Where(frame => frame.Loss != FrameLoss.None).Select(frame => Say($"eq(n,{frame.Frame})")).DefaultIfEmpty("0");
        string Fill(string filter) => filter
            .Replace("{trf}", output + ".trf", StringComparison.Ordinal)
            .Replace("{kept}", $"not({string.Join('+', lost)})", StringComparison.Ordinal)
            .Replace("{rate}", $"{film.Rate.Numerator}/{film.Rate.Denominator}", StringComparison.Ordinal)
            .Replace("{count}", Say($"{film.FrameCount}"), StringComparison.Ordinal);
        if (peer.FirstPass is { } first)
            Filter(damaged, null, Fill(first));
        Filter(damaged, output, Fill(peer.Filter));
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static Detections DetectionsOf(string output)
    {
        using var work = FilmWork.Open(output);
        var found = new Detections();
        foreach (var (_, decided) in work.Proposals.Read(masks: true))
            if (decided.Applies)
                found.Add(decided.Proposal);
        return found;
    }

    private static string Filter(string input, string? output, string filter)
    {
        string[] target = output is null ? ["-f", "null", "-"] : ["-c:v", "ffv1", output];
        var result = Tool.Run("ffmpeg", ["-nostdin", "-v", "error", "-y", "-i", input, "-vf", filter, .. target]);
        if (result.ExitCode != 0)
            Console.Error.WriteLine($"ffmpeg {filter}: {result.ErrorTail}");
        return output ?? "";
    }

    private static void Row(Trial trial, string clip, string what, Scored scored)
    {
        var measures = trial.Measures.Select((measure, i) => Say($"{scored.Measures[i]:0.00} {measure.Name}"));
        var found = scored.Detection.Select(score => Say($"{score.Kind} P {score.Precision:0.00} R {score.Recall:0.00} F1 {score.F1:0.00}"));
        Console.WriteLine(Say($"| {trial.Name} | {clip} | {what} | {(scored.Time > 0 ? scored.Time.ToString("0.0", CultureInfo.InvariantCulture) : "")} | {string.Join(", ", measures.Concat(found))} |"));
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <param name="Time">Milliseconds a frame, wall clock.</param>
    private sealed record Scored(double Time, double[] Measures, IReadOnlyList<Found> Detection);

    private sealed record Found(string Kind, double Precision, double Recall, double F1);
}

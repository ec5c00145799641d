using System.Globalization;
using Kinolux.Bench.Harm;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Damage;
using Kinolux.Work;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Bench.Review;

/// <summary>
/// How many decisions a restorer needs who knows the truth: the clean clips are damaged with dirt and scratches and analysed, and questions are answered until what is accepted reaches an F1 of .95 over what was found.
/// With each policy, in the order by part and with the most valuable first, with and without what rejections teach.
/// </summary>
internal static class TeachBench
{
    private const double Enough = 0.95;

    public static void Run(string clips, string scratch)
    {
        Console.WriteLine("| clip | policy | found right | F1 unasked | by part | most valuable first | the same, taught | spared | F1 at the end |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|");
        var rows = new RowRunner(Environment.ProcessorCount);
        foreach (var clip in Directory.EnumerateFiles(clips, "*.mkv").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileNameWithoutExtension(clip).Split('_')[0];
            var (damaged, truth) = (Path.Combine(scratch, $"{name}.mkv"), Path.Combine(scratch, $"{name}.truth"));
            FilmDegrader.Run(Film.Open(clip), damaged, new DamageOptions(DamageKinds.Dirt | DamageKinds.Scratches, 1, 7), truth, true, rows, new ProgressMeter(null, TimeProvider.System, "", 0));
            new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = damaged, Output = null, Work = WorkFolder.For(damaged) });
            using var work = FilmWork.Open(damaged);
            var right = work.Proposals.Read(masks: true).Select(item => item.Decided.Proposal)
                .Where(proposal => proposal is { Region: not null, Kind: "dirt" or "blotch" or "scratch" })
                .DistinctBy(proposal => proposal.Id)
                .ToDictionary(proposal => proposal.Id, proposal => Calibration.IsRight(proposal.Region!, truth, proposal.Kind == "scratch" ? "scratches" : "dirt", proposal.Frames.First));
            foreach (var policy in Policies.Names)
            {
                (int Asked, double First, double Last, int Spared) Answer(bool valuable, bool teaches)
                {
                    File.Delete(work.Files.At("review.jsonl"));
                    work.Log.Append([new PolicyEntry(Policies.Named(policy, FilmKinds.All)!, "bench", DateTimeOffset.UnixEpoch, ReviewLog.NewBatch())]);
                    return Session(work, right, valuable, teaches);
                }
                var (byPart, byValue, taught) = (Answer(false, false), Answer(true, false), Answer(true, true));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {name} | {policy} | {right.Values.Count(value => value)} of {right.Count} | {byPart.First:0.000} | {byPart.Asked} | {byValue.Asked} | {taught.Asked} | {taught.Spared} | {byPart.Last:0.000}, {byValue.Last:0.000}, {taught.Last:0.000} |"));
            }
        }
    }

    private static (int Asked, double First, double Last, int Spared) Session(WorkFolder work, Dictionary<string, bool> right, bool valuable, bool teaches)
    {
        var (asked, first) = (0, -1.0);
        while (true)
        {
            var state = new ReviewIndex(work).Now();
            var f1 = F1(state, right);
            first = first < 0 ? f1 : first;
            var waiting = state.Questions.Where(question => question.Waiting > 0 && question.Members.Any(item => right.ContainsKey(item.Outline.Id))).ToList();
            if (f1 >= Enough || waiting.Count == 0)
                return (asked, first, f1, state.Spared);
            var question = valuable ? waiting.OrderByDescending(one => one.Value).ThenBy(one => one.Id, StringComparer.Ordinal).First()
                : waiting.OrderBy(one => one.Members[0].Outline.Group.Number).ThenBy(one => Math.Abs(one.Confidence - 0.5)).ThenBy(one => one.Id, StringComparer.Ordinal).First();
            var known = question.Members.Where(item => right.ContainsKey(item.Outline.Id)).ToList();
            var verdict = known.Count(item => right[item.Outline.Id]) * 2 > known.Count ? Verdict.Accept : Verdict.Reject;
            work.Log.Append([.. question.Places.Select(place => new DecisionEntry(new Decision(
                question.Kind, place, verdict, "bench", DateTimeOffset.UnixEpoch, verdict == Verdict.Reject ? "no damage" : null, question.Example.Outline.Id, Confidence: teaches ? question.Confidence : null)))]);
            asked++;
        }
    }

    private static double F1(ReviewState state, Dictionary<string, bool> right)
    {
        var (hit, taken) = (0, 0);
        foreach (var item in state.All.Where(item => item.Now.Applies))
            if (right.TryGetValue(item.Outline.Id, out var isRight))
                (hit, taken) = (hit + (isRight ? 1 : 0), taken + 1);
        var all = right.Values.Count(value => value);
        return taken + all == 0 ? 1 : 2.0 * hit / (taken + all);
    }
}

using Kinolux.Core.Time;
using Kinolux.Previs.Cameras;
using Kinolux.Previs.Scenes;

namespace Kinolux.Previs.Shots;

/// <summary>
/// Cuts a scene: of all ways to cover it with the framings there are, the one that costs least over the whole scene, found by a semi-Markov dynamic programme
/// (Galvane and others, 2015). What was not taken is kept beside what was.
/// </summary>
public static class ShotChoice
{
    // A shot of more moments than these is a long take, which nobody but a person asks for.
    private const int MostMoments = 7;

    // As many as fit beside a panel.
    private const int MostAlternatives = 4;

    private sealed record Run(int First, int Framing, double Total, Run? Before);

    /// <summary>The cut of a scene from its best side.</summary>
    public static IReadOnlyList<Shot> Of(ScenePlan plan, FilmBack back)
    {
        if (plan.Moments.Count == 0)
            return [];
        var room = new CameraRoom(plan);
        var rules = new ShotRules(plan, room, back);
        // The front of the set, and its sides where that serves better: a camera must be somewhere.
        return ((double[])[0, 0.7, -0.7, Math.PI / 2, -Math.PI / 2, Math.PI]).Select(front => (Front: front, Cut: Cut(plan, rules, new FramingFinder(plan, room, back, front)))).MinBy(side => side.Cut.Cost + Math.Abs(side.Front) * 0.5).Cut.Shots;
    }

    private static (double Cost, IReadOnlyList<Shot> Shots) Cut(ScenePlan plan, ShotRules rules, FramingFinder finder)
    {
        var (moments, count) = (plan.Moments, plan.Moments.Count);
        var framings = new IReadOnlyList<Framing>[count];
        for (var i = 0; i < count; i++)
        {
            var named = moments[i].Seen.Concat(moments[i].To).Concat(i + 1 < count ? moments[i + 1].Seen : []).Distinct().Take(6).ToList();
            framings[i] = finder.At(moments[i].Frames.First + Math.Min(6, moments[i].Frames.Count / 2), named);
        }
        var ends = new List<Run>[count + 1];
        ends[0] = [];
        for (var end = 1; end <= count; end++)
            ends[end] = [];
        for (var first = 0; first < count; first++)
        {
            var entries = Entries(first);
            for (var f = 0; f < framings[first].Count; f++)
            {
                if (entries[f] is not { } entry)
                    continue;
                var quality = 0.0;
                for (var last = first; last < Math.Min(count, first + MostMoments); last++)
                {
                    var seconds = Seconds(moments, first, last, plan.Rate);
                    quality += rules.Quality(framings[first][f], moments[last], (double)last / Math.Max(1, count - 1), last == 0).Value * Math.Min(3, Seconds(moments, last, last, plan.Rate)) / 2;
                    ends[last + 1].Add(new Run(first, f, entry.Cost + quality + rules.Rhythm(framings[first][f], seconds).Value, entry.Before));
                }
            }
        }
        var done = ends[count].MinBy(run => run.Total) ?? throw new InvalidOperationException("a scene with moments has runs to its end");
        return (done.Total, Shots(done, plan, rules, framings));

        // The cheapest way to each framing that begins at a moment.
        (double Cost, Run? Before)?[] Entries(int first)
        {
            var entries = new (double, Run?)?[framings[first].Count];
            if (first == 0)
            {
                Array.Fill(entries, (0.0, null));
                return entries;
            }
            // Of each framing only its best few runs can be the way to the best.
            var before = ends[first].GroupBy(run => (run.First, run.Framing)).Select(group => group.MinBy(run => run.Total)).OfType<Run>().OrderBy(run => run.Total).Take(40).ToList();
            for (var f = 0; f < entries.Length; f++)
                foreach (var run in before)
                    if (run.Total + rules.Cut(framings[run.First][run.Framing], framings[first][f], moments[first].Frames.First).Value is var total && (entries[f] is not { } entry || total < entry.Item1))
                        entries[f] = (total, run);
            return entries;
        }
    }

    private static List<Shot> Shots(Run done, ScenePlan plan, ShotRules rules, IReadOnlyList<Framing>[] framings)
    {
        List<(Run Run, int Last)> runs = [];
        for (var (run, last) = (done, plan.Moments.Count - 1); run is not null; (last, run) = (run.First - 1, run.Before))
            runs.Insert(0, (run, last));
        List<Framing> setUps = [];
        List<Shot> shots = [];
        List<int> uses = [];
        for (var i = 0; i < runs.Count; i++)
        {
            var (run, last) = runs[i];
            var framing = framings[run.First][run.Framing];
            var setUp = setUps.FindIndex(other => other.IsSetUpOf(framing));
            if (setUp < 0)
            {
                setUp = setUps.Count;
                setUps.Add(framing);
                uses.Add(0);
            }
            uses[setUp]++;
            var name = $"{plan.Number}{Letters(setUp)}{(uses[setUp] > 1 ? $"-{uses[setUp]}" : "")}";
            var (before, after) = (i > 0 ? framings[runs[i - 1].Run.First][runs[i - 1].Run.Framing] : null, i + 1 < runs.Count ? framings[runs[i + 1].Run.First][runs[i + 1].Run.Framing] : null);
            var own = Whole(framing);
            var others = framings[run.First].Where(other => !other.IsSetUpOf(framing)).Select(other => (Framing: other, Cost: Whole(other))).Where(other => other.Cost.Value < own.Value + 20).OrderBy(other => other.Cost.Value).Take(MostAlternatives).ToList();
            var confidence = others.Count == 0 ? 1 : 1 / (1 + Math.Exp(-(others[0].Cost.Value - own.Value)));
            shots.Add(new Shot(name, framing, run.First, last, new FrameRange(plan.Moments[run.First].Frames.First, plan.Moments[last].Frames.Last), Reason(framing, plan, run.First, last, before), Math.Round(confidence, 2),
                [.. others.Select(other => new ShotAlternative(other.Framing, Math.Round(other.Cost.Value - own.Value, 2), other.Cost.Why ?? "as good"))]));

            Cost Whole(Framing one)
            {
                var cost = Cost.None;
                for (var m = run.First; m <= last; m++)
                    cost = Add(cost, rules.Quality(one, plan.Moments[m], (double)m / Math.Max(1, plan.Moments.Count - 1), m == 0));
                cost = Add(cost, rules.Rhythm(one, Seconds(plan.Moments, run.First, last, plan.Rate)));
                if (before is not null)
                    cost = Add(cost, rules.Cut(before, one, plan.Moments[run.First].Frames.First));
                if (after is not null)
                    cost = Add(cost, rules.Cut(one, after, plan.Moments[last].Frames.Last + 1));
                return cost;
            }
        }
        return shots;

        static Cost Add(Cost a, Cost b) => b.Why is null ? a : new Cost(a.Value + b.Value, b.Heaviest > a.Heaviest ? b.Why : a.Why, Math.Max(a.Heaviest, b.Heaviest));
    }

    private static string Reason(Framing framing, ScenePlan plan, int first, int last, Framing? before)
    {
        var (moment, subject) = (plan.Moments[first], framing.Subjects.Count > 0 ? framing.Subjects[0] : "");
        var speaks = plan.Moments.Skip(first).Take(last - first + 1).Any(one => one.Speakers.Contains(subject));
        var why = framing.Type switch
        {
            ShotType.Master when first == 0 => "shows where the scene plays and who stands where",
            ShotType.Master => moment.Doings.Count > 0 ? $"shows {string.Join(" and ", moment.Doings.Select(doing => doing.Who).Distinct())} move through the place" : "shows all who have to do with it",
            ShotType.TwoShot => $"holds {framing.Subjects[0]} and {framing.Subjects[1]} together",
            _ when framing.Follows => $"goes with {subject}",
            _ when speaks && framing.Type == ShotType.OverShoulder => $"{subject} speaks to {framing.Subjects[1]}",
            _ when speaks => $"{subject} speaks",
            _ when moment.IsSpeech => $"{subject} listens",
            _ => $"{subject} is whom it is about",
        };
        var answers = before is { Type: ShotType.OverShoulder or ShotType.Single } && before.Type == framing.Type && before.Size == framing.Size && before.Subjects[0] != subject ? "; answers the shot before from the other end of the line" : "";
        return why + answers;
    }

    private static double Seconds(IReadOnlyList<Moment> moments, int first, int last, Rational rate) => (new Rational(moments[last].Frames.Last - moments[first].Frames.First + 1, 1) / rate).ToDouble();

    // A to Z without I and O, which read as numbers, then AA.
    private static string Letters(int index)
    {
        const string letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
        return index < letters.Length ? $"{letters[index]}" : Letters(index / letters.Length - 1) + letters[index % letters.Length];
    }
}

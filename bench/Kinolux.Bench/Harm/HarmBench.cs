using System.Diagnostics;
using System.Globalization;
using Kinolux.Core.Frames;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Stages;
using Kinolux.Work;

namespace Kinolux.Bench.Harm;

/// <summary>Restores what has no damage, by the standard policy: whatever changes is harm.</summary>
internal sealed class HarmBench(string clips, string scratch)
{
    private const int Off = 10 * 257;
    private const double MeanGoal = 0.02, WorstGoal = 0.15, GoneGoal = 2, AcceptedGoal = 2;

    private static readonly FramePool Pool = new();
    private static readonly FrameFormat Format = new(Canvas.Width, Canvas.Height, PixelLayout.Gray, 8);
    private static readonly HashSet<string> Repairs = [.. StageCatalog.Kinds.Select(kind => kind.Id)];

    private readonly Calibration _calibration = new();
    private readonly List<(double Mean, double Worst, double Gone, int Accepted, int Frames)> _rows = [];

    /// <param name="wanted">Beginnings of clips' names; empty for all, and the five clean clips, and whether confidence means what it says.</param>
    public void Run(IReadOnlyList<string> wanted)
    {
        Console.WriteLine("| clip | meant | off by > 10 levels, mean | worst frame | of the thing gone | accepted | waiting | by kind |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        var scenes = new Scenes(clips);
        foreach (var clip in HarmClips.All.Where(clip => wanted.Count == 0 || wanted.Any(name => clip.Name.StartsWith(name, StringComparison.Ordinal))))
        {
            var film = Path.Combine(scratch, clip.Name.Replace(' ', '-').Replace(",", "", StringComparison.Ordinal) + ".mkv");
            Write(film, clip.Draw(scenes), clip.Grain);
            Row(clip.Name, clip.Meant, film, clip.Without is { } without ? [.. Developed(without(scenes), clip.Grain)] : null);
        }
        if (wanted.Count == 0)
            foreach (var film in Directory.EnumerateFiles(clips, "*.mkv").Order(StringComparer.Ordinal))
                Row(Path.GetFileNameWithoutExtension(film).Split('_')[0], "the clean clip", film, null);
        var frames = _rows.Sum(row => row.Frames);
        Console.WriteLine(Say($"| ALL | | {_rows.Average(row => row.Mean):0.000} % | {_rows.Max(row => row.Worst):0.00} % | {_rows.Where(row => row.Gone >= 0).Select(row => row.Gone).DefaultIfEmpty().Max():0.0} % at most | {1000.0 * _rows.Sum(row => row.Accepted) / frames:0.0} in 1,000 frames | | |"));
        Console.WriteLine(Say($"| GOAL | | {MeanGoal} % each | {WorstGoal} % each | {GoneGoal} % each | {AcceptedGoal} in 1,000 frames | | {_rows.Count(row => row.Mean > MeanGoal || row.Worst > WorstGoal || row.Gone > GoneGoal)} of {_rows.Count} clips beyond |"));
        if (wanted.Count > 0)
            return;
        _calibration.AddDamaged(clips, scratch, frames);
        _calibration.Print();
    }

    private void Row(string name, string meant, string film, Frame[]? without)
    {
        var restored = Path.Combine(scratch, "restored.mkv");
        new RestorationRun(TimeProvider.System).Run(new RestoreRequest { Film = film, Output = restored, Work = WorkFolder.For(restored), Overwrite = true, Fresh = true });
        var (accepted, waiting, kinds) = (0, 0, new SortedDictionary<string, int>(StringComparer.Ordinal));
        using (var work = FilmWork.Open(restored))
            foreach (var (_, decided) in work.Proposals.Read(masks: false))
                if (Repairs.Contains(decided.Proposal.Kind))
                {
                    _calibration.Add(decided.Proposal, isRight: false);
                    waiting += decided.Verdict == Verdict.Wait ? 1 : 0;
                    if (!decided.Applies)
                        continue;
                    accepted++;
                    kinds[decided.Proposal.Kind] = kinds.GetValueOrDefault(decided.Proposal.Kind) + 1;
                }
        var (mean, worst, at, count) = (0.0, -1.0, 0, 0);
        long thing = 0, gone = 0;
        using var before = new FilmReader(Film.Open(film), null, Pool);
        using var after = new FilmReader(Film.Open(restored), null, Pool);
        while (before.Read() is { } was)
        {
            using (was)
            using (var now = after.Read() ?? throw new UnreachableException("The restored film is shorter."))
            {
                var off = Compare(was.Guide, now.Guide, without?[count].Guide, ref thing, ref gone);
                mean += off;
                if (off > worst)
                    (worst, at) = (off, count);
            }
            count++;
        }
        mean /= count;
        _rows.Add((mean, worst, thing == 0 ? -1 : 100.0 * gone / thing, accepted, count));
        Console.WriteLine(Say($"| {name} | {meant} | {mean:0.000} % | {worst:0.00} % at {at} | {(thing == 0 ? "" : Say($"{100.0 * gone / thing:0.0} %"))} | {accepted} | {waiting} | {string.Join(", ", kinds.Select(kind => $"{kind.Value} {kind.Key}"))} |"));
        foreach (var frame in without ?? [])
            frame.Dispose();
    }

    /// <summary>Share of samples off, in percent; counts samples of the thing, and those that lost more than 60 % of their contrast.</summary>
    private static double Compare(Plane was, Plane now, Plane? without, ref long thing, ref long gone)
    {
        var off = 0;
        for (var y = 0; y < was.Height; y++)
            for (var x = 0; x < was.Width; x++)
            {
                off += Math.Abs(was[x, y] - now[x, y]) > Off ? 1 : 0;
                if (without is null || Math.Abs(was[x, y] - without[x, y]) <= 2 * Off)
                    continue;
                thing++;
                gone += Math.Abs(now[x, y] - without[x, y]) < 0.4 * Math.Abs(was[x, y] - without[x, y]) ? 1 : 0;
            }
        return 100.0 * off / (was.Width * was.Height);
    }

    private static IEnumerable<Frame> Developed(Canvas[] frames, float grain)
    {
        // The same grain with the thing and without it.
        for (var n = 0; n < frames.Length; n++)
            yield return frames[n].Develop(Pool, Format, grain, new Random(n));
    }

    private static void Write(string film, Canvas[] frames, float grain)
    {
        using var writer = new FilmWriter(film, new FilmTarget { Format = Format, Rate = new Rational(24, 1) }, overwrite: true);
        foreach (var frame in Developed(frames, grain))
            using (frame)
                writer.Write(frame);
        writer.Complete();
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

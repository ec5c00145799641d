using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Work;

namespace Kinolux.Bench.Speed;

/// <summary>
/// Restores an old film with everything that is on by default, as <c>kinolux restore</c> does, and prints what that cost. The film is an <see cref="OldFilm"/>, black and white or in colour.
/// Before and after it ffmpeg's chain runs on the same film: what each part costs is held to its floor as a ratio to that.
/// </summary>
internal sealed class SpeedBench(string clips, string scratch, SpeedFloors floors)
{
    /// <param name="keep">Whether what it costs now becomes the floor.</param>
    /// <returns>False where a part spends more than a tenth more than its floor.</returns>
    public bool Run(string size, int frames, bool colour, bool keep)
    {
        var film = Film.Open(OldFilm.Make(clips, scratch, size, frames, colour));
        var name = $"{frames} frames of {size}, {(colour ? "colour" : "black and white")}";
        Console.WriteLine($"{name}, {Environment.ProcessorCount} cores");
        var chain = FilterChain.Run(film.Path, Path.Combine(scratch, "chain.mkv"));
        var restored = Path.Combine(scratch, "restored.mkv");
        using var stages = new StageTimes();
        using var threads = new ThreadTimes();
        var phases = new Phases();
        Load.ForgetPeak();
        var before = Load.Now();
        var outcome = new RestorationRun(TimeProvider.System, phases).Run(new RestoreRequest { Film = film.Path, Output = restored, Work = WorkFolder.For(restored) });
        var spent = Load.Now() - before;
        var uses = threads.Seconds();
        chain = (chain + FilterChain.Run(film.Path, Path.Combine(scratch, "chain.mkv"))) / 2;
        Say($"whole run: {outcome.Seconds:0.0} s, {frames / outcome.Seconds:0.00} frames/s; processor {1000 * spent.Own / frames:0} ms a frame and {1000 * spent.Children / frames:0} in ffmpeg; peak memory {Load.PeakMiB():0} MiB");
        Say($"  memory collected {GC.CollectionCount(0)} times, {GC.CollectionCount(2)} of them wholly, pausing {1000 * GC.GetTotalPauseDuration().TotalSeconds / frames:0.0} ms a frame; compiled {1000 * System.Runtime.JitInfo.GetCompilationTime().TotalSeconds / frames:0.0} ms a frame; allocated {GC.GetTotalAllocatedBytes() / frames >> 20} MiB a frame");
        foreach (var (phase, seconds) in phases.Seconds())
            Say($"  {phase,-16}{1000 * seconds / frames,8:0.0} ms a frame, wall clock");
        var parts = Parts(spent, uses, stages.Seconds);
        var isWithin = Table(name, frames, chain, parts);
        if (keep)
            floors.Keep(name, parts.ToDictionary(part => part.Name, part => part.Seconds / chain));
        Digests(restored, frames);
        Console.WriteLine($"proposals {string.Join(", ", outcome.Kinds.Select(kind => $"{kind.Kind} {kind.Found}"))}");
        return isWithin;
    }

    // The whole first, then what it consists of; the stages share what their threads took.
    private static List<(string Name, double Seconds)> Parts(Load spent, IEnumerable<(string Use, double Seconds)> uses, IReadOnlyDictionary<string, double> stages)
    {
        List<(string, double)> parts = [("whole", spent.Own + spent.Children), ("ffmpeg", spent.Children)];
        foreach (var (use, seconds) in uses.OrderByDescending(entry => entry.Seconds))
        {
            parts.Add((use, seconds));
            if (use == "stages")
                parts.AddRange(stages.OrderByDescending(entry => entry.Value).Select(stage => ("– " + stage.Key, seconds * stage.Value / stages.Values.Sum())));
        }
        return parts;
    }

    private bool Table(string film, int frames, double chain, List<(string Name, double Seconds)> parts)
    {
        var kept = floors.Of(film);
        Say($"ffmpeg's chain ({FilterChain.Filters}): processor {1000 * chain / frames:0} ms a frame");
        Console.WriteLine("| processor time | ms a frame | to the chain | floor | |");
        Console.WriteLine("|---|---|---|---|---|");
        var dearer = new List<string>();
        foreach (var (name, seconds) in parts)
        {
            var (ratio, floor) = (seconds / chain, kept?.TryGetValue(name, out var there) == true ? there : (double?)null);
            var isDearer = floor is { } least && kept is not null && SpeedFloors.IsDearer(ratio, least, kept["whole"]);
            if (isDearer)
                dearer.Add($"{name}: {(ratio / floor - 1)?.ToString("0 %", CultureInfo.InvariantCulture)} more");
            Say($"| {name} | {1000 * seconds / frames:0} | {ratio:0.00} | {floor:0.00} | {(isDearer ? "more than a tenth more" : "")} |");
        }
        if (kept is null)
            Console.WriteLine("No floors are kept for such a film: ./dev bench speed floors keeps these.");
        if (dearer.Count > 0)
            Console.Error.WriteLine($"SLOWER than the floors in bench/results/speed-floors.json, {film}: {string.Join("; ", dearer)}");
        return dearer.Count == 0;
    }

    // Of the MD5 of every restored frame's samples: before and after a change that is only faster they are the same, and where not, it says in which stretch.
    private static void Digests(string film, int frames)
    {
        var sums = FrameIndex.Read(Film.Open(film)).Select(frame => frame.Md5).ToList();
        var stretch = Math.Max(1, frames / (2 * OldFilm.Shots));
        Console.WriteLine($"samples {Digest(sums)}; by {stretch} frames {string.Join(' ', sums.Chunk(stretch).Select(Digest))}");
    }

    private static string Digest(IEnumerable<string> sums) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(sums))))[..12];

    private static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>How long each phase of a run took, from the first word of it to the next phase's.</summary>
    private sealed class Phases : IProgress<JobProgress>
    {
        private readonly List<(string Phase, long Began, long Last)> _seen = [("opening", Stopwatch.GetTimestamp(), 0)];

        public void Report(JobProgress value)
        {
            lock (_seen)
            {
                var now = Stopwatch.GetTimestamp();
                _seen[^1] = _seen[^1] with { Last = now };
                if (_seen[^1].Phase != value.Step)
                    _seen.Add((value.Step, now, now));
            }
        }

        public IEnumerable<(string Phase, double Seconds)> Seconds() =>
            _seen.Select(entry => (entry.Phase, Stopwatch.GetElapsedTime(entry.Began, entry.Last).TotalSeconds));
    }
}

using System.Diagnostics;
using System.Globalization;
using Kinolux.Core.Kernels;
using Kinolux.Core.Processes;
using Kinolux.Core.Progress;
using Kinolux.Media;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Damage;
using Kinolux.Work;

namespace Kinolux.Bench.Speed;

/// <summary>
/// Restores an old film with everything that is on by default, as <c>kinolux restore</c> does, and prints what that cost. The film: real moving pictures scaled to the size,
/// two shots to run beside each other, black and white or in colour, damaged in all ways at half the strength of a film in poor state.
/// </summary>
internal sealed class SpeedBench(string clips, string scratch)
{
    private static readonly string[] Shots = ["bikepacking_576x324.mkv", "venice_pan_576x324.mkv"];

    public void Run(string size, int frames, bool colour)
    {
        var film = Film.Open(Damage(Clean(size, frames / Shots.Length, colour)));
        Console.WriteLine($"{frames} frames of {size}, {(colour ? "colour" : "black and white")}, {Environment.ProcessorCount} cores");
        var restored = Path.Combine(scratch, "restored.mkv");
        using var stages = new StageTimes();
        using var threads = new ThreadTimes();
        var phases = new Phases();
        Load.ForgetPeak();
        var before = Load.Now();
        var outcome = new RestorationRun(TimeProvider.System, phases).Run(new RestoreRequest { Film = film.Path, Output = restored, Work = WorkFolder.For(restored) });
        var spent = Load.Now() - before;
        Say($"whole run: {outcome.Seconds:0.0} s, {frames / outcome.Seconds:0.00} frames/s; processor {1000 * spent.Own / frames:0} ms a frame and {1000 * spent.Children / frames:0} in ffmpeg; peak memory {Load.PeakMiB():0} MiB");
        Say($"  memory collected {GC.CollectionCount(0)} times, {GC.CollectionCount(2)} of them wholly, pausing {1000 * GC.GetTotalPauseDuration().TotalSeconds / frames:0.0} ms a frame; compiled {1000 * System.Runtime.JitInfo.GetCompilationTime().TotalSeconds / frames:0.0} ms a frame; allocated {GC.GetTotalAllocatedBytes() / frames >> 20} MiB a frame");
        foreach (var (phase, seconds) in phases.Seconds())
            Say($"  {phase,-16}{1000 * seconds / frames,8:0.0} ms a frame, wall clock");
        Console.WriteLine("| processor time | ms a frame | |");
        Console.WriteLine("|---|---|---|");
        Say($"| ffmpeg | {1000 * spent.Children / frames:0} | |");
        var whole = stages.Seconds.Values.Sum();
        foreach (var (use, seconds) in threads.Seconds().OrderByDescending(entry => entry.Seconds))
        {
            Say($"| {use} | {1000 * seconds / frames:0} | |");
            if (use == "stages")
                foreach (var (stage, share) in stages.Seconds.OrderByDescending(entry => entry.Value))
                    Say($"| – {stage} | {1000 * seconds * share / whole / frames:0} | {share / whole:0 %} of the stages' time |");
        }
        Console.WriteLine($"pictures {Digest(restored)}, proposals {string.Join(", ", outcome.Kinds.Select(kind => $"{kind.Kind} {kind.Found}"))}");
    }

    private string Clean(string size, int frames, bool colour)
    {
        var output = Path.Combine(scratch, "clean.mkv");
        var inputs = Shots.SelectMany(shot => new[] { "-i", Path.Combine(clips, shot) });
        var scaled = Enumerable.Range(0, Shots.Length).Select(i =>
            $"[{i}]loop=-1:60,trim=end_frame={frames},scale={size.Replace('x', ':')}:flags=lanczos,setsar=1,format={(colour ? "yuv420p" : "gray,format=yuv420p")}[s{i}]");
        var joined = $"{string.Concat(Enumerable.Range(0, Shots.Length).Select(i => $"[s{i}]"))}concat=n={Shots.Length}";
        var made = Tool.Run("ffmpeg", ["-nostdin", "-v", "error", "-y", .. inputs, "-filter_complex", $"{string.Join(';', scaled)};{joined}", "-c:v", "ffv1", output]);
        return made.ExitCode == 0 ? output : throw new InvalidOperationException(made.ErrorTail);
    }

    private string Damage(string clean)
    {
        var damaged = Path.Combine(scratch, "damaged.mkv");
        FilmDegrader.Run(Film.Open(clean), damaged, new DamageOptions(Strength: 0.5), null, true, new RowRunner(Environment.ProcessorCount), new ProgressMeter(null, TimeProvider.System, "", 0));
        return damaged;
    }

    private static string Digest(string film) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(string.Concat(FrameIndex.Read(Film.Open(film)).Select(frame => frame.Md5)))))[..12];

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

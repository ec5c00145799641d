using Kinolux.Core.Kernels;
using Kinolux.Core.Processes;
using Kinolux.Core.Progress;
using Kinolux.Media;
using Kinolux.Restore.Damage;

namespace Kinolux.Bench.Speed;

/// <summary>An old film of any size: real moving pictures scaled to it, in two shots, damaged in all ways at half the strength of a film in poor state.</summary>
internal static class OldFilm
{
    private static readonly string[] Clips = ["bikepacking_576x324.mkv", "venice_pan_576x324.mkv"];

    /// <summary>How many shots it has, each as long as the others.</summary>
    public static int Shots => Clips.Length;

    /// <param name="size">Such as <c>1920x1080</c>.</param>
    /// <param name="folder">Takes <c>clean.mkv</c>, and the damaged film under the name given.</param>
    /// <returns>Its path.</returns>
    public static string Make(string clips, string folder, string size, int frames, bool colour, string name = "damaged.mkv")
    {
        var clean = Clean(clips, folder, size, frames / Shots, colour);
        var damaged = Path.Combine(folder, name);
        FilmDegrader.Run(Film.Open(clean), damaged, new DamageOptions(Strength: 0.5), null, true, new RowRunner(Environment.ProcessorCount), new ProgressMeter(null, TimeProvider.System, "", 0));
        return damaged;
    }

    private static string Clean(string clips, string folder, string size, int frames, bool colour)
    {
        var output = Path.Combine(folder, "clean.mkv");
        var inputs = Clips.SelectMany(clip => new[] { "-i", Path.Combine(clips, clip) });
        var scaled = Enumerable.Range(0, Shots).Select(i =>
            $"[{i}]loop=-1:60,trim=end_frame={frames},scale={size.Replace('x', ':')}:flags=lanczos,setsar=1,format={(colour ? "yuv420p" : "gray,format=yuv420p")}[s{i}]");
        var joined = $"{string.Concat(Enumerable.Range(0, Shots).Select(i => $"[s{i}]"))}concat=n={Shots}";
        var made = Tool.Run("ffmpeg", ["-nostdin", "-v", "error", "-y", .. inputs, "-filter_complex", $"{string.Join(';', scaled)};{joined}", "-c:v", "ffv1", output]);
        return made.ExitCode == 0 ? output : throw new InvalidOperationException(made.ErrorTail);
    }
}

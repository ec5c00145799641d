using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Kinolux.Core.Processes;

namespace Kinolux.Tests.Cli;

/// <summary>The built program as people run it: command lines with <c>kinolux</c> in them, given to a shell in a folder.</summary>
internal static partial class KinoluxProgram
{
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "kinolux.dll");
    private static readonly Lazy<byte[]> CleanFilm = new(MakeFilm);

    public static ToolResult Run(string folder, string script) =>
        Tool.Run("sh", ["-c", Word().Replace(script, $"{Dotnet} {Program} ")], workingDirectory: folder);

    /// <summary>Starts the program by itself, so that killing it kills nothing else.</summary>
    public static Tool Start(string folder, params string[] arguments) => Tool.Start(Dotnet, [Program, .. arguments], folder);

    /// <summary>Puts a small film into a folder: 24 frames of 96 × 64 with sound, as <paramref name="name"/>.</summary>
    public static void PutFilm(string folder, string name = "clean.mkv") => File.WriteAllBytes(Path.Combine(folder, name), CleanFilm.Value);

    private static byte[] MakeFilm()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("film.mkv");
        var result = Tool.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "testsrc2=s=96x64:r=24:d=1", "-f", "lavfi", "-i", "sine=d=1", "-pix_fmt", "yuv420p", "-c:v", "ffv1", "-c:a", "pcm_s16le", path]);
        return result.ExitCode == 0 ? File.ReadAllBytes(path) : throw new InvalidOperationException(result.ErrorTail);
    }

    [GeneratedRegex(@"(?<![\w./-])kinolux (?=\S)")]
    private static partial Regex Word();
}

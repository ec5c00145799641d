using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Kinolux.Core.Faults;
using Kinolux.Core.Processes;
using Kinolux.Models.Runtime;
using Kinolux.Report.Paper;

namespace Kinolux.Cli;

/// <summary>Looks at the machine: the tools that Kinolux starts, and what it computes with.</summary>
internal static class Machine
{
    public static IReadOnlyList<Finding> Look(CancellationToken cancel) =>
    [
        Program("ffmpeg", "-version", required: true, "reads and writes film", "ffmpeg", cancel),
        Program("ffprobe", "-version", required: true, "looks into film", "ffmpeg", cancel),
        Program("espeak-ng", "--version", required: false, "speaks in animatics, which are silent with captions without it", "espeak-ng", cancel),
        Program("chromium", "--version", required: false, "tests the pages; everything else works without it", "chromium", cancel),
        .. PaperFont.Look().Select(Font),
        Models(),
        new("dotnet", true, true, RuntimeInformation.FrameworkDescription),
        new("cores", true, true, Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)),
        new("simd", Vector.IsHardwareAccelerated, false, Simd()),
        Disk(),
        new("memory", true, true, string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0.0} GB")),
    ];

    private static Finding Program(string name, string argument, bool required, string purpose, string package, CancellationToken cancel)
    {
        try
        {
            var result = Tool.Run(name, [argument], cancel);
            var line = result.Output.Split('\n')[0].Trim();
            return new Finding(name, result.ExitCode == 0, required, line.Length > 80 ? line[..80] : line, package);
        }
        catch (FaultException)
        {
            return new Finding(name, false, required, purpose, package);
        }
    }

    private static Finding Font(PaperFont font) => new(font.Name, font.Path is not null, false, font.Path is { } path ? $"{font.Purpose}: {path}" : $"{font.Purpose}; everything else works without it", font.Package);

    private static Finding Models()
    {
        try
        {
            return new Finding("onnxruntime", true, false, $"{OnnxRuntime.Default.Version}, runs models on {OnnxRuntime.Default.Provider}");
        }
        catch (FaultException fault)
        {
            return new Finding("onnxruntime", false, false, $"runs models; everything else works without it; {fault.Fault.Remedy}");
        }
    }

    private static string Simd() => string.Create(CultureInfo.InvariantCulture,
        $"{Vector<byte>.Count * 8} bit vectors{(Vector512.IsHardwareAccelerated ? ", 512 bit at hand" : "")}, {RuntimeInformation.ProcessArchitecture}");

    private static Finding Disk()
    {
        var drive = new DriveInfo(Environment.CurrentDirectory);
        var free = drive.AvailableFreeSpace / 1e9;
        return new Finding("disk", free >= 1, false, string.Create(CultureInfo.InvariantCulture, $"{free:0.0} GB free here"));
    }
}

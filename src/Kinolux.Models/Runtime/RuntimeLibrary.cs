using System.Runtime.InteropServices;
using Kinolux.Models.Shelf;

namespace Kinolux.Models.Runtime;

/// <summary>Where ONNX Runtime's library lies: where <c>KINOLUX_ONNXRUNTIME</c> says, else in the npm package that <c>models/runtime</c> pins.</summary>
public static class RuntimeLibrary
{
    /// <summary>Names the library's file; it wins over what is installed.</summary>
    public const string Variable = "KINOLUX_ONNXRUNTIME";

    /// <summary>The library's file; null where none is installed. What the variable names need not be there.</summary>
    public static string? Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return named;
        var bin = ShippedModels.Folder is not { } models ? null : Path.Combine(models, "runtime", "node_modules", "onnxruntime-node", "bin");
        return Directory.Exists(bin)
            ? Directory.GetDirectories(bin, "napi-v*").Order(StringComparer.Ordinal).Select(api => Path.Combine(api, System, Processor, Name)).LastOrDefault(File.Exists)
            : null;
    }

    // As Node.js names systems and processors.
    private static string System => OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    private static string Processor => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "arm64" : "x64";

    private static string Name => OperatingSystem.IsWindows() ? "onnxruntime.dll" : OperatingSystem.IsMacOS() ? "libonnxruntime.1.dylib" : "libonnxruntime.so.1";
}

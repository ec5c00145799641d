using System.Runtime.InteropServices;
using Kinolux.Core.Faults;
using Microsoft.ML.OnnxRuntime;

namespace Kinolux.Models.Runtime;

/// <summary>ONNX Runtime's native library: the package's, beside the program, or the one that <c>KINOLUX_ONNXRUNTIME</c> names, such as one with CUDA.</summary>
public static class RuntimeLibrary
{
    /// <summary>Names the library's file; it wins over the package's.</summary>
    public const string Variable = "KINOLUX_ONNXRUNTIME";

    internal static string? Named => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null;

    /// <summary>Loads the library before the package's first call does, so that a missing one is a fault and not a type that cannot be made.</summary>
    /// <param name="named">Its file; null for the package's.</param>
    /// <exception cref="FaultException">KX3801: there is no library, or it is not ONNX Runtime.</exception>
    internal static nint Load(string? named)
    {
        try
        {
            var library = named is null ? NativeLibrary.Load("onnxruntime", typeof(OrtEnv).Assembly, null) : NativeLibrary.Load(Path.GetFullPath(named));
            NativeLibrary.GetExport(library, "OrtGetApiBase");
            return library;
        }
        catch (Exception cause) when (cause is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            throw Missing(named, cause);
        }
    }

    internal static FaultException Missing(string? named, Exception cause) =>
        FaultException.Of("KX3801", cause, ("why", named is null ? "it is not beside the program, or not for this system" : $"{named} is not it, or too old"));
}

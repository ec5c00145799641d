using System.Runtime.InteropServices;
using Kinolux.Core.Faults;
using Microsoft.ML.OnnxRuntime;

namespace Kinolux.Models.Runtime;

/// <summary>ONNX Runtime, loaded once for the life of the process. Safe to use from many threads.</summary>
public sealed class OnnxRuntime
{
    private static readonly Lazy<OnnxRuntime> Loaded = new(() => Load(RuntimeLibrary.Named));

    private OnnxRuntime()
    {
        // What goes wrong comes back as an exception; the library's own log would only say it twice.
        var options = new EnvironmentCreationOptions { logId = "kinolux", logLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL };
        var environment = OrtEnv.CreateInstanceWithOptions(ref options);
        environment.DisableTelemetryEvents();
        BoundMemory(environment);
        (Version, Provider) = (environment.GetVersionString(), HasCuda() ? "cuda" : "cpu");
    }

    /// <summary>Such as <c>1.31.1</c>.</summary>
    public string Version { get; }

    /// <summary>What runs the models: <c>cuda</c> where the library and the machine offer it, else <c>cpu</c>.</summary>
    public string Provider { get; }

    /// <summary>For people and for keys: results are the same bits for the same name on the same machine.</summary>
    public override string ToString() => $"onnxruntime {Version} {Provider}";

    /// <summary>The one of this machine, loaded when first asked for.</summary>
    /// <exception cref="FaultException">KX3801: it is not there.</exception>
    public static OnnxRuntime Default => Loaded.Value;

    /// <summary>Opens a model. Sessions may be run by many threads at a time.</summary>
    /// <param name="model">The bytes of an ONNX file that stands alone.</param>
    /// <param name="name">What faults call it.</param>
    /// <exception cref="FaultException">KX1801: it is no model, or none that ONNX Runtime takes.</exception>
    public OnnxSession Open(byte[] model, string name)
    {
        if (OnnxFile.Problem(model) is { } problem)
            throw FaultException.Of("KX1801", ("file", name), ("why", problem));
        using var options = Options();
        try
        {
            return new OnnxSession(new InferenceSession(model, options), name);
        }
        catch (Exception cause) when (cause is OnnxRuntimeException or OverflowException)
        {
            throw FaultException.Of("KX1801", cause, ("file", name), ("why", OnnxSession.Why(cause)));
        }
    }

    private static OnnxRuntime Load(string? named)
    {
        var library = RuntimeLibrary.Load(named);
        OrtEnv.DisableDllImportResolver = true;
        NativeLibrary.SetDllImportResolver(typeof(OrtEnv).Assembly, (name, _, _) => name == "onnxruntime" ? library : 0);
        try
        {
            return new OnnxRuntime();
        }
        catch (Exception cause) when (cause is TypeInitializationException or EntryPointNotFoundException or OnnxRuntimeException)
        {
            throw RuntimeLibrary.Missing(named, cause);
        }
    }

    // One thread runs a model: tiles and frames are what is split, so results do not depend on how many threads there are.
    private SessionOptions Options()
    {
        var options = new SessionOptions { IntraOpNumThreads = 1, InterOpNumThreads = 1, GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL };
        options.AddSessionConfigEntry("session.load_model_format", "ONNX");
        options.AddSessionConfigEntry("session.use_env_allocators", "1");
        if (Provider == "cuda")
            options.AppendExecutionProvider_CUDA();
        return options;
    }

    // A model may ask for any amount of memory; past half of the machine's it is refused, before the system ends the process.
    private static void BoundMemory(OrtEnv environment)
    {
        const int asRequested = 1;
        var most = (uint)Math.Min(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2, uint.MaxValue); // The package takes no larger bound.
        using var memory = new OrtMemoryInfo(OrtMemoryInfo.allocatorCPU, OrtAllocatorType.ArenaAllocator, 0, OrtMemType.Default);
        using var arena = new OrtArenaCfg(most, asRequested, -1, -1);
        environment.CreateAndRegisterAllocator(memory, arena);
    }

    private static bool HasCuda()
    {
        using var options = new SessionOptions();
        try
        {
            options.AppendExecutionProvider_CUDA();
            return true;
        }
        catch (Exception cause) when (cause is OnnxRuntimeException or EntryPointNotFoundException)
        {
            return false;
        }
    }
}

using System.Runtime.InteropServices;
using Kinolux.Core.Faults;

namespace Kinolux.Models.Runtime;

/// <summary>ONNX Runtime, loaded once for the life of the process. Safe to use from many threads.</summary>
public sealed unsafe class OnnxRuntime
{
    private const int Fatal = 4;
    private const int DeviceArena = 0;
    private const int DefaultMemory = 0;

    private static readonly Lazy<OnnxRuntime> Loaded = new(() => Load(RuntimeLibrary.Find()));

    private readonly nint _environment;

    private OnnxRuntime(nint library)
    {
        Api = new OrtApi(library);
        nint memory, environment;
        // What goes wrong comes back as a status; the library's own log would only say it twice.
        fixed (byte* name = "kinolux"u8)
            Api.Check(((delegate* unmanaged<int, byte*, nint*, nint>)Api[OrtApi.CreateEnv])(Fatal, name, &environment));
        Api.Check(((delegate* unmanaged<int, int, nint*, nint>)Api[OrtApi.CreateCpuMemoryInfo])(DeviceArena, DefaultMemory, &memory));
        (_environment, Memory) = (environment, memory);
        BoundMemory();
        Provider = HasCuda() ? "cuda" : "cpu";
    }

    internal OrtApi Api { get; }

    /// <summary>Describes the processor's memory, as tensors need it.</summary>
    internal nint Memory { get; }

    /// <summary>Such as <c>1.30.0</c>.</summary>
    public string Version => Api.Version;

    /// <summary>What runs the models: <c>cuda</c> where the library and the machine offer it, else <c>cpu</c>.</summary>
    public string Provider { get; }

    /// <summary>For people and for keys: results are the same bits for the same name on the same machine.</summary>
    public override string ToString() => $"onnxruntime {Version} {Provider}";

    /// <summary>The one that is installed, loaded when first asked for.</summary>
    /// <exception cref="FaultException">KX3801: it is not there.</exception>
    public static OnnxRuntime Usual => Loaded.Value;

    /// <exception cref="FaultException">KX3801: there is no library at <paramref name="path"/>, or it is not ONNX Runtime.</exception>
    public static OnnxRuntime Load(string? path)
    {
        if (path is null)
            throw FaultException.Of("KX3801", ("why", "it is not installed"));
        try
        {
            return new OnnxRuntime(NativeLibrary.Load(Path.GetFullPath(path)));
        }
        catch (Exception cause) when (cause is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException or NotSupportedException)
        {
            throw FaultException.Of("KX3801", cause, ("why", $"{path} is not it, or too old"));
        }
    }

    /// <summary>Opens a model. Sessions may be run by many threads at a time.</summary>
    /// <param name="model">The bytes of an ONNX file that stands alone.</param>
    /// <param name="name">What faults call it.</param>
    /// <exception cref="FaultException">KX1801: it is no model, or none that ONNX Runtime takes.</exception>
    public OnnxSession Open(byte[] model, string name)
    {
        if (OnnxFile.Problem(model) is { } problem)
            throw Refused(problem);
        var options = Options();
        try
        {
            nint session;
            fixed (byte* bytes = model)
                Api.Check(((delegate* unmanaged<nint, byte*, nuint, nint, nint*, nint>)Api[OrtApi.CreateSessionFromArray])(_environment, bytes, (nuint)model.Length, options, &session), Refused);
            return new OnnxSession(this, session, name);
        }
        finally
        {
            Api.Release(OrtApi.ReleaseSessionOptions, options);
        }

        FaultException Refused(string why) => FaultException.Of("KX1801", ("file", name), ("why", why));
    }

    // One thread runs a model: tiles and frames are what is split, so results do not depend on how many threads there are.
    private nint Options()
    {
        nint options;
        Api.Check(((delegate* unmanaged<nint*, nint>)Api[OrtApi.CreateSessionOptions])(&options));
        Set(options, OrtApi.SetIntraOpNumThreads, 1);
        Set(options, OrtApi.SetInterOpNumThreads, 1);
        Set(options, OrtApi.SetSessionGraphOptimizationLevel, 99);
        Configure(options, "session.load_model_format"u8, "ONNX"u8);
        Configure(options, "session.use_env_allocators"u8, "1"u8);
        if (Provider == "cuda")
            Api.Check(Cuda(options));
        return options;
    }

    private void Set(nint options, int place, int value) => Api.Check(((delegate* unmanaged<nint, int, nint>)Api[place])(options, value));

    private void Configure(nint options, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        fixed (byte* name = key, text = value)
            Api.Check(((delegate* unmanaged<nint, byte*, byte*, nint>)Api[OrtApi.AddSessionConfigEntry])(options, name, text));
    }

    // A model may ask for any amount of memory; past half of the machine's it is told no, before the system ends the process.
    private void BoundMemory()
    {
        nint arena;
        var most = (nuint)(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2);
        fixed (byte* key = "max_mem"u8, strategy = "arena_extend_strategy"u8)
        {
            byte** keys = stackalloc byte*[] { key, strategy };
            nuint* values = stackalloc nuint[] { most, 1 };
            Api.Check(((delegate* unmanaged<byte**, nuint*, nuint, nint*, nint>)Api[OrtApi.CreateArenaCfgV2])(keys, values, 2, &arena));
        }
        Api.Check(((delegate* unmanaged<nint, nint, nint, nint>)Api[OrtApi.CreateAndRegisterAllocator])(_environment, Memory, arena));
        Api.Release(OrtApi.ReleaseArenaCfg, arena);
    }

    private bool HasCuda()
    {
        nint options;
        Api.Check(((delegate* unmanaged<nint*, nint>)Api[OrtApi.CreateSessionOptions])(&options));
        var refusal = Api.Message(Cuda(options));
        Api.Release(OrtApi.ReleaseSessionOptions, options);
        return refusal is null;
    }

    private nint Cuda(nint options)
    {
        nint cuda;
        var status = ((delegate* unmanaged<nint*, nint>)Api[OrtApi.CreateCudaOptions])(&cuda);
        if (status != 0)
            return status;
        status = ((delegate* unmanaged<nint, nint, nint>)Api[OrtApi.AppendCuda])(options, cuda);
        Api.Release(OrtApi.ReleaseCudaOptions, cuda);
        return status;
    }
}

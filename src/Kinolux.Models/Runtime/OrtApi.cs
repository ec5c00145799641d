using System.Runtime.InteropServices;
using Kinolux.Core.Faults;

namespace Kinolux.Models.Runtime;

/// <summary>
/// The functions of ONNX Runtime's C API that Kinolux calls: a table of pointers whose order never changes (onnxruntime_c_api.h, struct OrtApi). Each constant is a function's place in it.
/// </summary>
internal sealed unsafe class OrtApi
{
    // Every function called here is in the table since this version of it.
    private const uint TableVersion = 11;

    private const int GetErrorMessage = 2;
    public const int CreateEnv = 3;
    public const int CreateSessionFromArray = 8;
    public const int Run = 9;
    public const int CreateSessionOptions = 10;
    public const int SetSessionGraphOptimizationLevel = 23;
    public const int SetIntraOpNumThreads = 24;
    public const int SetInterOpNumThreads = 25;
    public const int SessionGetInputCount = 30;
    public const int SessionGetOutputCount = 31;
    public const int SessionGetInputTypeInfo = 33;
    public const int SessionGetOutputTypeInfo = 34;
    public const int SessionGetInputName = 36;
    public const int SessionGetOutputName = 37;
    public const int CreateTensorWithDataAsOrtValue = 49;
    public const int CastTypeInfoToTensorInfo = 55;
    public const int GetTensorElementType = 60;
    public const int GetDimensionsCount = 61;
    public const int GetDimensions = 62;
    public const int CreateCpuMemoryInfo = 69;
    private const int AllocatorFree = 76;
    public const int GetAllocatorWithDefaultOptions = 78;
    private const int ReleaseStatus = 93;
    public const int ReleaseMemoryInfo = 94;
    public const int ReleaseSession = 95;
    public const int ReleaseValue = 96;
    public const int ReleaseTypeInfo = 98;
    public const int ReleaseSessionOptions = 100;
    public const int AddSessionConfigEntry = 130;
    public const int CreateAndRegisterAllocator = 144;
    public const int ReleaseArenaCfg = 157;
    public const int CreateArenaCfgV2 = 164;
    public const int AppendCuda = 204;
    public const int CreateCudaOptions = 205;
    public const int ReleaseCudaOptions = 208;

    private readonly nint* _table;

    /// <param name="library">A loaded library.</param>
    /// <exception cref="EntryPointNotFoundException">The library is not ONNX Runtime.</exception>
    /// <exception cref="NotSupportedException">It is too old.</exception>
    public OrtApi(nint library)
    {
        var basis = ((delegate* unmanaged<nint*>)NativeLibrary.GetExport(library, "OrtGetApiBase"))();
        Version = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint>)basis[1])()) ?? "";
        _table = ((delegate* unmanaged<uint, nint*>)basis[0])(TableVersion);
        if (_table is null)
            throw new NotSupportedException($"version {Version} is too old");
    }

    /// <summary>Such as <c>1.30.0</c>.</summary>
    public string Version { get; }

    /// <summary>The function at a place of the table.</summary>
    public nint this[int place] => _table[place];

    /// <summary>Ends with the fault where a function did not return null, which means success.</summary>
    public void Check(nint status, Func<string, FaultException> fault)
    {
        if (Message(status) is { } message)
            throw fault(message);
    }

    /// <summary>For calls that fail only where memory is short.</summary>
    public void Check(nint status) => Check(status, message => FaultException.Of("KX5801", ("model", "ONNX Runtime"), ("why", message)));

    /// <summary>What a status says, in one line; null where it is success. The status is released.</summary>
    public string? Message(nint status)
    {
        if (status == 0)
            return null;
        var message = Marshal.PtrToStringUTF8(((delegate* unmanaged<nint, nint>)_table[GetErrorMessage])(status)) ?? "";
        Release(ReleaseStatus, status);
        return message.ReplaceLineEndings(" ");
    }

    public void Release(int place, nint thing)
    {
        if (thing != 0)
            ((delegate* unmanaged<nint, void>)_table[place])(thing);
    }

    /// <summary>Asks for something that is returned through a pointer.</summary>
    public nint Get(int place, nint from)
    {
        nint result = 0;
        Check(((delegate* unmanaged<nint, nint*, nint>)_table[place])(from, &result));
        return result;
    }

    /// <summary>A name of a session's input or output.</summary>
    public string Name(int place, nint session, nint index)
    {
        nint allocator, text;
        Check(((delegate* unmanaged<nint*, nint>)_table[GetAllocatorWithDefaultOptions])(&allocator));
        Check(((delegate* unmanaged<nint, nint, nint, nint*, nint>)_table[place])(session, index, allocator, &text));
        var name = Marshal.PtrToStringUTF8(text) ?? "";
        Check(((delegate* unmanaged<nint, nint, nint>)_table[AllocatorFree])(allocator, text));
        return name;
    }
}

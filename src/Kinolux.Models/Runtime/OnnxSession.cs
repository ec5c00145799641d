using System.Buffers;
using System.Runtime.InteropServices;
using Kinolux.Core.Faults;

namespace Kinolux.Models.Runtime;

/// <summary>An open model. <see cref="Run"/> may be called by many threads at a time; each call works on the thread that makes it.</summary>
public sealed unsafe class OnnxSession : SafeHandle
{
    private const int Float = 1;

    private readonly OnnxRuntime _runtime;
    private readonly string _name;

    internal OnnxSession(OnnxRuntime runtime, nint session, string name) : base(0, ownsHandle: true)
    {
        (_runtime, _name) = (runtime, name);
        SetHandle(session);
        Inputs = Shapes(OrtApi.SessionGetInputCount, OrtApi.SessionGetInputName, OrtApi.SessionGetInputTypeInfo);
        Outputs = Shapes(OrtApi.SessionGetOutputCount, OrtApi.SessionGetOutputName, OrtApi.SessionGetOutputTypeInfo);
    }

    public override bool IsInvalid => handle == 0;

    public IReadOnlyList<TensorShape> Inputs { get; }

    public IReadOnlyList<TensorShape> Outputs { get; }

    private OrtApi Api => _runtime.Api;

    /// <summary>Runs the model. Every output must have the shape that the model makes of the inputs.</summary>
    /// <exception cref="FaultException">KX5801: the model does not take these tensors, makes others, or runs out of memory.</exception>
    public void Run(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        var all = new Bound[inputs.Length + outputs.Length];
        var held = false;
        try
        {
            DangerousAddRef(ref held);
            for (var i = 0; i < all.Length; i++)
                all[i] = Bind(i < inputs.Length ? inputs[i] : outputs[i - inputs.Length]);
            nint* names = stackalloc nint[all.Length];
            nint* values = stackalloc nint[all.Length];
            for (var i = 0; i < all.Length; i++)
                (names[i], values[i]) = (all[i].Name, all[i].Value);
            Api.Check(((delegate* unmanaged<nint, nint, nint*, nint*, nuint, nint*, nuint, nint*, nint>)Api[OrtApi.Run])(
                handle, 0, names, values, (nuint)inputs.Length, names + inputs.Length, (nuint)outputs.Length, values + inputs.Length), Failed);
        }
        finally
        {
            foreach (var bound in all)
                Free(bound);
            if (held)
                DangerousRelease();
        }
    }

    protected override bool ReleaseHandle()
    {
        Api.Release(OrtApi.ReleaseSession, handle);
        return true;
    }

    private Bound Bind(Tensor tensor)
    {
        nint value;
        var data = tensor.Data.Pin();
        long* shape = stackalloc long[] { 1, tensor.Channels, tensor.Height, tensor.Width };
        var status = ((delegate* unmanaged<nint, void*, nuint, long*, nuint, int, nint*, nint>)Api[OrtApi.CreateTensorWithDataAsOrtValue])(
            _runtime.Memory, data.Pointer, (nuint)tensor.Data.Length * sizeof(float), shape, 4, Float, &value);
        if (Api.Message(status) is not { } message)
            return new Bound(data, value, Marshal.StringToCoTaskMemUTF8(tensor.Name));
        data.Dispose();
        throw Failed(message);
    }

    private void Free(Bound bound)
    {
        Api.Release(OrtApi.ReleaseValue, bound.Value);
        Marshal.FreeCoTaskMem(bound.Name);
        bound.Data.Dispose();
    }

    private FaultException Failed(string why) => FaultException.Of("KX5801", ("model", _name), ("why", why));

    private TensorShape[] Shapes(int count, int name, int type)
    {
        var shapes = new TensorShape[Math.Max(0, Api.Get(count, handle))];
        for (var i = 0; i < shapes.Length; i++)
        {
            nint info;
            Api.Check(((delegate* unmanaged<nint, nint, nint*, nint>)Api[type])(handle, i, &info));
            shapes[i] = Shape(Api.Name(name, handle, i), info);
            Api.Release(OrtApi.ReleaseTypeInfo, info);
        }
        return shapes;
    }

    // What is no tensor (a sequence, a map) has no shape.
    private TensorShape Shape(string name, nint info)
    {
        if (Api.Get(OrtApi.CastTypeInfoToTensorInfo, info) is not (not 0 and var tensor))
            return new TensorShape(name, false, []);
        var sides = new long[Math.Max(0, Api.Get(OrtApi.GetDimensionsCount, tensor))];
        fixed (long* first = sides)
            Api.Check(((delegate* unmanaged<nint, long*, nuint, nint>)Api[OrtApi.GetDimensions])(tensor, first, (nuint)sides.Length));
        return new TensorShape(name, (int)Api.Get(OrtApi.GetTensorElementType, tensor) == Float, sides);
    }

    private readonly record struct Bound(MemoryHandle Data, nint Value, nint Name);
}

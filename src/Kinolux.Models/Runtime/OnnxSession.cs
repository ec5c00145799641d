using Kinolux.Core.Faults;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace Kinolux.Models.Runtime;

/// <summary>An open model. <see cref="Run"/> may be called by many threads at a time; each call works on the thread that makes it.</summary>
public sealed class OnnxSession : IDisposable
{
    private static readonly RunOptions Plain = new();

    private readonly InferenceSession _session;
    private readonly string _name;

    internal OnnxSession(InferenceSession session, string name)
    {
        (_session, _name) = (session, name);
        Inputs = [.. session.InputNames.Select(input => Shape(input, session.InputMetadata[input]))];
        Outputs = [.. session.OutputNames.Select(output => Shape(output, session.OutputMetadata[output]))];
    }

    public IReadOnlyList<TensorShape> Inputs { get; }

    public IReadOnlyList<TensorShape> Outputs { get; }

    /// <summary>Runs the model. Every output must have the shape that the model makes of the inputs.</summary>
    /// <exception cref="FaultException">KX5801: the model does not take these tensors, makes others, or runs out of memory.</exception>
    public void Run(ReadOnlySpan<Tensor> inputs, ReadOnlySpan<Tensor> outputs)
    {
        var bound = new List<OrtValue>(inputs.Length + outputs.Length);
        try
        {
            var (taken, given) = (Bind(inputs, bound), Bind(outputs, bound));
            _session.Run(Plain, taken, bound[..inputs.Length], given, bound[inputs.Length..]);
        }
        catch (Exception cause) when (cause is OnnxRuntimeException or ArgumentException)
        {
            throw FaultException.Of("KX5801", cause, ("model", _name), ("why", Why(cause)));
        }
        finally
        {
            foreach (var value in bound)
                value.Dispose();
        }
    }

    public void Dispose() => _session.Dispose();

    /// <summary>What ONNX Runtime says, without the name of its code.</summary>
    internal static string Why(Exception cause) =>
        cause is not OnnxRuntimeException ? "it has sides that no picture has"
        : cause.Message.StartsWith("[ErrorCode:", StringComparison.Ordinal) ? cause.Message[(cause.Message.IndexOf(']', StringComparison.Ordinal) + 1)..].Trim()
        : cause.Message;

    private static string[] Bind(ReadOnlySpan<Tensor> tensors, List<OrtValue> bound)
    {
        var names = new string[tensors.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = tensors[i].Name;
            bound.Add(OrtValue.CreateTensorValueFromMemory(OrtMemoryInfo.DefaultInstance, tensors[i].Data, [1, tensors[i].Channels, tensors[i].Height, tensors[i].Width]));
        }
        return names;
    }

    // What is no tensor (a sequence, a map) has no shape.
    private static TensorShape Shape(string name, NodeMetadata found) =>
        found.IsTensor ? new TensorShape(name, found.ElementDataType == TensorElementType.Float, [.. found.Dimensions.Select(side => (long)side)]) : new TensorShape(name, false, []);
}

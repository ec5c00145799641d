using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Kernels;
using Kinolux.Models.Cards;
using Kinolux.Models.Runtime;
using Kinolux.Models.Registry;
using Kinolux.Models.Tiles;

namespace Kinolux.Models.Registry;

/// <summary>Takes a model into the user's registry: tried first, then whole or not at all.</summary>
public static class ModelIntake
{
    // Odd sides, and more than one tile's padding.
    private const int TrialWidth = 67;
    private const int TrialHeight = 45;

    /// <summary>Copies a model and its card into <paramref name="folder"/>.</summary>
    /// <param name="model">An ONNX file.</param>
    /// <param name="card">Its card; null for the one beside it, called like it with <c>.json</c>.</param>
    /// <exception cref="FaultException">KX2801 no card, KX1801 no model, KX1803 they do not belong together, KX2802 the name is taken, KX3801 no library, KX41xx the folder cannot be written.</exception>
    public static ModelCard Add(string model, string? card, string folder, bool overwrite)
    {
        var beside = card ?? Path.ChangeExtension(model, ".json");
        var read = CardFile.Read(beside);
        var bytes = ModelFile.Read(model, read);
        Try(read, OnnxRuntime.Default, bytes);
        var (modelPath, cardPath) = (Path.Combine(folder, read.File), Path.Combine(folder, $"{read.Name}.json"));
        if (!overwrite && (File.Exists(modelPath) || File.Exists(cardPath)))
            throw FaultException.Of("KX2802", ("model", read.Name), ("folder", folder));
        var text = File.ReadAllBytes(beside);
        MakeFolder(folder);
        // The card last: without it the model is not on the models.
        AtomicFile.Write(modelPath, stream => stream.Write(bytes));
        AtomicFile.Write(cardPath, stream => stream.Write(text));
        return read;
    }

    /// <summary>Opens a model and runs it on a small picture.</summary>
    /// <exception cref="FaultException">KX1801, KX1803 or KX5801: it does not do what its card promises.</exception>
    public static void Try(ModelCard card, OnnxRuntime runtime, byte[] model)
    {
        using var session = runtime.Open(model, card.File);
        ModelTrial.Run(card, session, TrialWidth, TrialHeight, RowRunner.Serial);
    }

    private static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw DiskFault.Of(folder, cause);
        }
    }
}

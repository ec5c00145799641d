using System.Security.Cryptography;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Models.Cards;

namespace Kinolux.Models.Registry;

/// <summary>Reads a model's file and holds it to its card's hash.</summary>
public static class ModelFile
{
    // An ONNX file that stands alone ends at two gigabytes.
    private const long MostBytes = int.MaxValue - 64;

    /// <exception cref="FaultException">KX1801: it cannot be read; KX1803: it has another hash.</exception>
    public static byte[] Read(string path, ModelCard card)
    {
        var bytes = Read(path);
        var hash = Hash(bytes);
        return hash == card.Sha256 ? bytes : throw FaultException.Of("KX1803", ("file", path), ("why", $"its SHA-256 is {hash}"));
    }

    /// <exception cref="FaultException">KX1801: it cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return WholeFile.Read(path, MostBytes);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX1801", cause, ("file", path), ("why", cause.Message));
        }
    }

    /// <summary>As cards hold it.</summary>
    public static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

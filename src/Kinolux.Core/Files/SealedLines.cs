using System.Security.Cryptography;
using System.Text;

namespace Kinolux.Core.Files;

/// <summary>Files of lines of which the last holds the SHA-256 of all before it: read back as written, or not at all.</summary>
public static class SealedLines
{
    private const string Before = "{\"sha256\":\"";
    private const string After = "\"}\n";

    // Of a hash in hexadecimal digits, with what is around it.
    private static readonly int SealLength = Before.Length + 64 + After.Length;

    /// <summary>Writes the file whole, or not at all.</summary>
    /// <param name="lines">Without line ends.</param>
    public static void Write(string path, IEnumerable<string> lines) => AtomicFile.Write(path, stream =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var line in lines)
        {
            var bytes = Encoding.UTF8.GetBytes(line + "\n");
            hash.AppendData(bytes);
            stream.Write(bytes);
        }
        stream.Write(Encoding.ASCII.GetBytes(Before + Convert.ToHexStringLower(hash.GetHashAndReset()) + After));
    });

    /// <summary>The lines without the seal; null where there is no such file, or it is not as it was written.</summary>
    /// <param name="isDamaged">True where it is there and not as it was written.</param>
    public static IReadOnlyList<string>? TryRead(string path, out bool isDamaged)
    {
        isDamaged = false;
        if (!Path.Exists(path))
            return null;
        try
        {
            var bytes = WholeFile.Read(path);
            if (IsSealed(bytes))
                return bytes.Length == SealLength ? [] : Encoding.UTF8.GetString(bytes.AsSpan(0, bytes.Length - SealLength - 1)).Split('\n');
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            // What cannot be read is no better than what is not there.
        }
        isDamaged = true;
        return null;
    }

    private static bool IsSealed(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < SealLength)
            return false;
        var seal = Encoding.ASCII.GetString(bytes[^SealLength..]);
        return seal.StartsWith(Before, StringComparison.Ordinal) && seal.EndsWith(After, StringComparison.Ordinal)
            && seal[Before.Length..^After.Length] == Convert.ToHexStringLower(SHA256.HashData(bytes[..^SealLength]));
    }
}

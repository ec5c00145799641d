using System.Security.Cryptography;
using System.Text;

namespace Kinolux.Core.Files;

/// <summary>Reads files whole that may have come from elsewhere: no more than so many bytes, and nothing that is no file and would never end.</summary>
public static class WholeFile
{
    /// <summary>Bytes that are read into memory at most where nothing else is said.</summary>
    public const long Most = 1 << 30;

    /// <exception cref="IOException">It is not there, larger than that, or no file.</exception>
    public static byte[] Read(string path, long most = Most)
    {
        var info = new FileInfo(path);
        // Pipes and devices say that they have no length; to open one may never return.
        if (info is { Exists: true, Length: 0 })
            return [];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        if (file.Length > most)
            throw new IOException($"it is larger than {most} bytes");
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    /// <inheritdoc cref="Read"/>
    public static string Text(string path, long most = Most)
    {
        var bytes = Read(path, most);
        return Encoding.UTF8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(Encoding.UTF8.Preamble.Length) : bytes);
    }

    /// <summary>SHA-256 of a file's bytes, in hexadecimal digits.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public static string Hash(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            return Convert.ToHexStringLower(SHA256.HashData([]));
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>True where a file has this hash; false also where it cannot be read.</summary>
    public static bool Has(string path, string? hash)
    {
        try
        {
            return hash is not null && File.Exists(path) && Hash(path) == hash;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

using System.Globalization;
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
        if (info is { Exists: true, Length: 0 })
            return Nothing(path);
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

    /// <summary>The last so many bytes of a file, as text.</summary>
    /// <exception cref="IOException">It is not there, or no file.</exception>
    public static string Tail(string path, int most)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            return Encoding.UTF8.GetString(Nothing(path));
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        file.Seek(Math.Max(0, file.Length - most), SeekOrigin.Begin);
        var bytes = new byte[most];
        return Encoding.UTF8.GetString(bytes.AsSpan(0, file.ReadAtLeast(bytes, most, throwOnEndOfStream: false)));
    }

    /// <summary>The first line of a file; null where it has none, or one of more than so many bytes.</summary>
    /// <exception cref="IOException">It is not there, or no file.</exception>
    public static string? FirstLine(string path, int most)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            return null;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1);
        var bytes = new byte[most];
        var length = bytes.AsSpan(0, file.ReadAtLeast(bytes, most, throwOnEndOfStream: false)).IndexOf((byte)'\n');
        return length < 0 ? null : Encoding.UTF8.GetString(bytes.AsSpan(0, length));
    }

    /// <summary>What a file is held to later: its length and its hash. What has another length, were it without end, is not read.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public static string Seal(string path) => string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(path).Length}:{Hash(path)}");

    /// <summary>SHA-256 of a file's bytes, in hexadecimal digits.</summary>
    /// <exception cref="IOException">It is not there.</exception>
    public static string Hash(string path)
    {
        if (new FileInfo(path) is { Exists: true, Length: 0 })
            return Convert.ToHexStringLower(SHA256.HashData([]));
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The same with its method: <c>sha256:3fa9…</c>.</summary>
    public static string Sha256(string path) => "sha256:" + Hash(path);

    /// <summary>True where a file is what it was sealed as; false also where it cannot be read.</summary>
    /// <param name="seal">Of <see cref="Seal"/>; of before there were lengths, the hash alone.</param>
    public static bool Has(string path, string? seal)
    {
        try
        {
            if (seal?.Split(':') is not [.. var length, var hash] || !File.Exists(path))
                return false;
            return (length.Length == 0 || length is [var bytes] && bytes == new FileInfo(path).Length.ToString(CultureInfo.InvariantCulture)) && Hash(path) == hash;
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // Pipes and devices say that they have no length, too. To open a pipe to read may never return; to open it both ways does.
    private static byte[] Nothing(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, 1);
            return file.CanSeek ? [] : throw new IOException("it is no file");
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }
}

using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Progress;
using Kinolux.Media;

namespace Kinolux.Restoration.Deliveries;

/// <summary>
/// The checksum of a film's file as anybody can take it again: what <c>sha256sum</c> prints of it. Of numbered pictures it is that of the list of their checksums,
/// a line each, in order: <c>sha256sum frames/* | cut -c 1-64 | sha256sum</c>.
/// </summary>
internal static class FileDigest
{
    private const int Block = 1 << 20;

    /// <summary>How many blocks are read, by which progress counts.</summary>
    public static long BlocksOf(FilmInfo film) => FilesOf(film).Sum(file => (new FileInfo(file).Length + Block - 1) / Block);

    /// <returns>With its method, such as <c>sha256:3fa9…</c>.</returns>
    public static string Of(FilmInfo film, ProgressMeter? meter, CancellationToken cancel)
    {
        var block = new byte[Block];
        var files = FilesOf(film).Select(file => Of(file, block, meter, cancel));
        return "sha256:" + (Film.IsSequence(film) ? Hex(SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(files.Select(hash => hash + "\n"))))) : files.Single());
    }

    private static IEnumerable<string> FilesOf(FilmInfo film) => Film.IsSequence(film) ? Film.PicturesOf(film) : [film.Path];

    private static string Of(string path, byte[] block, ProgressMeter? meter, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1, FileOptions.SequentialScan);
        for (int read; (read = file.ReadAtLeast(block, block.Length, throwOnEndOfStream: false)) > 0;)
        {
            cancel.ThrowIfCancellationRequested();
            hash.AppendData(block, 0, read);
            meter?.Step();
        }
        return Hex(hash.GetHashAndReset());
    }

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}

using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Kinolux.Core.Files;
using Kinolux.Core.Text;

namespace Kinolux.Report;

/// <summary>
/// One HTML file that shows an output before and after and answers why at any place of it: it holds its pictures and its answers, needs no network and opens from disk.
/// </summary>
public static class AskPage
{
    private const string Mark = "<html lang=\"en\" data-kinolux=\"ask\">";

    /// <summary>True where a file says that it is such a page, and so may be replaced by another.</summary>
    public static bool IsOne(string path)
    {
        // What has no length may be a pipe, which would never end; a link may lead anywhere.
        if (new FileInfo(path) is not { Exists: true, Length: > 0, LinkTarget: null })
            return false;
        using var file = File.OpenRead(path);
        var head = new byte[64];
        return System.Text.Encoding.UTF8.GetString(head, 0, file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)).Contains(Mark, StringComparison.Ordinal);
    }

    /// <summary>Writes the file, whole or not at all.</summary>
    /// <param name="data">What the page draws and answers from, as <see cref="Pack"/> gives it.</param>
    /// <param name="video">The file of the video that it shows.</param>
    /// <returns>Its length in bytes.</returns>
    public static long Write(string path, string title, byte[] data, string video)
    {
        var parts = ReportAssets.Read("ask.html").Split("{{data}}");
        AtomicFile.Write(path, stream =>
        {
            void Text(string text) => stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            Text(parts[0].Replace("{{style}}", ReportAssets.Read("ask.css"), StringComparison.Ordinal).Replace("{{title}}", WebUtility.HtmlEncode(title), StringComparison.Ordinal));
            Base64(stream, new MemoryStream(data));
            var rest = parts[1].Split("{{video}}");
            Text(rest[0]);
            using (var film = File.OpenRead(video))
                Base64(stream, film);
            // A script's text may not end its element.
            Text(rest[1].Replace("{{script}}", ReportAssets.Read("ask.js").Replace("</script", "<\\/script", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal));
        });
        return new FileInfo(path).Length;
    }

    /// <summary>How many bytes the file will have with a video of so many.</summary>
    public static long LengthWith(long video, byte[] data) =>
        (video + data.Length) * 4 / 3 + ReportAssets.Read("ask.js").Length + ReportAssets.Read("ask.css").Length + ReportAssets.Read("ask.html").Length + 64;

    /// <summary>A value as JSON, packed.</summary>
    public static byte[] Pack(object data)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            JsonSerializer.Serialize(gzip, data, data.GetType(), KinoluxJson.Line);
        return packed.ToArray();
    }

    private static void Base64(Stream target, Stream source)
    {
        // A multiple of three, so that only the last piece is padded.
        var piece = new byte[3 << 16];
        for (int read; (read = source.ReadAtLeast(piece, piece.Length, throwOnEndOfStream: false)) > 0;)
            target.Write(System.Text.Encoding.ASCII.GetBytes(Convert.ToBase64String(piece, 0, read)));
    }
}

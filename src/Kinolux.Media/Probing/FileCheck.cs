using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Media.Sequences;

namespace Kinolux.Media.Probing;

/// <summary>Refuses what is no film before ffmpeg sees it.</summary>
internal static class FileCheck
{
    private static readonly string[] PlaylistStarts = ["#EXTM3U", "ffconcat version", "[playlist]", "[Reference]", "<?xml", "<MPD", "<smil", "v=0"];

    /// <exception cref="FaultException">KX1001 not there, KX1002 a folder, KX1003 empty, KX1006 a playlist, KX1008 not readable.</exception>
    public static void Require(string path)
    {
        if (Directory.Exists(path))
            throw FaultException.Of("KX1002", ("film", path), ("pattern", ImageSequence.LikelyPattern(path)));
        if (!File.Exists(path))
            throw FaultException.Of("KX1001", ("film", path));
        var head = Head(path);
        if (head.Length == 0)
            throw FaultException.Of("KX1003", ("film", path));
        var text = Encoding.Latin1.GetString(head).TrimStart('\u00ef', '\u00bb', '\u00bf', ' ', '\t', '\r', '\n');
        if (PlaylistStarts.Any(start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
            throw FaultException.Of("KX1006", ("film", path));
    }

    private static byte[] Head(string path)
    {
        try
        {
            // A pipe has no length either, and whoever opens one may wait for ever.
            if (PictureFile.LengthOf(path) == 0)
                return [];
            using var file = File.OpenRead(path);
            var head = new byte[256];
            return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        }
        catch (Exception cause) when (cause is UnauthorizedAccessException or IOException)
        {
            throw FaultException.Of("KX1008", cause, ("film", path));
        }
    }
}

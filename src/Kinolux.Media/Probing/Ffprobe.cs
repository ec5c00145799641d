using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Processes;
using Kinolux.Media.Ffmpeg;

namespace Kinolux.Media.Probing;

/// <summary>Asks ffprobe about a file.</summary>
internal static class Ffprobe
{
    /// <summary>Streams, container and chapters as ffprobe's JSON; null where it cannot read the file, with its words.</summary>
    public static (JsonElement? Root, string Errors) Describe(string path, CancellationToken cancel)
    {
        var arguments = FfmpegArguments.Ffprobe().With("-show_streams", "-show_format", "-of", "json").Input(path);
        var result = Tool.Run("ffprobe", arguments.Words, cancel);
        if (result.ExitCode != 0)
            return (null, result.ErrorTail);
        using var document = JsonDocument.Parse(result.Output);
        return (document.RootElement.Clone(), result.ErrorTail);
    }

    /// <summary>Every packet of a stream in stored order, without decoding, and ffprobe's complaints.</summary>
    public static (List<Packet> Packets, string Errors) Packets(string path, int stream, CancellationToken cancel)
    {
        var arguments = FfmpegArguments.Ffprobe("warning")
            .With("-select_streams", FfmpegArguments.Word(stream), "-show_entries", "packet=pts,flags", "-of", "compact=p=0:nk=1").Input(path);
        var result = Tool.Run("ffprobe", arguments.Words, cancel);
        var packets = new List<Packet>();
        foreach (var line in result.Output.AsSpan().EnumerateLines())
        {
            var cut = line.IndexOf('|');
            if (cut < 0)
                continue;
            var flags = line[(cut + 1)..];
            long? pts = long.TryParse(line[..cut], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
            packets.Add(new Packet(pts, flags.Contains('K'), flags.Contains('D'), flags.Contains('C')));
        }
        return (packets, result.ErrorTail);
    }
}

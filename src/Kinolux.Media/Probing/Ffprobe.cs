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
        try
        {
            using var document = JsonDocument.Parse(result.Output);
            return (document.RootElement.Clone(), result.ErrorTail);
        }
        catch (JsonException cause)
        {
            return (null, cause.Message);
        }
    }

    /// <summary>The mastering display and light levels that the first picture of a stream was made for, in a person's words; null where it says nothing.</summary>
    public static string? MasteredFor(string path, int stream, CancellationToken cancel)
    {
        var arguments = FfmpegArguments.Ffprobe().With("-select_streams", FfmpegArguments.Word(stream), "-read_intervals", "%+#1", "-show_frames", "-of", "json").Input(path);
        using var document = JsonDocument.Parse(Tool.Run("ffprobe", arguments.Words, cancel) is { ExitCode: 0, Output: { Length: > 0 } output } ? output : "{}");
        if (!document.RootElement.TryGetProperty("frames", out var frames) || frames.GetArrayLength() == 0 || !frames[0].TryGetProperty("side_data_list", out var list))
            return null;
        var words = list.EnumerateArray().Select(Words).OfType<string>().ToList();
        return words.Count == 0 ? null : string.Join(", ", words);
    }

    private static string? Words(JsonElement data)
    {
        string Number(string name) => data.TryGetProperty(name, out var value) && Core.Time.Rational.TryParse(value.ToString(), out var exact) ? exact.ToDouble().ToString("0.####", CultureInfo.InvariantCulture) : "?";
        return data.TryGetProperty("side_data_type", out var type) ? type.GetString() switch
        {
            "Mastering display metadata" => $"mastering display of {Number("min_luminance")} to {Number("max_luminance")} cd/m²",
            "Content light level metadata" => $"light level {Number("max_content")}, on average {Number("max_average")} cd/m²",
            _ => null,
        } : null;
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
        // A list that ended early is no count.
        return (packets, result.ExitCode == 0 ? result.ErrorTail : $"{result.ErrorTail}error: ffprobe ended with {result.ExitCode}");
    }
}

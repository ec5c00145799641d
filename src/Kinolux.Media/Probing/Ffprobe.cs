using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Processes;
using Kinolux.Core.Text;
using Kinolux.Media.Ffmpeg;

namespace Kinolux.Media.Probing;

/// <summary>Asks ffprobe about a file.</summary>
internal static class Ffprobe
{
    // In any unit of time, so that two can be told apart by subtraction: what is later is no time.
    private const long LatestTime = 1L << 60;

    /// <summary>Streams, container and chapters as ffprobe's JSON; null where it cannot read the file, with its words.</summary>
    public static (JsonElement? Root, string Errors) Describe(string path, CancellationToken cancel)
    {
        var arguments = FfmpegArguments.Ffprobe().With("-show_streams", "-show_format", "-of", "json").Input(path);
        var result = Tool.Run("ffprobe", arguments.Words, cancel);
        return result.ExitCode != 0 ? (null, result.ErrorTail)
            : Answer(result.Output) is { } root && root.Child("streams", JsonValueKind.Array) is not null && root.Child("format", JsonValueKind.Object) is not null ? (root, result.ErrorTail)
            : (null, "what ffprobe wrote is no description of a film");
    }

    // Tools are believed no more than files.
    private static JsonElement? Answer(string output)
    {
        try
        {
            return KinoluxJson.Read<JsonElement>(output);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The mastering display and light levels that the first picture of a stream was made for, in a person's words; null where it says nothing.</summary>
    public static string? MasteredFor(string path, int stream, CancellationToken cancel)
    {
        var arguments = FfmpegArguments.Ffprobe().With("-select_streams", FfmpegArguments.Word(stream), "-read_intervals", "%+#1", "-show_frames", "-of", "json").Input(path);
        if (Answer(Tool.Run("ffprobe", arguments.Words, cancel).Output)?.Child("frames", JsonValueKind.Array)?.EnumerateArray().FirstOrDefault().Child("side_data_list", JsonValueKind.Array) is not { } list)
            return null;
        var words = list.EnumerateArray().Select(Words).OfType<string>().ToList();
        return words.Count == 0 ? null : string.Join(", ", words);
    }

    private static string? Words(JsonElement data)
    {
        string Number(string name) => data.Child(name) is { } value && Core.Time.Rational.TryParse(value.ToString(), out var exact) ? exact.ToDouble().ToString("0.####", CultureInfo.InvariantCulture) : "?";
        return data.Child("side_data_type")?.ToString() switch
        {
            "Mastering display metadata" => $"mastering display of {Number("min_luminance")} to {Number("max_luminance")} cd/m²",
            "Content light level metadata" => $"light level {Number("max_content")}, on average {Number("max_average")} cd/m²",
            _ => null,
        };
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
            long? pts = long.TryParse(line[..cut], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value is > -LatestTime and < LatestTime ? value : null;
            packets.Add(new Packet(pts, flags.Contains('K'), flags.Contains('D'), flags.Contains('C')));
        }
        // A list that ended early is no count.
        return (packets, result.ExitCode == 0 ? result.ErrorTail : $"{result.ErrorTail}error: ffprobe ended with {result.ExitCode}");
    }
}

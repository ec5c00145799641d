using System.Globalization;
using System.Text;

namespace Kinolux.Previs.Timelines;

/// <summary>The shot list as a table of comma-separated values: a row a shot, in order. The first six columns are those by which Kitsu takes shots in.</summary>
public static class TimelineTable
{
    private static readonly string[] Columns =
        ["Sequence", "Name", "Description", "FPS", "Frame In", "Frame Out", "Frames", "Timecode In", "Timecode Out", "Transition", "Size", "Lens", "Who", "Reel", "File"];

    /// <summary>Frames are counted from 0, and the out frame is the last one; the out timecode is the one behind it, as editors write it.</summary>
    public static string Write(Timeline timeline)
    {
        var text = new StringBuilder();
        Row(text, Columns);
        foreach (var clip in timeline.Clips.Where(clip => clip is { Kind: TrackKind.Picture, IsBlack: false }).OrderBy(clip => clip.RecordIn).ThenBy(clip => clip.Track))
            Row(text,
            [
                clip.Notes.Scene, clip.Name, clip.Notes.Text, timeline.Rate.ToString(), Number(clip.RecordIn), Number(clip.RecordOut - 1), Number(clip.Duration),
                timeline.At(clip.RecordIn).ToString(), timeline.At(clip.RecordOut).ToString(), clip.Transition is { Frames: > 0 } transition ? $"dissolve {Number(transition.Frames)}" : "cut",
                clip.Notes.Size, clip.Notes.Lens, string.Join(", ", clip.Notes.Who), clip.Reel, clip.File,
            ]);
        return text.ToString();
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, IReadOnlyList<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A cell that begins like a formula would be computed by whoever opens the table.
    private static string Cell(string value)
    {
        var safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") >= 0 ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}

using System.Globalization;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>One line of an edit list with four timecodes.</summary>
/// <param name="Edit"><c>C</c>, <c>D</c>, <c>W001</c>, <c>K</c>.</param>
/// <param name="Frames">Of a transition.</param>
internal sealed record EdlEvent(int Line, string Number, string Reel, string Channel, string Edit, long Frames, Timecode SourceIn, Timecode SourceOut, Timecode RecordIn, Timecode RecordOut)
{
    private const int Codes = 4;

    public bool IsTransition => Edit.Length > 0 && Edit[0] is 'D' or 'W';

    public long Length => Between(RecordIn, RecordOut);

    public long SourceLength => Between(SourceIn, SourceOut);

    /// <summary>The words of a line, null where they are not those of an event.</summary>
    public static EdlEvent? Of(int line, string text, Func<string, Timecode> read)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var end = words.Length - Codes;
        if (end < 4 || words[end..].Any(word => !IsCode(word)))
            return null;
        long frames = 0;
        // A key has letters behind it, a transition its frames.
        if (end > 4 && words[end - 1].All(char.IsAsciiDigit) && !long.TryParse(words[--end], NumberStyles.None, CultureInfo.InvariantCulture, out frames))
            return null;
        var edit = words[end - 1].ToUpperInvariant();
        if (edit is "B" or "O" && end > 4 && words[end - 2].Equals("K", StringComparison.OrdinalIgnoreCase))
            (edit, end) = ("K", end - 1);
        if (end < 4 || !(edit is "C" or "D" or "K" or "KB" or "KO" || (edit.Length == 4 && edit[0] == 'W' && edit[1..].All(char.IsAsciiDigit))))
            return null;
        var codes = words[^Codes..].Select(read).ToList();
        // A reel's name may have a space in it.
        return new EdlEvent(line, words[0], string.Join(' ', words[1..(end - 2)]), words[end - 2].ToUpperInvariant(), edit, frames, codes[0], codes[1], codes[2], codes[3]);
    }

    /// <summary>The tracks that its channel names; null where that is no channel.</summary>
    public IReadOnlyList<(TrackKind Kind, int Track)>? Tracks()
    {
        var tracks = new List<(TrackKind, int)>();
        foreach (var part in Channel.Split('/'))
        {
            if (part is "V" or "V1")
                tracks.Add((TrackKind.Picture, 0));
            else if (part is "B")
                tracks.AddRange([(TrackKind.Picture, 0), (TrackKind.Sound, 0)]);
            else if (part is "A" or "AA")
                tracks.AddRange(Enumerable.Range(0, part == "AA" ? 2 : 1).Select(track => (TrackKind.Sound, track)));
            else if (part.Length is 2 or 3 && part[0] == 'A' && int.TryParse(part.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var track) && track > 0)
                tracks.Add((TrackKind.Sound, track - 1));
            else
                return null;
        }
        return tracks.Count > 0 ? tracks : null;
    }

    public static bool IsCode(string word) => word.Length is 11 or 12 && word.All(letter => char.IsAsciiDigit(letter) || letter is ':' or ';' or '.') && !char.IsAsciiDigit(word[2]) && !char.IsAsciiDigit(word[5]) && !char.IsAsciiDigit(word[8]);

    // An end before the beginning is on the next day.
    private static long Between(Timecode first, Timecode end) => end.Frame >= first.Frame ? end.Frame - first.Frame : end.Frame + new Timecode(-1, first.Nominal, first.IsDrop).Frame + 1 - first.Frame;
}

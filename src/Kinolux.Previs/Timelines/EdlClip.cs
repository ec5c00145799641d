using System.Globalization;

namespace Kinolux.Previs.Timelines;

/// <summary>An event of an edit list with the lines that follow it.</summary>
/// <param name="From">The line of the shot that goes, for a transition.</param>
internal sealed record EdlClip(EdlEvent Event, EdlEvent? From)
{
    public List<(int Line, string Text)> Comments { get; } = [];

    /// <summary>The transition of the same number behind it, whose comments are of both.</summary>
    public EdlClip? Next { get; set; }

    /// <summary>Its tracks, with those that an AUD line adds.</summary>
    public IEnumerable<(TrackKind Kind, int Track)> Tracks()
    {
        var more = Comments.Where(comment => comment.Text.StartsWith("AUD ", StringComparison.OrdinalIgnoreCase))
            .SelectMany(comment => comment.Text[4..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(word => int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var track) ? track : 0)
            .Where(track => track is > 0 and < 100).Select(track => (TrackKind.Sound, track - 1));
        return (Event.Tracks() ?? []).Concat(more).Distinct();
    }

    /// <param name="start">The frame of the day at which the timeline begins.</param>
    /// <param name="day">Frames in a day.</param>
    public TimelineClip Make(EdlList list, long start, long day)
    {
        var record = Event.RecordIn.Frame - start;
        var clip = new TimelineClip("", record < 0 ? record + day : record, Event.Length, Event.SourceIn.Frame)
        {
            Reel = Event.Reel,
            Transition = Event.IsTransition && Event.Frames > 0 ? new ClipTransition(0, Event.Frames) { Type = Event.Edit[0] == 'W' ? EdlReader.Wipe + Event.Edit[1..] : ClipTransition.Dissolve } : null,
        };
        if (Event.Edit[0] == 'K')
            list.Remark(Event.Line, "a key is read as a cut");
        var name = (Next?.Comments ?? []).Select(comment => EdlReader.Key(comment.Text)).FirstOrDefault(one => one?.Key == "FROM CLIP NAME")?.Value ?? "";
        var hasSpeed = false;
        var (who, markers, remarks) = (new List<string>(), new List<TimelineMarker>(), new List<string>());
        foreach (var (line, text) in Comments)
        {
            hasSpeed |= text.StartsWith("M2", StringComparison.OrdinalIgnoreCase);
            var (key, value) = EdlReader.Key(text) ?? ("", "");
            if (key == "FROM CLIP NAME" && From is null || key == "TO CLIP NAME")
                name = value;
            else if (key == "LOC" && Marker(list, line, value, clip.RecordIn, start, day) is { } marker)
                markers.Add(marker);
            else if (key == "WHO")
                who.AddRange(value.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            else if (Noted(clip, key, value) is { } noted)
                clip = noted;
            else if (key is not ("FROM CLIP NAME" or EdlReader.Rate) && !text.StartsWith("AUD ", StringComparison.OrdinalIgnoreCase))
                remarks.Add(text);
        }
        if (!hasSpeed && Event.SourceLength != Event.Length)
            list.Remark(Event.Line, $"it takes {Event.SourceLength} frames of its source for {Event.Length} of the timeline, and no M2 line says why; {Event.Length} were taken");
        return clip with { Name = name.Length > 0 ? name : clip.IsBlack ? "" : clip.Reel, Notes = clip.Notes with { Who = who }, Markers = markers, Remarks = remarks };
    }

    private static TimelineClip? Noted(TimelineClip clip, string key, string value) => key switch
    {
        "SOURCE FILE" => clip with { File = value },
        EdlReader.Reel => clip with { Reel = value },
        "SCENE" => clip with { Notes = clip.Notes with { Scene = value } },
        "SIZE" => clip with { Notes = clip.Notes with { Size = value } },
        "LENS" => clip with { Notes = clip.Notes with { Lens = value } },
        "NOTE" => clip with { Notes = clip.Notes with { Text = value } },
        _ => null,
    };

    // 01:00:01:14 RED     ANIM FIX NEEDED
    private static TimelineMarker? Marker(EdlList list, int line, string value, long record, long start, long day)
    {
        var words = value.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || !EdlEvent.IsCode(words[0]))
            return null;
        var frame = list.Code(line, words[0]) - start;
        return new TimelineMarker((frame < -day / 2 ? frame + day : frame) - record, words.Length > 2 ? words[2] : "", words[1]);
    }
}

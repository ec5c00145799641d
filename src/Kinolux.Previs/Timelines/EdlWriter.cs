using System.Globalization;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>
/// Writes a timeline as CMX3600 edit list: one picture track and four of sound, ends not included, dissolves on two lines.
/// Such a list has no rate: ours says it in a comment of its first event, since there are readers that refuse a comment before any.
/// </summary>
public static class EdlWriter
{
    private const int PictureTracks = 1;
    private const int SoundTracks = 4;
    private const long LongestTransition = 999;

    /// <exception cref="FaultException">KX1566: numbers are dropped at a rate that has no drop frame; KX1567: an edit list cannot hold it.</exception>
    public static string Write(Timeline timeline)
    {
        Check(timeline);
        var text = new StringBuilder();
        text.Append("TITLE: ").Append(Line(timeline.Name)).Append('\n');
        text.Append(timeline.Start.IsDrop ? "FCM: DROP FRAME\n" : "FCM: NON-DROP FRAME\n");
        var reels = new ReelNames(timeline.Clips);
        var events = Events(timeline).OrderBy(one => one.Clip.RecordIn).ThenBy(one => one.Clip.Kind).ThenBy(one => one.Clip.Track).ToList();
        if (events.Count == 0)
            Rate(text, timeline);
        for (var i = 0; i < events.Count; i++)
        {
            text.Append('\n');
            Event(text, timeline, events[i], i + 1, reels);
            if (i == 0)
                Rate(text, timeline);
            Comments(text, timeline, events[i], reels);
        }
        return text.ToString();
    }

    private static void Check(Timeline timeline)
    {
        if (timeline.Start.IsDrop && !Timecode.MayDrop(timeline.Rate))
            throw FaultException.Of("KX1566", ("rate", timeline.Rate.ToString()));
        if (timeline.Tracks(TrackKind.Picture) > PictureTracks)
            throw TooMuch($"{timeline.Tracks(TrackKind.Picture)} picture tracks");
        if (timeline.Tracks(TrackKind.Sound) > SoundTracks)
            throw TooMuch($"{timeline.Tracks(TrackKind.Sound)} tracks of sound");
        if (timeline.Duration > Day(timeline))
            throw TooMuch("more than 24 hours");
    }

    // Clips of a track with what is before each, moved so that every dissolve begins at its cut.
    private static IEnumerable<(TimelineClip Clip, TimelineClip? From)> Events(Timeline timeline)
    {
        foreach (var track in timeline.Clips.GroupBy(clip => (clip.Kind, clip.Track)))
        {
            var clips = track.OrderBy(clip => clip.RecordIn).ToList();
            for (var i = 0; i < clips.Count; i++)
            {
                if (i > 0 && clips[i].RecordIn < clips[i - 1].RecordOut)
                    throw new ArgumentException($"{clips[i].Name} begins before {clips[i - 1].Name} has ended.", nameof(timeline));
                var early = clips[i].Transition?.Before ?? 0;
                var late = i + 1 < clips.Count && clips[i + 1].RecordIn == clips[i].RecordOut ? clips[i + 1].Transition?.Before ?? 0 : 0;
                if (clips[i].Duration - late + early <= 0)
                    throw TooMuch($"a dissolve that is longer than the shot {clips[i].Name} before it");
                clips[i] = clips[i] with { RecordIn = clips[i].RecordIn - early, SourceIn = clips[i].SourceIn - early, Duration = clips[i].Duration + early - late, Markers = [.. clips[i].Markers.Select(marker => marker with { Frame = marker.Frame + early })] };
                if (clips[i].Transition?.Frames > LongestTransition)
                    throw TooMuch($"a dissolve of {clips[i].Transition?.Frames} frames");
            }
            for (var i = 0; i < clips.Count; i++)
                yield return (clips[i], i > 0 && clips[i - 1].RecordOut == clips[i].RecordIn ? clips[i - 1] : null);
        }
    }

    private static void Event(StringBuilder text, Timeline timeline, (TimelineClip Clip, TimelineClip? From) one, int number, ReelNames reels)
    {
        var (clip, from) = one;
        var cut = clip.Transition is not { Frames: > 0 };
        if (!cut)
            Edit(text, timeline, number, from is null ? TimelineClip.Black : reels.Of(from), clip with { SourceIn = from?.SourceOut ?? 0, Duration = 0 }, "C", 0);
        Edit(text, timeline, number, reels.Of(clip), clip, cut ? "C" : Edit(clip.Transition), clip.Transition?.Frames ?? 0);
    }

    private static string Edit(ClipTransition? transition) =>
        transition?.Type is { } type && type.StartsWith(EdlReader.Wipe, StringComparison.Ordinal) && type.Length == EdlReader.Wipe.Length + 3 ? $"W{type[EdlReader.Wipe.Length..]}" : "D";

    private static void Edit(StringBuilder text, Timeline timeline, int number, string reel, TimelineClip clip, string edit, long frames)
    {
        var channel = clip.Kind == TrackKind.Picture ? "V" : clip.Track == 0 ? "A" : $"A{clip.Track + 1}";
        var length = frames > 0 ? frames.ToString("D3", CultureInfo.InvariantCulture) : "";
        text.Append(CultureInfo.InvariantCulture, $"{number:D3}  {reel,-ReelNames.Longest} {channel,-5} {edit,-4} {length,3} ")
            .Append(CultureInfo.InvariantCulture, $"{Source(timeline, clip.SourceIn)} {Source(timeline, clip.SourceOut)} {timeline.At(clip.RecordIn)} {timeline.At(clip.RecordOut)}\n");
    }

    private static Timecode Source(Timeline timeline, long frame) => new(frame, timeline.Start.Nominal, timeline.Start.IsDrop);

    private static long Day(Timeline timeline) => new Timecode(-1, timeline.Start.Nominal, timeline.Start.IsDrop).Frame + 1;

    private static void Rate(StringBuilder text, Timeline timeline) => Comment(text, EdlReader.Rate, timeline.Rate.ToString());

    private static void Comments(StringBuilder text, Timeline timeline, (TimelineClip Clip, TimelineClip? From) one, ReelNames reels)
    {
        var (clip, from) = one;
        // What changes a clip's speed comes right behind it.
        foreach (var remark in clip.Remarks.Where(remark => !remark.StartsWith('*')))
            text.Append(remark.Length > 0 && char.IsAsciiDigit(remark[0]) ? "* " : "").Append(Verbatim(remark)).Append('\n');
        if (clip.Transition is { Frames: > 0 })
        {
            Comment(text, "FROM CLIP NAME", from?.Name ?? "");
            Comment(text, "TO CLIP NAME", clip.Name);
        }
        else
            Comment(text, "FROM CLIP NAME", clip.Name);
        Comment(text, "SOURCE FILE", clip.File);
        if (clip.Reel.Length > 0 && clip.Reel != reels.Of(clip))
            Comment(text, EdlReader.Reel, clip.Reel);
        Comment(text, "SCENE", clip.Notes.Scene);
        Comment(text, "SIZE", clip.Notes.Size);
        Comment(text, "LENS", clip.Notes.Lens);
        Comment(text, "WHO", string.Join(", ", clip.Notes.Who));
        Comment(text, "NOTE", clip.Notes.Text);
        foreach (var marker in clip.Markers)
            Comment(text, "LOC", $"{timeline.At(clip.RecordIn + marker.Frame)} {marker.Colour,-7} {marker.Text}");
        foreach (var remark in clip.Remarks.Where(remark => remark.StartsWith('*')))
            text.Append(Verbatim(remark)).Append('\n');
    }

    private static void Comment(StringBuilder text, string key, string value)
    {
        if (Line(value) is { Length: > 0 } line)
            text.Append("* ").Append(key).Append(": ").Append(line).Append('\n');
    }

    // A name with a line end would be a line of its own, and that an event.
    private static string Line(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => new string([.. word.Where(letter => !char.IsControl(letter))])).Where(word => word.Length > 0));

    private static string Verbatim(string line) => new([.. line.Select(letter => char.IsControl(letter) || letter is '\u2028' or '\u2029' ? ' ' : letter)]);

    private static FaultException TooMuch(string what) => FaultException.Of("KX1567", ("what", what));
}

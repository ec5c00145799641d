using System.Text.Json.Nodes;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>Writes a clip of OpenTimelineIO: what is new, and what changed since it was read.</summary>
internal static class OtioClip
{
    public static JsonObject Write(TimelineClip clip, Rational rate)
    {
        if (clip.IsBlack && clip.Origin is null)
        {
            var gap = OtioWriter.Gap(clip.Duration, rate);
            Change(gap, new TimelineClip("", 0, clip.Duration, clip.SourceIn) { Reel = TimelineClip.Black }, clip, rate);
            return gap;
        }
        var item = clip.Origin?.DeepClone().AsObject() ?? New(clip, rate);
        Change(item, clip.Origin is null ? new TimelineClip(clip.Name, 0, clip.Duration, clip.SourceIn) { File = clip.File } : OtioItem.Read(item, rate), clip, rate);
        return item;
    }

    private static JsonObject New(TimelineClip clip, Rational rate)
    {
        var item = OtioWriter.Item("Clip.2", clip.Name, OtioTime.Write(clip.SourceIn, clip.Duration, rate));
        item["media_references"] = new JsonObject { [OtioWriter.DefaultMedia] = Media(clip, rate) };
        item["active_media_reference_key"] = OtioWriter.DefaultMedia;
        return item;
    }

    private static JsonObject Media(TimelineClip clip, Rational rate)
    {
        var media = new JsonObject
        {
            [OtioWriter.Schema] = clip.File.Length > 0 ? "ExternalReference.1" : "MissingReference.1",
            ["metadata"] = new JsonObject(),
            ["name"] = "",
            ["available_range"] = clip.File.Length > 0 ? OtioTime.Write(clip.SourceIn, clip.Duration, rate) : null,
        };
        if (clip.File.Length > 0)
            media["target_url"] = clip.File;
        return media;
    }

    private static void Change(JsonObject item, TimelineClip was, TimelineClip clip, Rational rate)
    {
        if (clip.Name != was.Name)
            item["name"] = clip.Name;
        if ((clip.SourceIn, clip.Duration) != (was.SourceIn, was.Duration))
            item["source_range"] = OtioTime.Write(clip.SourceIn, clip.Duration, rate);
        if (clip.File != was.File)
        {
            item.Remove("media_reference");
            OtioWriter.Part(item, "media_references")[OtioItem.Text(item, "active_media_reference_key") is { Length: > 0 } key ? key : OtioWriter.DefaultMedia] = Media(clip, rate);
            item[OtioWriter.Schema] = "Clip.2";
        }
        if (!clip.Markers.SequenceEqual(was.Markers))
            item["markers"] = new JsonArray([.. clip.Markers.Select(marker => Marker(marker, clip, rate))]);
        Change(item, OtioItem.EditList, "reel", was.Reel, clip.Reel);
        Change(item, OtioItem.EditList, "comments", was.Remarks, clip.Remarks);
        Change(item, OtioItem.Own, "scene", was.Notes.Scene, clip.Notes.Scene);
        Change(item, OtioItem.Own, "size", was.Notes.Size, clip.Notes.Size);
        Change(item, OtioItem.Own, "lens", was.Notes.Lens, clip.Notes.Lens);
        Change(item, OtioItem.Own, "who", was.Notes.Who, clip.Notes.Who);
        Change(item, OtioItem.Own, "text", was.Notes.Text, clip.Notes.Text);
    }

    private static void Change(JsonObject item, string space, string key, string was, string text)
    {
        if (text != was)
            OtioWriter.Part(OtioWriter.Part(item, "metadata"), space)[key] = text;
    }

    private static void Change(JsonObject item, string space, string key, IReadOnlyList<string> was, IReadOnlyList<string> texts)
    {
        if (!texts.SequenceEqual(was))
            OtioWriter.Part(OtioWriter.Part(item, "metadata"), space)[key] = new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);
    }

    private static JsonObject Marker(TimelineMarker marker, TimelineClip clip, Rational rate) => new()
    {
        [OtioWriter.Schema] = "Marker.2",
        ["metadata"] = new JsonObject(),
        ["name"] = marker.Text,
        ["color"] = marker.Colour,
        ["marked_range"] = OtioTime.Write(clip.SourceIn + marker.Frame, 1, rate),
    };
}

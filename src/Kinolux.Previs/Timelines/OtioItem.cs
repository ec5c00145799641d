using System.Text.Json.Nodes;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>A thing on a track of OpenTimelineIO, read: what we know of it. All else stays in its object.</summary>
internal static class OtioItem
{
    public const string Own = "kinolux";
    public const string EditList = "cmx_3600";

    /// <summary>What is under a key; null where this is no object.</summary>
    public static JsonNode? At(JsonNode? node, string key) => (node as JsonObject)?[key];

    public static string Text(JsonNode? node, string key) => At(node, key) is JsonValue value && value.TryGetValue(out string? text) ? text : "";

    public static JsonArray List(JsonNode? node, string key) => At(node, key) as JsonArray ?? [];

    /// <summary>The schema without its version: <c>Clip</c>.</summary>
    public static string Schema(JsonNode? node) => Text(node, OtioWriter.Schema).Split('.')[0];

    public static bool IsTransition(JsonNode? node) => Schema(node) == "Transition";

    public static bool IsGap(JsonNode? node) => Schema(node) is "Gap" or "Filler";

    /// <summary>A gap in which something hangs is more than a distance.</summary>
    public static bool IsEmptyGap(JsonObject item) =>
        IsGap(item) && List(item, "markers").Count == 0 && List(item, "effects").Count == 0 && item["metadata"] is null or JsonObject { Count: 0 };

    /// <summary>How long it lasts, in seconds; null where nothing says so.</summary>
    public static Rational? Duration(JsonObject item)
    {
        if (OtioTime.Seconds(At(item["source_range"], "duration")) is { } own)
            return own;
        if (Schema(item) is "Stack" or "Track" or "Sequence")
        {
            var parts = List(item, "children").OfType<JsonObject>().Where(child => !IsTransition(child)).Select(Duration).ToList();
            if (parts.Any(part => part is null))
                return null;
            return Schema(item) == "Stack" ? parts.Select(part => part ?? default).DefaultIfEmpty().Max() : parts.Aggregate(Rational.Zero, (sum, part) => sum + (part ?? default));
        }
        return OtioTime.Seconds(At(At(Media(item), "available_range"), "duration"));
    }

    /// <summary>The media that is shown: of Clip.2 the active one, of Clip.1 its only one.</summary>
    public static JsonObject? Media(JsonObject item) =>
        item["media_references"] is JsonObject references
            ? references[Text(item, "active_media_reference_key") is { Length: > 0 } key ? key : OtioWriter.DefaultMedia] as JsonObject
            : item["media_reference"] as JsonObject;

    /// <summary>What is known of it: all but where it is on the timeline and how long.</summary>
    public static TimelineClip Read(JsonObject item, Rational rate)
    {
        var own = At(item["metadata"], Own);
        var list = At(item["metadata"], EditList);
        var media = Media(item);
        var range = item["source_range"] ?? At(media, "available_range");
        var source = Frames(At(range, "start_time"), rate);
        return new TimelineClip(Text(item, "name"), 0, Frames(At(range, "duration"), rate), source)
        {
            Reel = IsGap(item) ? TimelineClip.Black : Text(list, "reel"),
            File = Schema(media) == "ExternalReference" ? Text(media, "target_url") : "",
            Notes = new ClipNotes(Text(own, "scene"), Text(own, "size"), Text(own, "lens"), [.. Texts(own, "who")], Text(own, "text")),
            Remarks = [.. Texts(list, "comments")],
            Markers = [.. List(item, "markers").OfType<JsonObject>().Select(marker => Marker(marker, source, rate))],
            Origin = item,
        };
    }

    public static ClipTransition Transition(JsonObject item, Rational rate) => new(Frames(item["in_offset"], rate), Frames(item["out_offset"], rate))
    {
        Type = Text(item, "transition_type") is { Length: > 0 } type ? type : ClipTransition.Dissolve,
    };

    public static long Frames(JsonNode? time, Rational rate) => OtioTime.Seconds(time) is { } seconds ? (seconds * rate).Round() : 0;

    private static TimelineMarker Marker(JsonObject marker, long source, Rational rate)
    {
        var (name, comment) = (Text(marker, "name"), Text(marker, "comment"));
        return new TimelineMarker(Frames(At(marker["marked_range"], "start_time"), rate) - source, name.Length > 0 ? name : comment, Text(marker, "color") is { Length: > 0 } colour ? colour : "RED");
    }

    private static IEnumerable<string> Texts(JsonNode? node, string key) => List(node, key).OfType<JsonValue>().Select(value => value.TryGetValue(out string? text) ? text : "").Where(text => text.Length > 0);
}

using System.Text.Json.Nodes;
using Kinolux.Core.Text;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>
/// Writes a timeline as OpenTimelineIO. Rates are the nearest doubles, which <see cref="OtioReader"/> takes back to the exact ratio. Where the timeline was read from such a file,
/// what was not changed is written as it was, with all that is not known here.
/// </summary>
public static class OtioWriter
{
    internal const string Schema = "OTIO_SCHEMA";
    internal const string DefaultMedia = "DEFAULT_MEDIA";

    /// <exception cref="ArgumentException">Clips of a track overlap.</exception>
    public static string Write(Timeline timeline)
    {
        var root = timeline.Origin?.DeepClone().AsObject() ?? new JsonObject { [Schema] = "Timeline.1", ["metadata"] = new JsonObject() };
        root["name"] = timeline.Name;
        if (timeline.Origin is null || timeline.Start.Frame != OtioItem.Frames(root["global_start_time"], timeline.Rate))
            root["global_start_time"] = OtioTime.Write(timeline.Start.Frame, timeline.Rate);
        if (timeline.Start.IsDrop || OtioItem.At(OtioItem.At(root["metadata"], OtioItem.Own), "dropFrame") is not null)
            Part(Part(root, "metadata"), OtioItem.Own)["dropFrame"] = timeline.Start.IsDrop;
        if (root["tracks"] is not JsonObject stack)
            root["tracks"] = stack = Composition("Stack.1", "tracks");
        Tracks(stack, timeline);
        return OtioTokens.FromJson(root.ToJsonString(KinoluxJson.Pretty)) + "\n";
    }

    /// <summary>What a track holds; null for what is no track.</summary>
    internal static TrackKind? KindOf(JsonObject track) =>
        OtioItem.Schema(track) is not ("Track" or "Sequence") ? null : OtioItem.Text(track, "kind") == "Audio" ? TrackKind.Sound : TrackKind.Picture;

    // Tracks that were there stay where they were; others follow.
    private static void Tracks(JsonObject stack, Timeline timeline)
    {
        var counts = new Dictionary<TrackKind, int> { [TrackKind.Picture] = 0, [TrackKind.Sound] = 0 };
        if (stack["children"] is not JsonArray children)
            stack["children"] = children = [];
        foreach (var track in children.OfType<JsonObject>())
            if (KindOf(track) is { } kind)
                Fill(track, timeline, kind, counts[kind]++);
        foreach (var kind in (TrackKind[])[TrackKind.Picture, TrackKind.Sound])
            while (counts[kind] < timeline.Tracks(kind))
            {
                var track = Composition("Track.1", $"{(kind == TrackKind.Picture ? 'V' : 'A')}{counts[kind] + 1}");
                track["kind"] = kind == TrackKind.Picture ? "Video" : "Audio";
                Fill(track, timeline, kind, counts[kind]++);
                children.Add(track);
            }
    }

    private static void Fill(JsonObject track, Timeline timeline, TrackKind kind, int number)
    {
        var clips = timeline.Track(kind, number);
        // Without clips, what is in it is no clip of ours.
        if (clips.Count == 0 && OtioItem.List(track, "children").All(child => child is JsonObject item && (OtioItem.IsGap(item) || OtioItem.IsTransition(item))))
            return;
        var children = new JsonArray();
        long end = 0;
        foreach (var clip in clips)
        {
            if (clip.RecordIn < end)
                throw new ArgumentException($"{clip.Name} begins before the clip before it has ended.", nameof(timeline));
            if (clip.RecordIn > end)
                children.Add(Gap(clip.RecordIn - end, timeline.Rate));
            if (clip.Transition is { Frames: > 0 } transition)
                children.Add(Transition(clip, transition, timeline.Rate));
            children.Add(OtioClip.Write(clip, timeline.Rate));
            end = clip.RecordOut;
        }
        foreach (var item in clips.Count > 0 ? clips[^1].TailOrigin : [])
            children.Add(item.DeepClone());
        track["children"] = children;
    }

    private static JsonObject Transition(TimelineClip clip, ClipTransition transition, Rational rate)
    {
        if (clip.TransitionOrigin is { } origin && OtioItem.Transition(origin, rate) == transition)
            return origin.DeepClone().AsObject();
        return new JsonObject
        {
            [Schema] = "Transition.1",
            ["metadata"] = new JsonObject(),
            ["name"] = "",
            ["in_offset"] = OtioTime.Write(transition.Before, rate),
            ["out_offset"] = OtioTime.Write(transition.After, rate),
            ["transition_type"] = transition.Type,
        };
    }

    internal static JsonObject Gap(long frames, Rational rate) => Item("Gap.1", "", OtioTime.Write(0, frames, rate));

    internal static JsonObject Item(string schema, string name, JsonObject? range) => new()
    {
        [Schema] = schema,
        ["metadata"] = new JsonObject(),
        ["name"] = name,
        ["source_range"] = range,
        ["effects"] = new JsonArray(),
        ["markers"] = new JsonArray(),
        ["enabled"] = true,
    };

    private static JsonObject Composition(string schema, string name)
    {
        var item = Item(schema, name, null);
        item["children"] = new JsonArray();
        return item;
    }

    /// <summary>The object under a key, which is made where there is none.</summary>
    internal static JsonObject Part(JsonObject node, string key)
    {
        if (node[key] is not JsonObject part)
            node[key] = part = [];
        return part;
    }
}

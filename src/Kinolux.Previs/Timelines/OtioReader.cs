using System.Text.Json;
using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Text;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>Reads OpenTimelineIO. What in it is not known here is kept, and written back by <see cref="OtioWriter"/>.</summary>
public static class OtioReader
{
    private static readonly Rational HighestRate = new(1000, 1);

    /// <param name="file">What the timeline is called in faults.</param>
    /// <exception cref="FaultException">KX1561: it is no timeline.</exception>
    public static TimelineReading Read(string text, string file)
    {
        try
        {
            return Read(KinoluxJson.Read<JsonNode>(OtioTokens.ToJson(text)), file);
        }
        catch (JsonException cause)
        {
            throw FaultException.Of("KX1561", cause, ("file", file), ("why", cause.Message));
        }
        catch (OverflowException cause)
        {
            throw FaultException.Of("KX1561", cause, ("file", file), ("why", "its times are longer than any film"));
        }
    }

    private static TimelineReading Read(JsonNode node, string file)
    {
        var remarks = new List<TimelineRemark>();
        if (OtioItem.Schema(node) == "SerializableCollection" && OtioItem.List(node, "children").FirstOrDefault(child => OtioItem.Schema(child) == "Timeline") is { } first)
        {
            remarks.Add(new TimelineRemark(0, "of a collection its first timeline was read"));
            node = first;
        }
        if (node is not JsonObject timeline || OtioItem.Schema(node) != "Timeline" || timeline["tracks"] is not JsonObject stack)
            throw FaultException.Of("KX1561", ("file", file), ("why", "it holds no Timeline with tracks"));
        var rate = RateOf(timeline) ?? throw FaultException.Of("KX1561", ("file", file), ("why", "no time in it has a rate that film could have"));
        var drop = OtioItem.At(OtioItem.At(timeline["metadata"], OtioItem.Own), "dropFrame") is JsonValue value && value.TryGetValue(out bool dropped) && dropped && Timecode.MayDrop(rate);
        var start = OtioItem.Frames(timeline["global_start_time"], rate);
        var clips = new List<TimelineClip>();
        var counts = new Dictionary<TrackKind, int> { [TrackKind.Picture] = 0, [TrackKind.Sound] = 0 };
        var tracks = OtioItem.List(stack, "children");
        foreach (var track in tracks.OfType<JsonObject>())
            if (OtioWriter.KindOf(track) is { } kind)
                clips.AddRange(new OtioTrack(track, kind, counts[kind]++, rate, file, remarks).Read());
            else
                remarks.Add(new TimelineRemark(0, $"{OtioItem.Schema(track)} {OtioItem.Text(track, "name")} is beside the tracks; it is kept and not read"));
        return new TimelineReading(new Timeline(OtioItem.Text(timeline, "name"), rate, Timeline.Label(rate, start, drop), clips) { Origin = timeline }, remarks);
    }

    // That of the beginning, of the first clip on a picture track, or of any clip.
    private static Rational? RateOf(JsonObject timeline)
    {
        if (Of(timeline["global_start_time"]) is { } own)
            return own;
        foreach (var track in OtioItem.List(timeline["tracks"], "children").OfType<JsonObject>().OrderBy(track => OtioWriter.KindOf(track) ?? TrackKind.Sound))
            foreach (var item in Items(track))
                if ((Of(OtioItem.At(item["source_range"], "duration")) ?? Of(OtioItem.At(OtioItem.At(OtioItem.Media(item), "available_range"), "duration"))) is { } rate)
                    return rate;
        return null;
    }

    private static IEnumerable<JsonObject> Items(JsonObject item) =>
        OtioItem.List(item, "children").OfType<JsonObject>().OrderBy(OtioItem.IsGap).SelectMany(child => Items(child).Prepend(child));

    private static Rational? Of(JsonNode? time) => OtioTime.RateOf(time) is { } rate && rate > new Rational(1, 1) && rate < HighestRate ? rate : null;
}

using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>A track of OpenTimelineIO while it is read.</summary>
internal sealed class OtioTrack(JsonObject track, TrackKind kind, int number, Rational rate, string file, List<TimelineRemark> remarks)
{
    private readonly List<TimelineClip> _clips = [];

    // Seconds: items may have rates of their own, and their ends are rounded once.
    private Rational _end;
    private JsonObject? _transition;
    private readonly List<JsonObject> _tail = [];

    public IReadOnlyList<TimelineClip> Read()
    {
        foreach (var item in OtioItem.List(track, "children").OfType<JsonObject>())
            if (OtioItem.IsTransition(item))
                Hold(item, transition: item);
            else
                Add(item);
        if (_clips.Count > 0 && _tail.Count > 0)
            _clips[^1] = _clips[^1] with { TailOrigin = [.. _tail] };
        return _clips;
    }

    private void Add(JsonObject item)
    {
        var duration = OtioItem.Duration(item) ?? throw FaultException.Of("KX1561", ("file", file), ("why", $"{Name(item)} says nowhere how long it is"));
        var first = (_end * rate).Round();
        _end += duration;
        var frames = (_end * rate).Round() - first;
        if (duration < Rational.Zero)
            throw FaultException.Of("KX1561", ("file", file), ("why", $"{Name(item)} is shorter than nothing"));
        if (frames == 0)
            remarks.Add(new TimelineRemark(0, $"{Name(item)} is shorter than a frame and was left out"));
        else if (OtioItem.IsEmptyGap(item) && _transition is null)
            Hold(item, transition: null);
        else
            Add(item, first, frames);
    }

    private void Add(JsonObject item, long first, long frames)
    {
        if (item["enabled"] is JsonValue enabled && enabled.TryGetValue(out bool on) && !on)
            remarks.Add(new TimelineRemark(0, $"{Name(item)} is switched off; it keeps its place"));
        var clip = OtioItem.Read(item, rate);
        _clips.Add(clip with
        {
            RecordIn = first,
            Duration = frames,
            Kind = kind,
            Track = number,
            Transition = _transition is null ? null : OtioItem.Transition(_transition, rate),
            TransitionOrigin = _transition,
        });
        _transition = null;
        _tail.Clear();
    }

    // Gaps are where no clip is, and a transition is of the clip behind it: only behind the last do they need to be kept.
    private void Hold(JsonObject item, JsonObject? transition)
    {
        _transition = transition;
        _tail.Add(item);
    }

    private static string Name(JsonObject item) => $"{OtioItem.Schema(item)} {OtioItem.Text(item, "name")}".TrimEnd();
}

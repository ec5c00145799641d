using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>An edit list while it is read, line by line.</summary>
internal sealed class EdlList(string file, Rational rate)
{
    private readonly EdlCodes _codes = new(file, rate);
    private readonly List<TimelineRemark> _remarks = [];
    private readonly List<EdlClip> _clips = [];

    // The first line of a dissolve is the shot that goes.
    private EdlEvent? _open;
    private string? _title;

    public void Remark(int line, string text) => _remarks.Add(new TimelineRemark(line, text));

    /// <summary>The frame of the day that a timecode names.</summary>
    public long Code(int line, string code) => _codes.Read(line, code).Frame;

    public void Take(int line, string text)
    {
        if (text.Length == 0)
            return;
        if (char.IsAsciiDigit(text[0]))
            Event(EdlEvent.Of(line, text, code => _codes.Read(line, code)) ?? throw Wrong(line, "this is no event: it needs a number, a reel, a channel, an edit and four timecodes"));
        else if (text.StartsWith("TITLE:", StringComparison.OrdinalIgnoreCase))
            _title ??= text["TITLE:".Length..].Trim();
        else if (text.StartsWith("FCM", StringComparison.OrdinalIgnoreCase))
            _codes.Mode(line, text);
        else if (_clips.Count > 0)
            _clips[^1].Comments.Add((line, text));
        else if (EdlReader.Key(text) is not (EdlReader.Rate, _))
            Remark(line, "nothing is known about this line, and no event is before it");
    }

    private void Event(EdlEvent one)
    {
        if (one.Tracks() is null)
            throw Wrong(one.Line, $"{one.Channel} is no channel");
        var open = _open;
        _open = null;
        if (one.IsTransition)
        {
            if (open is null || open.Number != one.Number || open.Channel != one.Channel)
                throw Wrong(one.Line, $"a transition needs a line before it with its number, {one.Number}, and its channel, for the shot that goes");
            if (open.Length == 0)
                _clips.RemoveAt(_clips.Count - 1);
        }
        else
        {
            if (open is { Length: 0 })
                throw Wrong(open.Line, "the event has no length, and no transition follows it");
            _open = one;
        }
        if (one.IsTransition && one.Length == 0)
            throw Wrong(one.Line, "the event has no length");
        var clip = new EdlClip(one, one.IsTransition ? open : null);
        if (open is { Length: > 0 } && one.IsTransition)
            _clips[^1].Next = clip;
        _clips.Add(clip);
    }

    /// <exception cref="FaultException">KX1561: there was neither title nor event; KX1563: clips overlap, or a last event has no length.</exception>
    public TimelineReading End()
    {
        if (_clips.Count == 0 && _title is null)
            throw FaultException.Of("KX1561", ("file", file), ("why", "it has neither a title nor an event"));
        if (_open is { Length: 0 })
            throw Wrong(_open.Line, "the event has no length, and no transition follows it");
        var start = Start(out var day);
        var clips = new List<(int Line, TimelineClip Clip)>();
        foreach (var clip in _clips)
            foreach (var (kind, track) in clip.Tracks())
                clips.Add((clip.Event.Line, clip.Make(this, start, day) with { Kind = kind, Track = track }));
        foreach (var track in clips.GroupBy(one => (one.Clip.Kind, one.Clip.Track)))
            Check([.. track.OrderBy(one => one.Clip.RecordIn)]);
        return new TimelineReading(new Timeline(_title ?? "", rate, Timeline.Label(rate, start, _codes.IsDrop), [.. clips.Select(one => one.Clip)]), _remarks);
    }

    // The earliest event; where some are in the evening and some in the morning, the evening's.
    private long Start(out long day)
    {
        day = new Timecode(-1, Timecode.NominalOf(rate), _codes.IsDrop).Frame + 1;
        var half = day / 2;
        var first = _clips.Select(clip => clip.Event.RecordIn.Frame).DefaultIfEmpty().Min();
        var last = _clips.Select(clip => clip.Event.RecordIn.Frame).DefaultIfEmpty().Max();
        return last - first > half ? _clips.Select(clip => clip.Event.RecordIn.Frame).Where(frame => frame > half).Min() : first;
    }

    private void Check(IReadOnlyList<(int Line, TimelineClip Clip)> track)
    {
        for (var i = 1; i < track.Count; i++)
            if (track[i].Clip.RecordIn < track[i - 1].Clip.RecordOut)
                throw Wrong(track[i].Line, $"it begins before the event of line {track[i - 1].Line.ToString(CultureInfo.InvariantCulture)} has ended");
    }

    public FaultException Wrong(int line, string why) => FaultException.Of("KX1563", ("line", line.ToString(CultureInfo.InvariantCulture)), ("file", file), ("why", why));
}

using System.Text.Json.Nodes;

namespace Kinolux.Previs.Timelines;

/// <summary>A stretch of a timeline: a shot, or a piece of sound. Frames are of the timeline's rate; where it ends is not of it.</summary>
/// <param name="Name">The shot's name.</param>
/// <param name="RecordIn">Frames from the beginning of the timeline.</param>
/// <param name="Duration">Frames, 1 or more.</param>
/// <param name="SourceIn">The first frame taken of the source, as its timecode counts: frames since 00:00:00:00.</param>
public sealed record TimelineClip(string Name, long RecordIn, long Duration, long SourceIn = 0)
{
    /// <summary>The reel name of black film.</summary>
    public const string Black = "BL";

    public TrackKind Kind { get; init; }

    /// <summary>The track among those of its kind, from 0. No two clips of a track overlap.</summary>
    public int Track { get; init; }

    /// <summary>What the source is called in an edit list, at most eight characters; where it is empty it is made from the file's name or the clip's.</summary>
    public string Reel { get; init; } = "";

    /// <summary>Path or address of the source; empty where there is none yet.</summary>
    public string File { get; init; } = "";

    /// <summary>How it takes over; null for a cut.</summary>
    public ClipTransition? Transition { get; init; }

    public ClipNotes Notes { get; init; } = ClipNotes.None;

    public IReadOnlyList<TimelineMarker> Markers { get; init; } = [];

    /// <summary>Lines of an edit list that are of this clip and mean nothing here: they are written back.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public long RecordOut => RecordIn + Duration;

    public long SourceOut => SourceIn + Duration;

    /// <summary>True for black that is a clip of its own, so that something can fade into it.</summary>
    public bool IsBlack => Reel == Black;

    /// <summary>The object that it was read from, for all in it that is not known here.</summary>
    internal JsonObject? Origin { get; init; }

    /// <summary>Objects behind it on its track, after which no clip comes.</summary>
    internal IReadOnlyList<JsonObject> TailOrigin { get; init; } = [];

    /// <summary>The object that its transition was read from.</summary>
    internal JsonObject? TransitionOrigin { get; init; }
}

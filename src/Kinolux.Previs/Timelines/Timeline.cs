using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Time;

namespace Kinolux.Previs.Timelines;

/// <summary>What is cut together: clips on tracks, in whole frames of one exact rate.</summary>
/// <param name="Rate">Frames a second: 24, 30000/1001.</param>
/// <param name="Start">The timecode of the first frame; it also says whether numbers are dropped.</param>
/// <param name="Clips">In any order.</param>
public sealed record Timeline(string Name, Rational Rate, Timecode Start, IReadOnlyList<TimelineClip> Clips)
{
    /// <summary>Frames up to the end of the last clip.</summary>
    public long Duration => Clips.Count == 0 ? 0 : Clips.Max(clip => clip.RecordOut);

    /// <summary>The file that it was read from, without its clips, for all in it that is not known here.</summary>
    internal JsonObject? Origin { get; init; }

    /// <summary>Clips of one track in order.</summary>
    public IReadOnlyList<TimelineClip> Track(TrackKind kind, int track) => [.. Clips.Where(clip => clip.Kind == kind && clip.Track == track).OrderBy(clip => clip.RecordIn)];

    /// <summary>How many tracks of a kind there are.</summary>
    public int Tracks(TrackKind kind) => Clips.Where(clip => clip.Kind == kind).Select(clip => clip.Track + 1).DefaultIfEmpty().Max();

    /// <summary>The label of a frame of the timeline.</summary>
    public Timecode At(long frame) => Start.Add(frame);

    /// <summary>A timecode of this rate.</summary>
    /// <param name="frame">Frames since 00:00:00:00.</param>
    /// <exception cref="FaultException">KX1566: numbers are not dropped at this rate.</exception>
    public static Timecode Label(Rational rate, long frame, bool drop) =>
        drop && !Timecode.MayDrop(rate) ? throw FaultException.Of("KX1566", ("rate", rate.ToString())) : new Timecode(frame, Timecode.NominalOf(rate), drop);
}

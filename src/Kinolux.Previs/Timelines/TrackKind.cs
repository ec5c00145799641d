namespace Kinolux.Previs.Timelines;

/// <summary>What a track of a timeline holds.</summary>
public enum TrackKind
{
    Picture,
    Sound,
}

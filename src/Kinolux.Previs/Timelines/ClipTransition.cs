namespace Kinolux.Previs.Timelines;

/// <summary>How a clip takes over from the one before it. Both go on beside each other for so many frames around the cut, which itself stays where it is.</summary>
/// <param name="Before">Frames that the incoming clip is there before the cut.</param>
/// <param name="After">Frames that the outgoing clip is there after the cut. An edit list knows dissolves that begin at the cut alone.</param>
public sealed record ClipTransition(long Before, long After)
{
    public const string Dissolve = "SMPTE_Dissolve";

    /// <summary>The name that OpenTimelineIO gives it: <see cref="Dissolve"/>, or another's own.</summary>
    public string Type { get; init; } = Dissolve;

    public long Frames => Before + After;
}

namespace Kinolux.Studio.Pictures;

/// <summary>A preview that can be fetched.</summary>
/// <param name="Picture">Its address.</param>
/// <param name="Found">What was found in the frame.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record PreviewMade(string Picture, IReadOnlyList<PreviewMade.Kinds> Found, long Milliseconds)
{
    /// <summary>How many of a kind.</summary>
    internal sealed record Kinds(string Kind, int Count);
}

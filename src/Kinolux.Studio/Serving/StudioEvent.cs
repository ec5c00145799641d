namespace Kinolux.Studio.Serving;

/// <summary>Something that happened.</summary>
/// <param name="Id">By which a listener goes on after it.</param>
/// <param name="Name">Such as <c>job</c>; empty where nothing happened and only the id is given.</param>
/// <param name="Data">JSON on one line.</param>
internal sealed record StudioEvent(string Id, string Name, string Data);

namespace Kinolux.Studio.Uploads;

/// <summary>A work that a file became.</summary>
/// <param name="Engine">Whose it is: <c>film</c>, <c>script</c>.</param>
internal sealed record WorkAdded(string Id, string Name, string Engine);

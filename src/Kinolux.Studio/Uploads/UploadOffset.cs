namespace Kinolux.Studio.Uploads;

/// <summary>How far an upload is.</summary>
/// <param name="Offset">Bytes that are there; the next piece begins here.</param>
internal sealed record UploadOffset(string Id, long Offset);

namespace Kinolux.Studio.Uploads;

/// <summary>A file that is to be sent.</summary>
/// <param name="Name">The file's name, without folders.</param>
/// <param name="Size">Its length in bytes.</param>
internal sealed record NewUpload(string Name, long Size);

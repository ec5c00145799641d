namespace Kinolux.Studio.Uploads;

/// <summary>A file on its way.</summary>
/// <param name="Name">What it will be called.</param>
/// <param name="Size">Bytes in all.</param>
/// <param name="Path">Where it is till it is whole.</param>
internal sealed record Upload(string Id, string Name, long Size, string Path)
{
    /// <summary>Bytes that are there.</summary>
    public long Offset => new FileInfo(Path) is { Exists: true } file ? file.Length : 0;
}

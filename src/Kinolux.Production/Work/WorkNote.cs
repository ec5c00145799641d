using System.Text.Json;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Core.Time;

namespace Kinolux.Production.Work;

/// <summary><c>work.json</c>: what a work folder is for, so that it can be taken up again without being told.</summary>
/// <param name="Film">Full path or pattern of the source.</param>
/// <param name="Rate">Frames a second, where the source is an image sequence.</param>
/// <param name="Output">Full path or pattern of the last delivery; null where there was none.</param>
public sealed record WorkNote(string Film, string? Rate, string? Output)
{
    internal const string FileName = "work.json";

    // Two paths and a number.
    private const long MostBytes = 1 << 16;

    public static WorkNote? TryRead(WorkFolder work) => TryRead(work.Path);

    /// <param name="folder">A work folder's path.</param>
    public static WorkNote? TryRead(string folder)
    {
        try
        {
            var path = new ClosedFolder(folder).At(FileName);
            return File.Exists(path) && JsonSerializer.Deserialize<WorkNote>(WholeFile.Text(path, MostBytes), KinoluxJson.Pretty) is { Film: not null } note ? note : null;
        }
        catch (Exception cause) when (cause is JsonException or NotSupportedException or IOException or UnauthorizedAccessException)
        {
            // The next run writes it anew.
            return null;
        }
    }

    public void Write(WorkFolder work) => AtomicFile.WriteText(work.NotePath, JsonSerializer.Serialize(this, KinoluxJson.Pretty) + "\n");

    internal static WorkNote Of(string film, Rational? rate, string? output, WorkNote? before) =>
        new(Path.GetFullPath(film), rate?.ToString(), output is null ? before?.Output : Path.GetFullPath(output));
}

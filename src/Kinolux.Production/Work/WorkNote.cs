using System.Text.Json;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;
using Kinolux.Core.Time;

namespace Kinolux.Production.Work;

/// <summary><c>work.json</c>: what a work folder is for, so that it can be taken up again without its film being named.</summary>
/// <param name="Film">Full path or pattern of the source.</param>
/// <param name="Rate">Frames a second, where the source is an image sequence.</param>
/// <param name="Output">Full path or pattern of the last delivery; null where there was none.</param>
public sealed record WorkNote(string Film, string? Rate, string? Output)
{
    internal const string FileName = "work.json";

    // Two paths and a number.
    private const long MostBytes = 1 << 16;

    public static WorkNote? TryRead(WorkFolder work) => TryRead(work.Path);

    /// <summary>Null where there is none, or it cannot be read: the next run writes it again.</summary>
    /// <param name="folder">A work folder's path.</param>
    public static WorkNote? TryRead(string folder)
    {
        try
        {
            return Read(folder);
        }
        catch (FaultException)
        {
            return null;
        }
    }

    /// <summary>Null where there is none.</summary>
    /// <param name="folder">A work folder's path.</param>
    /// <exception cref="FaultException">KX2407: it cannot be read; KX4107: it is a link.</exception>
    public static WorkNote? Read(string folder)
    {
        var path = new ClosedFolder(folder).At(FileName);
        try
        {
            if (!File.Exists(path))
                return null;
            var note = KinoluxJson.Read<WorkNote>(WholeFile.Text(path, MostBytes));
            return IsPath(note.Film) && (note.Output is null || IsPath(note.Output)) ? note : throw new JsonException("film and output are full paths");
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2407", cause, ("file", path), ("why", cause.Message));
        }
    }

    private static bool IsPath(string path) => Path.IsPathFullyQualified(path) && !path.Contains('\0', StringComparison.Ordinal) && Path.GetFileName(path).Length > 0;

    public void Write(WorkFolder work) => AtomicFile.WriteText(work.NotePath, JsonSerializer.Serialize(this, KinoluxJson.Pretty) + "\n");

    internal static WorkNote Of(string film, Rational? rate, string? output, WorkNote? before) =>
        new(Path.GetFullPath(film), rate?.ToString(), output is null ? before?.Output : Path.GetFullPath(output));
}

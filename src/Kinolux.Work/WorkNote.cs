using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;

namespace Kinolux.Work;

/// <summary><c>work.json</c>: what a work folder is for, so that it can be taken up again without being told.</summary>
/// <param name="Engine">Whose work it is.</param>
/// <param name="Source">Full path or pattern of the document.</param>
/// <param name="Output">Full path or pattern of the last delivery; null where there was none.</param>
/// <param name="Own">What the engine adds, such as the frame rate of pictures; what a later version wrote is among it and survives.</param>
public sealed record WorkNote(string Engine, string Source, string? Output, JsonObject Own)
{
    internal const string FileName = "work.json";

    /// <summary>Whose folders were made before there were engines: their notes name a film.</summary>
    internal const string FirstEngine = "film";

    private const int Schema = 1;

    // Two paths and a few numbers.
    private const long MostBytes = 1 << 16;

    // As it is written.
    private sealed record Fields(int? Schema = null, string? Engine = null, string? Source = null, string? Film = null, string? Output = null)
    {
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Own { get; init; }
    }

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
            var fields = KinoluxJson.Read<Fields>(WholeFile.Text(path, MostBytes));
            if ((fields.Source ?? fields.Film) is not { } source || !IsPath(source) || (fields.Output is not null && !IsPath(fields.Output)))
                throw new JsonException("source and output are full paths");
            return new WorkNote(fields.Engine ?? FirstEngine, source, fields.Output, JsonSerializer.SerializeToNode(fields.Own ?? [], KinoluxJson.Line)?.AsObject() ?? []);
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2407", cause, ("file", path), ("why", cause.Message));
        }
    }

    private static bool IsPath(string path) => Path.IsPathFullyQualified(path) && !path.Contains('\0', StringComparison.Ordinal) && Path.GetFileName(path).Length > 0;

    public void Write(WorkFolder work)
    {
        var note = JsonSerializer.SerializeToNode(new Fields(Schema, Engine, Source, null, Output), KinoluxJson.Pretty)?.AsObject() ?? [];
        foreach (var (name, value) in Own)
            note[name] = value?.DeepClone();
        AtomicFile.WriteText(work.NotePath, note.ToJsonString(KinoluxJson.Pretty) + "\n");
    }

    /// <summary>The note of a run; what a former note says beside is kept.</summary>
    /// <param name="output">Null for a run that makes none.</param>
    public static WorkNote Of(WorkFolder work, string source, string? output)
    {
        var before = TryRead(work);
        return new WorkNote(work.Documents.Name, Path.GetFullPath(source), output is null ? before?.Output : Path.GetFullPath(output), before?.Own ?? []);
    }
}

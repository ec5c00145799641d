using System.Text.Json;
using System.Text.Json.Serialization;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Core.Text;

namespace Kinolux.Script.Identity;

/// <summary><c>identity.json</c> in a work folder: the names of the script's scenes and elements with the text that each was seen with last.</summary>
/// <param name="folder">The work folder.</param>
public sealed class IdentityFile(ClosedFolder folder)
{
    private const int Schema = 1;

    // Some hundred times a feature.
    private const long MostBytes = 64 << 20;

    // As it is written; what a later version adds survives.
    private sealed record Fields(int Schema, int Next, IReadOnlyList<KnownScene> Scenes, IReadOnlyList<KnownScene> Gone, IReadOnlyList<SceneDoubt> Doubts)
    {
        [JsonExtensionData]
        public Dictionary<string, JsonElement>? Rest { get; init; }
    }

    private readonly string _path = PathIn(folder);

    public static string PathIn(ClosedFolder folder) => folder.At("identity.json");

    /// <summary>That of a script that nobody saw yet where there is none.</summary>
    /// <exception cref="FaultException">KX2410: it cannot be read, or was not written by Kinolux.</exception>
    public ScriptIdentity Read() => ReadFields() is { } fields ? new ScriptIdentity(fields.Next, fields.Scenes, fields.Gone, fields.Doubts) : ScriptIdentity.None;

    /// <exception cref="FaultException">KX4001, KX4101: the disk refuses; KX2410: what is there cannot be read, and is not written over.</exception>
    public void Write(ScriptIdentity identity) =>
        AtomicFile.WriteText(_path, JsonSerializer.Serialize(new Fields(Schema, identity.Next, identity.Scenes, identity.Gone, identity.Doubts) { Rest = ReadFields()?.Rest }, KinoluxJson.Line) + "\n");

    private Fields? ReadFields()
    {
        try
        {
            if (!File.Exists(_path))
                return null;
            var fields = KinoluxJson.Read<Fields>(WholeFile.Text(_path, MostBytes));
            List<string> names = [.. fields.Scenes.Concat(fields.Gone).SelectMany(scene => scene.Elements.Select(element => element.Name))];
            return names.Distinct().Count() == names.Count ? fields : throw new JsonException("a name is there twice");
        }
        catch (Exception cause) when (cause is JsonException or IOException or UnauthorizedAccessException)
        {
            throw FaultException.Of("KX2410", cause, ("file", _path), ("why", cause.Message));
        }
    }
}

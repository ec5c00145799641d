using System.Text.Json;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Bench.Scripts.Lint;

/// <summary>A script that somebody wrote, in the data folder beside the project.</summary>
internal sealed record FieldScript(string Name, Screenplay Script)
{
    private static readonly string[] Twice = ["Big Fish", "Brick-and-Steel"];

    /// <summary>All of a folder's: Fountain of some length, plays as tables, the short ones in lines of JSON.</summary>
    public static IEnumerable<FieldScript> Of(string stories)
    {
        foreach (var path in Directory.EnumerateFiles(stories, "*.fountain", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.Combine(stories, "shakespeare_pd", "data"), "*.csv")).Order(StringComparer.Ordinal))
            if (new FileInfo(path).Length > 2000 && Path.GetFileNameWithoutExtension(path) is var name && name != "metadata" && !Twice.Contains(name))
                yield return new FieldScript(name, ScriptFile.Read(path).Script);
        foreach (var line in Directory.EnumerateFiles(Path.Combine(stories, "localonly_dramabench"), "*.jsonl").SelectMany(File.ReadLines))
        {
            using var one = JsonDocument.Parse(line);
            string Text(string key) => one.RootElement.GetProperty(key).GetString() ?? "";
            yield return new FieldScript(Text("id"), FountainReader.Read($"{Text("context")}\n{Text("continuation")}"));
        }
    }
}

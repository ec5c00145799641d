using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Kinolux.Script.Continuity;
using Kinolux.Script.Model;

namespace Kinolux.Bench.Scripts.HeldBack;

/// <summary>What a careful reader said of a finding in a script of the field.</summary>
/// <param name="Place">The scene's number and a hash of the element's text: the words themselves are not ours.</param>
/// <param name="Why">In few words.</param>
internal sealed record Label(string Script, string Rule, string Place, bool IsRight, string Why)
{
    /// <summary>Tab-separated: script, rule, place, <c>right</c> or <c>false</c>, why.</summary>
    public static IReadOnlyDictionary<(string Script, string Rule, string Place), Label> Read(string path) => File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
        .Select(cells => new Label(cells[0], cells[1], cells[2], cells[3] == "right", cells[4])).DistinctBy(label => (label.Script, label.Rule, label.Place)).ToDictionary(label => (label.Script, label.Rule, label.Place));

    public static string PlaceOf(Screenplay script, Finding finding)
    {
        var scene = script.Scenes.LastOrDefault(scene => scene.First <= finding.Element)?.Index + 1 ?? 0;
        return string.Create(CultureInfo.InvariantCulture, $"{scene}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(script.Elements[finding.Element].Text)))[..8]}");
    }
}

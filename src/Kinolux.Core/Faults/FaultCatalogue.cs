using System.Collections.Frozen;
using System.Globalization;

namespace Kinolux.Core.Faults;

/// <summary>
/// Every fault Kinolux can report: one Markdown file each under <c>Faults/Catalogue</c>, embedded. The file's first lines are
/// <c># KX1203 No such stream</c>, then <c>- message: …</c>, <c>- remedy: …</c>, <c>- exit: 1</c>, <c>- example: kinolux …</c>; the rest is the cause, in prose.
/// </summary>
public static class FaultCatalogue
{
    private static readonly FrozenDictionary<string, FaultEntry> Entries = Load();

    public static IEnumerable<FaultEntry> All => Entries.Values.OrderBy(entry => entry.Code, StringComparer.Ordinal);

    internal static Fault Fill(string code, ReadOnlySpan<(string Name, string Value)> values)
    {
        if (!Entries.TryGetValue(code, out var entry))
            throw new ArgumentException($"No fault {code} in the catalogue.", nameof(code));
        var message = entry.Message;
        var remedy = entry.Remedy;
        foreach (var (name, value) in values)
        {
            message = message.Replace("{" + name + "}", value, StringComparison.Ordinal);
            remedy = remedy.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }
        return new Fault(code, message, remedy, entry.ExitCode);
    }

    private static FrozenDictionary<string, FaultEntry> Load()
    {
        var assembly = typeof(FaultCatalogue).Assembly;
        var entries = new Dictionary<string, FaultEntry>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".md", StringComparison.Ordinal) && name.Contains(".Catalogue.", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name));
            var entry = Parse(reader.ReadToEnd());
            entries.Add(entry.Code, entry);
        }
        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FaultEntry Parse(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var head = lines[0][2..];
        string Field(string name) =>
            lines.FirstOrDefault(line => line.StartsWith($"- {name}: ", StringComparison.Ordinal))?[(name.Length + 4)..].Trim() ?? "";
        var exit = Field("exit");
        return new FaultEntry(
            head[..6], head[7..].Trim(), Field("message"), Field("remedy"),
            exit.Length == 0 ? 1 : int.Parse(exit, CultureInfo.InvariantCulture),
            Field("example"),
            string.Join('\n', lines.Skip(1).SkipWhile(line => line.Length == 0 || line.StartsWith("- ", StringComparison.Ordinal))).Trim());
    }
}

using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;

namespace Kinolux.Core.Faults;

/// <summary>
/// Every fault Kinolux can report: one Markdown file each in the folder <c>Faults</c> of the project that throws it, embedded. The file's first lines are
/// <c># KX1203 No such stream</c>, then <c>- message: …</c>, <c>- remedy: …</c>, <c>- exit: 1</c>, <c>- example: kinolux …</c>,
/// and for what the studio answers <c>- status: 404</c>, <c>- request: GET /api/…</c>; the rest is the cause, in prose.
/// </summary>
public static class FaultCatalogue
{
    private const string Resource = "faults/";
    private static readonly ConcurrentDictionary<Assembly, FrozenDictionary<string, FaultEntry>> Catalogues = new();

    /// <summary>The faults of every Kinolux assembly that the running program is made of, whether it is loaded yet or not.</summary>
    public static IEnumerable<FaultEntry> All => Reachable().SelectMany(assembly => In(assembly).Values).OrderBy(entry => entry.Code, StringComparer.Ordinal);

    /// <exception cref="ArgumentException">The code is in no catalogue.</exception>
    public static FaultEntry Find(string code) => FindIn(Loaded(), code) ?? FindIn(Reachable(), code) ?? throw new ArgumentException($"No fault {code} in any catalogue.", nameof(code));

    internal static Fault Fill(string code, ReadOnlySpan<(string Name, string Value)> values)
    {
        var entry = Find(code);
        var message = entry.Message;
        var remedy = entry.Remedy;
        foreach (var (name, value) in values)
        {
            message = message.Replace("{" + name + "}", value, StringComparison.Ordinal);
            remedy = remedy.Replace("{" + name + "}", value, StringComparison.Ordinal);
        }
        return new Fault(code, message, remedy, entry.ExitCode);
    }

    // The program itself is called kinolux.
    private static bool IsOurs(AssemblyName name) => name.Name?.StartsWith("Kinolux", StringComparison.OrdinalIgnoreCase) is true;

    private static FaultEntry? FindIn(IEnumerable<Assembly> assemblies, string code) =>
        assemblies.Select(assembly => In(assembly).GetValueOrDefault(code)).FirstOrDefault(entry => entry is not null);

    // Whoever throws a fault is loaded, and nearly always it describes it too.
    private static IEnumerable<Assembly> Loaded() => AppDomain.CurrentDomain.GetAssemblies().Where(assembly => IsOurs(assembly.GetName()));

    private static HashSet<Assembly> Reachable()
    {
        HashSet<Assembly> reached = [.. Loaded()];
        var next = new Queue<Assembly>(reached);
        while (next.TryDequeue(out var assembly))
            foreach (var other in assembly.GetReferencedAssemblies().Where(IsOurs).Select(Assembly.Load).Where(reached.Add))
                next.Enqueue(other);
        return reached;
    }

    private static FrozenDictionary<string, FaultEntry> In(Assembly assembly) => Catalogues.GetOrAdd(assembly, static assembly =>
    {
        var entries = new Dictionary<string, FaultEntry>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException(name));
            var entry = Parse(reader.ReadToEnd());
            entries.Add(entry.Code, entry);
        }
        return entries.ToFrozenDictionary(StringComparer.Ordinal);
    });

    private static FaultEntry Parse(string markdown)
    {
        var lines = markdown.ReplaceLineEndings("\n").Split('\n');
        var head = lines[0][2..];
        string Field(string name) =>
            lines.FirstOrDefault(line => line.StartsWith($"- {name}: ", StringComparison.Ordinal))?[(name.Length + 4)..].Trim() ?? "";
        int Number(string name, int otherwise) => Field(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
        var code = head[..6];
        return new FaultEntry(
            code, head[7..].Trim(), Field("message"), Field("remedy"), Number("exit", 1), Number("status", DefaultStatus(code)), Field("example"), Field("request"),
            string.Join('\n', lines.Skip(1).SkipWhile(line => line.Length == 0 || line.StartsWith("- ", StringComparison.Ordinal))).Trim());
    }

    // What was asked is at fault, something is missing, something is in the way, or the work failed.
    private static int DefaultStatus(string code) => code[2] switch { '1' or '2' => 422, '3' => 503, '4' => 409, _ => 500 };
}

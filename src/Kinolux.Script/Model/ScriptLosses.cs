namespace Kinolux.Script.Model;

/// <summary>Counts what is lost while a script is written.</summary>
internal sealed class ScriptLosses
{
    private readonly Dictionary<string, ScriptLoss> _losses = [];

    public IReadOnlyList<ScriptLoss> All => [.. _losses.Values.OrderBy(loss => loss.Line).ThenBy(loss => loss.Kind, StringComparer.Ordinal)];

    public void Add(string kind, int line) => _losses[kind] = _losses.TryGetValue(kind, out var loss) ? loss with { Count = loss.Count + 1, Line = Math.Min(loss.Line, line) } : new ScriptLoss(kind, 1, line);

    public void Add(IEnumerable<ScriptExtra> extras)
    {
        foreach (var extra in extras)
            Add(extra.Kind, extra.Line);
    }
}

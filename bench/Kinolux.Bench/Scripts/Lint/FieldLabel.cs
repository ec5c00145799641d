namespace Kinolux.Bench.Scripts.Lint;

/// <summary>What a reader says of a finding in a script of the field.</summary>
/// <param name="Line">Counted from 1.</param>
/// <param name="Right">Null where readers may differ.</param>
internal sealed record FieldLabel(string Script, int Line, string Rule, bool? Right)
{
    /// <summary>The labels of a table, by script, line and rule.</summary>
    public static Dictionary<(string, int, string), FieldLabel> Read(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t'))
            .Select(cells => new FieldLabel(cells[0], int.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture), cells[2], cells[3] switch { "right" => true, "false" => false, _ => null }))
            .ToDictionary(label => (label.Script, label.Line, label.Rule));
}

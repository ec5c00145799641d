namespace Kinolux.Report.Blocks;

/// <summary>An element of the page with its data: what only one kind of report shows.</summary>
/// <param name="Element">Its name, as <c>web/src/report</c> registers it.</param>
/// <param name="Data">What it gets at once; what it shares with others is in <see cref="ReportPage.Shared"/>.</param>
/// <param name="Parts">What it loads by name when a person looks closely; enumerated once.</param>
public sealed record ElementBlock(string Element, object? Data = null, IEnumerable<KeyValuePair<string, object>>? Parts = null) : ReportBlock
{
    internal override object Model(ReportFiles files)
    {
        foreach (var (name, content) in Parts ?? [])
            files.WritePart(name, content);
        return new { Type = "element", Element, Data };
    }
}

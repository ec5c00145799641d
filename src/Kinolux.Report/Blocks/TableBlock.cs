namespace Kinolux.Report.Blocks;

/// <summary>A table whose rows begin with what they are about.</summary>
/// <param name="Rows">Its cells; the first of a row is its heading.</param>
/// <param name="Columns">Headings of the columns; null where rows speak for themselves.</param>
/// <param name="Fold">The words that open it, where it is closed at first.</param>
public sealed record TableBlock(IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlyList<string>? Columns = null, string? Fold = null) : ReportBlock
{
    internal override object Model(ReportFiles files) => new { Type = "table", Columns, Rows, Fold };
}

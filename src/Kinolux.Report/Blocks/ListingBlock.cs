namespace Kinolux.Report.Blocks;

/// <summary>A file's text as it is, in letters of one width.</summary>
/// <param name="Fold">The words that open it.</param>
public sealed record ListingBlock(string Text, string Fold) : ReportBlock
{
    internal override object Model(ReportFiles files) => new { Type = "listing", Text, Fold };
}

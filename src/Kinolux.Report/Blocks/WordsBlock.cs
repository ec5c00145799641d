namespace Kinolux.Report.Blocks;

/// <summary>Paragraphs.</summary>
public sealed record WordsBlock(params IReadOnlyList<string> Paragraphs) : ReportBlock
{
    internal override object Model(ReportFiles files) => new { Type = "words", Paragraphs };
}

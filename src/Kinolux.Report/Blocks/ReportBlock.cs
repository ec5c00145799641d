namespace Kinolux.Report.Blocks;

/// <summary>Something that a section shows: a closed family, each drawn in one way by every report's page.</summary>
public abstract record ReportBlock
{
    private protected ReportBlock() { }

    /// <summary>What the page gets at once. What it loads only when a person looks closely goes to <paramref name="files"/>.</summary>
    internal abstract object Model(ReportFiles files);
}

namespace Kinolux.Report.Blocks;

/// <summary>A file beside the page, as a link.</summary>
/// <param name="Name">Its name in the report's folder.</param>
/// <param name="Words">The link's words.</param>
/// <param name="Write">Writes it, a line at a time; null where it is there already.</param>
public sealed record FileBlock(string Name, string Words, Action<TextWriter>? Write = null) : ReportBlock
{
    internal override object Model(ReportFiles files)
    {
        if (Write is not null)
            files.Write(Name, Write);
        return new { Type = "file", Name, Words };
    }
}

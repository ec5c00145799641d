namespace Kinolux.Report.Blocks;

/// <summary>A drawing on white paper, as a file beside the page: it looks the same in every theme and can be taken along.</summary>
/// <param name="Name">Its name in the report's folder, such as <c>arc.svg</c>.</param>
/// <param name="Words">What it shows, for those who do not see it and as its caption.</param>
/// <param name="Write">Writes it, a line at a time.</param>
/// <param name="Opens">The file that it leads to; itself where there is none.</param>
public sealed record PictureBlock(string Name, string Words, Action<TextWriter> Write, string? Opens = null) : ReportBlock
{
    internal override object Model(ReportFiles files)
    {
        files.Write(Name, Write);
        return new { Type = "picture", Name, Words, Opens = Opens ?? Name };
    }
}

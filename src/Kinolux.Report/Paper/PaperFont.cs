namespace Kinolux.Report.Paper;

/// <summary>A font that pages on paper are set in.</summary>
/// <param name="Purpose">What is set in it.</param>
/// <param name="Package">Debian's package.</param>
/// <param name="Path">Its file on this machine; null where it is missing.</param>
public sealed record PaperFont(string Name, string Purpose, string Package, string? Path)
{
    /// <summary>Looks for each on this machine.</summary>
    public static IReadOnlyList<PaperFont> Look() =>
    [
        Of("DejaVu Sans", "reports and records on paper", FontSource.Sans(bold: false)),
        Of("Courier Prime", "screenplays on paper", FontSource.Courier(bold: false, italic: false)),
        Of("Noto Sans CJK", "Chinese, Japanese and Korean on paper", FontSource.Cjk(bold: false)),
    ];

    private static PaperFont Of(string name, string purpose, FontSource source) => new(name, purpose, source.Package, source.Path);
}

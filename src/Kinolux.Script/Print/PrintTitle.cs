using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Print;

/// <summary>What a title page says, by where it stands.</summary>
/// <param name="Centre">Title, credit, author, source: each a block of lines.</param>
/// <param name="Left">What stands at its foot: dates, contact, rights.</param>
internal sealed record PrintTitle(IReadOnlyList<IReadOnlyList<IReadOnlyList<TextRun>>> Centre, IReadOnlyList<IReadOnlyList<TextRun>> Left)
{
    private static readonly string[] Central = ["Title", "Credit", "Author", "Authors", "Source", ""];

    // Written for programs, not for readers.
    private static readonly string[] Unprinted = ["Format", "Language"];

    public static PrintTitle? Of(Screenplay script)
    {
        if (!script.Title.Any(IsPrinted))
            return null;
        var centre = script.Title.Where(entry => Central.Contains(entry.Key, StringComparer.OrdinalIgnoreCase)).Select(Lines);
        var foot = script.Title.Where(entry => !Central.Contains(entry.Key, StringComparer.OrdinalIgnoreCase) && IsPrinted(entry));
        return new PrintTitle([.. centre], [.. foot.SelectMany(Lines)]);
    }

    /// <summary>False for what is written for programs.</summary>
    public static bool IsPrinted(TitleEntry entry) => !Unprinted.Contains(entry.Key, StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<IReadOnlyList<TextRun>> Lines(TitleEntry entry) => [.. entry.Lines.Select(line => (IReadOnlyList<TextRun>)[.. FountainRuns.Read(line).Where(run => run.IsPrinted)])];
}

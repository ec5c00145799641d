using Kinolux.Script.Model;

namespace Kinolux.Script.Fountain;

/// <summary>What a title page says, as words alone: for lists, metadata and headings that have no emphasis.</summary>
public static class PlainTitle
{
    /// <summary>What stands under a key, without marks of emphasis and notes, lines joined by a space; null where there is nothing.</summary>
    public static string? Of(Screenplay script, string key = "Title") =>
        script.Title.FirstOrDefault(entry => entry.Is(key)) is { } entry && string.Join(' ', entry.Lines.Select(Words).Where(line => line.Length > 0)) is { Length: > 0 } words ? words : null;

    private static string Words(string line) => string.Concat(FountainRuns.Read(line).Where(run => run.IsPrinted).Select(run => run.Text)).Trim();
}

using System.Globalization;
using Kinolux.Core.Text;
using Kinolux.Report;
using Kinolux.Report.Blocks;

namespace Kinolux.Restoration.Archive;

/// <summary>The page of a survey: all reels together, then each, the worst first.</summary>
internal static class ArchivePage
{
    /// <param name="all">How many films the archive has, whether they were looked at yet or not.</param>
    public static void Write(string report, string folder, IReadOnlyList<Reel> reels, int all, DateTimeOffset now)
    {
        List<Reel> worst = [.. reels.OrderBy(reel => reel.Fault is not null).ThenByDescending(reel => reel.PerFrame("dirt", "blotch", "scratch") + reel.LostFrames).ThenBy(reel => reel.Path, StringComparer.Ordinal)];
        using var writer = ReportWriter.Begin(report, overwrite: true);
        writer.Complete(new ReportPage
        {
            Title = $"Survey of {Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)))}",
            Made = now,
            Subject = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(report))),
            Sections =
            [
                new ReportSection("archive", "The archive", null, new WordsBlock([.. Words(reels, all)])),
                new ReportSection("films", "Its films", null,
                    new TableBlock([.. worst.Select(ReelTable.Row)], ReelTable.Heads),
                    new FileBlock("survey.csv", "The same as numbers, for a spreadsheet", csv => ReelTable.WriteCsv(csv, worst))),
                new ReportSection("how", "How it was found", null, new WordsBlock(
                    "Of each film some stretches, evenly over it, were restored with what runs by default and thrown away; a short film wholly. What was found in them stands for the whole, and damage that is elsewhere was not seen.",
                    "Times are of this machine, alone with its work, and may be half as much again or a third less. Questions are those of the stretches: a longer film has more, though what is one thing is asked once.")),
            ],
        });
    }

    private static IEnumerable<string> Words(IReadOnlyList<Reel> reels, int all)
    {
        List<Reel> read = [.. reels.Where(reel => reel.Fault is null)];
        var length = TimeSpan.FromSeconds(Math.Round(read.Sum(reel => reel.Seconds)));
        yield return Say($"{all} film{(all == 1 ? "" : "s")}; {read.Count} looked at, {Say($"{read.Sum(reel => reel.Frames):N0}")} frames, {length.ToString("c", CultureInfo.InvariantCulture)} long.");
        if (reels.Count < all)
            yield return Say($"{all - reels.Count} are still to come: the same command goes on.");
        if (reels.Count > read.Count)
            yield return Say($"{reels.Count - read.Count} could not be read; they stand last, with why.");
        if (read.Count > 0)
        {
            var estimates = read.Select(reel => reel.Estimate()).OfType<Runs.Estimate>().ToList();
            yield return Say($"Restoring them here takes {Amounts.Time(estimates.Sum(one => one.Least), estimates.Sum(one => one.Most))}, one after the other, and {Amounts.Bytes(estimates.Sum(one => (double)one.WorkBytes + one.OutputBytes))} of disk; a person is asked {read.Sum(reel => reel.Questions)} questions or more.");
        }
    }

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

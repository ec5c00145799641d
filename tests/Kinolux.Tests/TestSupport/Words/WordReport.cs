using Kinolux.Core.Review;
using Kinolux.Report;
using Kinolux.Report.Blocks;

namespace Kinolux.Tests.TestSupport.Words;

/// <summary>The toy engine's report: words, a table and proposals, of which none knows what a film is.</summary>
internal static class WordReport
{
    public static void Write(string folder, string text, IReadOnlyList<Decided> decided)
    {
        var document = WordDocuments.Read(text);
        var groups = new ProposalGroups(document.Parts);
        foreach (var one in decided)
            groups.Add(one);
        using var report = ReportWriter.Begin(folder);
        report.Complete(new ReportPage
        {
            Title = "A <plain> text",
            Made = new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
            Subject = Path.GetFileName(text),
            ReviewPath = text,
            Kinds = WordDocuments.Type.Kinds,
            Sections =
            [
                new ReportSection("about", "About", null, new WordsBlock("Long words make long films.", "Short ones do <not>.")),
                new ReportSection("words", "Long words", "Words", new TableBlock([.. decided.Select(one => new[] { ((TextPlace)one.Proposal.Place).Quote, one.Proposal.Place.Words })], ["Word", "Where"])),
                new ReportSection("decisions", "Decisions", null, new ProposalsBlock(groups, _ => null, TextPlace.All)),
                new ReportSection("record", "Record", null, new FileBlock("lines.txt", "Its lines", writer => writer.WriteLine(document.Elements.Count)), new ListingBlock("a <listing>", "Listing")),
            ],
        });
    }
}

using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Report.Blocks;
using Kinolux.Report.Sheets;
using Kinolux.Restoration.Report;
using Kinolux.Tests.Report.Paper;

namespace Kinolux.Tests.Report;

public sealed class RestorationRecordTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_says_both_checksums_the_shares_who_decided_what_by_which_rules_and_what_it_was_made_with()
    {
        var at = new FilmPlace(new FrameRange(3, 3));
        var sheet = Of(SampleReport.Data with
        {
            Kinds = [new("dirt", "Dirt", Tone.Cyan)],
            Before = SampleReport.Data.Before with { Pictures = "sha256:77" },
            Policy = new Policy("standard", [new PolicyRule("dirt", 0.5, Verdict.Accept), new PolicyRule("*", 0, Verdict.Reject, "too doubtful")]),
            Decisions = [Decision("Ada", Verdict.Reject, "a bird"), Decision("Ada", Verdict.Reject, "a bird"), Decision("Ada", Verdict.Reject, "a star"), Decision("Ben", Verdict.Accept, null)],
        });
        Assert.Equal(["The film", "What to know of the film", "What it consists of", "What was found", "What people decided", "The policy standard", "Made with"], sheet.Parts.Select(part => part.Heading));
        Assert.Equal(["Checksum of the file", "sha256:0123456789abcdef", "sha256:fedcba9876543210"], Rows(sheet, 0)[^2]);
        Assert.Equal(["Checksum of the pictures", "sha256:77", ""], Rows(sheet, 0)[^1]);
        Assert.Equal(["66.20 %", "30.00 %", "3.10 %", "0.70 %"], Rows(sheet, 2).Select(row => row[1]));
        Assert.Equal(["Dirt", "283", "229", "0", "54"], Rows(sheet, 3)[0]);
        Assert.Equal([["Ada", "rejected", "Dirt", "3", "a bird; a star"], ["Ben", "accepted", "Dirt", "1", ""]], Rows(sheet, 4));
        Assert.Equal([["Dirt", "from 0.50", "accepted", ""], ["all else", "from 0.00", "rejected", "too doubtful"]], Rows(sheet, 5));
        Assert.Equal(["Kinolux", "0.1.0"], Rows(sheet, 6)[0]);

        Decision Decision(string by, Verdict verdict, string? reason) => new("dirt", at, verdict, by, SampleReport.Data.Made, reason);
    }

    [Fact]
    public void What_is_not_known_is_left_out_and_that_nobody_decided_is_said()
    {
        var film = new FilmFacts("one.png", 1, new Rational(25, 1), 1, 1, "PNG, 8 bit, gray");
        var sheet = Of(new RestorationReport { Title = "Bare", Made = SampleReport.Data.Made, Before = film, After = film, Shots = [], Shares = new(1, 0, 0, 0) });
        Assert.Equal(["The film", "What it consists of", "What people decided"], sheet.Parts.Select(part => part.Heading));
        Assert.DoesNotContain(sheet.Parts[0].Rows, row => row[0].StartsWith("Checksum", StringComparison.Ordinal));
    }

    [Fact]
    public void It_stands_beside_the_report_as_page_and_as_paper_and_the_report_leads_there()
    {
        Fonts.Need("fonts-dejavu-core");
        SampleReport.Write(_folder.File("report"), SampleReport.Data);
        Assert.Contains("sha256:0123456789abcdef", File.ReadAllText(_folder.File("report/record.html")), StringComparison.Ordinal);
        Assert.True(new FileInfo(_folder.File("report/record.pdf")).Length > 5000);
        var links = ReportWriterTests.Model(_folder.File("report")).GetProperty("sections").EnumerateArray().Single(section => section.GetProperty("id").GetString() == "record")
            .GetProperty("blocks").EnumerateArray().Where(block => block.GetProperty("type").GetString() == "file").Select(block => block.GetProperty("name").GetString());
        Assert.Equal(["record.html", "record.pdf", "frame-md5.txt"], links);
    }

    private static IReadOnlyList<IReadOnlyList<string>> Rows(Sheet sheet, int part) => sheet.Parts[part].Rows;

    private static Sheet Of(RestorationReport report)
    {
        var groups = new ProposalGroups([]);
        foreach (var decided in report.Proposals)
            groups.Add(decided);
        return RestorationRecord.Of(report, groups);
    }
}

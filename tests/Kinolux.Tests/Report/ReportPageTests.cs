using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Report;
using Kinolux.Tests.TestSupport;
using Kinolux.Tests.TestSupport.Words;
using Kinolux.Work.Log;

namespace Kinolux.Tests.Report;

public sealed class ReportPageTests
{
    [Fact]
    public void Its_script_is_a_classic_one_since_a_page_opened_from_disk_loads_no_modules()
    {
        Assert.DoesNotContain("type=\"module\"", ReportAssets.Read("report.html"), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\bimport[({""' ]|\bexport[ {]", ReportAssets.Read("report.js"));
    }

    [Fact]
    public void A_page_that_the_build_left_out_is_a_fault() =>
        Assert.Equal("KX3003", Assert.Throws<FaultException>(() => ReportAssets.Read("other.html")).Fault.Code);

    [Fact]
    [Trait("Category", "Slow")]
    public void A_person_can_look_and_decide_on_the_page_opened_from_disk()
    {
        Browser.SkipWithout();
        using var folder = new TemporaryFolder();
        SampleReport.Write(folder.File("report"), SampleReport.Data);
        SampleReport.WriteBare(folder.File("bare"));

        Browser.Run("report.test.mjs", folder.File("report"), folder.File("bare"), folder.Path);

        var saved = PolicyFile.Read(folder.File("decisions.json"), place => place is FilmPlace).Decisions ?? [];
        Assert.Equal([Verdict.Accept, Verdict.Reject], saved.Select(decision => decision.Verdict));
        var decided = new Reviewer(new Policy("none", []), saved);
        var reports = SampleReport.Data.Proposals.Select(one => decided.Decide(one.Proposal)).ToList();
        Assert.Contains(reports, one => one.Proposal.Kind == "dirt" && one.Verdict == Verdict.Reject && one.By == "Ada" && one.Reason == "a bird");
        Assert.Contains(reports, one => one.Proposal.Kind == "scratch" && one.Verdict == Verdict.Accept);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void A_report_of_a_text_is_made_of_the_same_sections_and_decided_on_in_its_own_places()
    {
        Browser.SkipWithout();
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.words"), "# Opening\np1: We commence here.\n# Ending\np2: Here we terminate it.\n");
        var found = WordEngine.Find(WordDocuments.Read(folder.File("a.words"))).ToList();
        WordReport.Write(folder.File("report"), folder.File("a.words"), [.. found.Select(new Reviewer(new Policy("none", []), []).Decide)]);

        Browser.Run("report.words.test.mjs", folder.File("report"), folder.Path);

        var decided = new Reviewer(new Policy("none", []), PolicyFile.Read(folder.File("decisions.json"), WordDocuments.Type.Takes).Decisions ?? []);
        Assert.Equal([Verdict.Accept, Verdict.Reject], found.Select(one => decided.Decide(one).Verdict));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void A_film_of_three_thousand_shots_makes_a_page_that_opens()
    {
        Browser.SkipWithout();
        using var folder = new TemporaryFolder();
        SampleReport.Write(folder.File("report"), SampleReport.Make(150_000, 3000));
        Assert.InRange(new FileInfo(Path.Combine(folder.File("report"), "index.html")).Length, 0, 3_000_000);
        Browser.Run("long-report.test.mjs", folder.File("report"));
    }
}

using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Review;
using Kinolux.Production.Work;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Report;

public sealed class ReportPageTests
{
    [Fact]
    public void The_built_bundle_is_that_of_the_sources()
    {
        var web = Repository.File("web");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(web, "src"), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(web, path).Replace('\\', '/')).Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path + "\n"));
            hash.AppendData(File.ReadAllBytes(Path.Combine(web, path)));
        }
        var banner = $"/* Kinolux {Convert.ToHexStringLower(hash.GetHashAndReset())[..32]} */";
        foreach (var built in new[] { "report.js", "report.css", "studio.js", "studio.css" })
            Assert.True(File.ReadLines(Path.Combine(web, "dist", built)).First() == banner, $"web/dist/{built} is stale: run ./dev web and commit it");
        foreach (var page in new[] { "report.html", "studio.html" })
            Assert.Equal(File.ReadAllText(Path.Combine(web, "src", page)), File.ReadAllText(Path.Combine(web, "dist", page)));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void A_person_can_look_and_decide_on_the_page_opened_from_disk()
    {
        Browser.SkipWithout();
        using var folder = new TemporaryFolder();
        SampleReport.Write(folder.File("report"), SampleReport.Data);
        SampleReport.WriteBare(folder.File("bare"));

        Browser.Run("report.test.mjs", folder.File("report"), folder.File("bare"), folder.Path);

        var saved = PolicyFile.Read(folder.File("decisions.json")).Decisions ?? [];
        Assert.Equal([Verdict.Accept, Verdict.Reject], saved.Select(decision => decision.Verdict));
        var decided = new Reviewer(new Policy("none", []), saved);
        var reports = SampleReport.Data.Proposals.Select(one => decided.Decide(one.Proposal)).ToList();
        Assert.Contains(reports, one => one.Proposal.Kind == "dirt" && one.Verdict == Verdict.Reject && one.By == "Ada" && one.Reason == "a bird");
        Assert.Contains(reports, one => one.Proposal.Kind == "scratch" && one.Verdict == Verdict.Accept);
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

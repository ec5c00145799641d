using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;
using Kinolux.Tests.TestSupport;
using Kinolux.Work.Proposals;

namespace Kinolux.Tests.Work;

public sealed class WorkFolderTests : IDisposable
{
    private static readonly ProposalSource Machine = new("despeckle", "1");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Proposals_come_back_with_their_masks_and_verdicts()
    {
        var mask = RegionMask.From(new Box(10, 20, 3, 2), [true, false, true, false, true, true]);
        var proposal = new Proposal("dirt-1", "dirt", new FilmPlace(FrameRange.Single(12), mask), "a speck", 0.75, Machine, [new Evidence("darker", 40, 22)]);
        var store = new ProposalFolder(_folder.File("proposals"));
        store.Replace([(FilmDocument.PartOf(1, new FrameRange(0, 9)), new Decided(proposal, Verdict.Reject, "Ann", "it is a bird")), (FilmDocument.PartOf(2, new FrameRange(10, 19)), new Decided(proposal, Verdict.Accept, "policy standard"))]);

        Assert.Equal(["1:dirt", "2:dirt"], store.Groups().Select(group => group.Name));
        var (_, first) = store.Read(masks: true).First();
        Assert.Equal(mask.Runs, first.Proposal.Region?.Runs);
        Assert.Equal((Verdict.Reject, "Ann", "it is a bird"), (first.Verdict, first.By, first.Reason));
        Assert.Equal(40, first.Proposal.Evidence[0].Value);
    }

    [Fact]
    public void A_plan_reads_back_as_written_and_keeps_curves_on_one_line()
    {
        var change = new JsonObject { ["dx"] = new JsonArray(0.25, -1.5, 0), ["note"] = "by eye" };
        var weave = new Proposal("weave-1", "weave", new FilmPlace(new FrameRange(0, 2)), "weave", 0.9, Machine, [], change);
        var plan = new Plan(
            Plan.CurrentVersion, new PlanSource("film.mkv", 3, "abc"), Quality.Balanced,
            [new PlanStage("despeckle", true, new JsonObject { ["strength"] = 1 })],
            [new PlanShot(new Shot(1, new FrameRange(0, 2)), [weave])]);
        plan.Write(_folder.File("plan.json"));
        Assert.Contains("\"dx\": [0.25, -1.5, 0]", File.ReadAllText(_folder.File("plan.json")), StringComparison.Ordinal);
        Assert.Equal(plan.ToJson(), Plan.Read(_folder.File("plan.json")).ToJson());
    }

    [Fact]
    public void A_plan_whose_shots_leave_a_gap_is_a_fault()
    {
        var plan = new Plan(Plan.CurrentVersion, new PlanSource("film.mkv", 9, "abc"), Quality.Fast, [], [new PlanShot(new Shot(1, new FrameRange(0, 2)), [])]);
        plan.Write(_folder.File("plan.json"));
        Assert.Equal("KX2301", Assert.Throws<FaultException>(() => Plan.Read(_folder.File("plan.json"))).Fault.Code);
    }

    [Fact]
    public void One_run_at_a_time_holds_a_work_folder()
    {
        using var held = FilmWork.Hold(_folder.File("out.mkv.kinolux"));
        Assert.Equal("KX4103", Assert.Throws<FaultException>(() => FilmWork.Hold(_folder.File("out.mkv.kinolux"))).Fault.Code);
    }
}

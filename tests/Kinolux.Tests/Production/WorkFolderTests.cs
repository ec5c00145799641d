using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;
using Kinolux.Core.Time;
using Kinolux.Production.Work;
using Kinolux.Restore.Stages;
using Kinolux.Restore.Survey;
using Kinolux.Tests.TestSupport;

namespace Kinolux.Tests.Production;

public sealed class WorkFolderTests : IDisposable
{
    private static readonly ProposalSource Machine = new("despeckle", "1");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Decisions_come_back_in_the_order_they_were_appended()
    {
        var log = new DecisionLog(_folder.File("decisions.jsonl"));
        log.Append([Reject(3), Reject(4)]);
        log.Append([Reject(5)]);
        Assert.Equal([3, 4, 5], log.Read().Select(decision => decision.Frames.First));
    }

    [Fact]
    public void A_line_cut_short_by_a_crash_loses_itself_and_no_other()
    {
        var path = _folder.File("decisions.jsonl");
        var log = new DecisionLog(path);
        log.Append([Reject(3)]);
        File.AppendAllText(path, "{\"kind\":\"dirt\",\"fra");
        log.Append([Reject(4)]);
        Assert.Equal([3, 4], log.Read().Select(decision => decision.Frames.First));
    }

    [Fact]
    public void Undoing_withdraws_the_last_batch_and_takes_nothing_out_of_the_file()
    {
        var path = _folder.File("decisions.jsonl");
        var log = new DecisionLog(path);
        log.Append([Reject(3), Reject(4)]);
        log.Append([Reject(5), Reject(6)]);
        var before = File.ReadAllText(path);
        Assert.Equal([5, 6], log.Undo("Ann", TimeProvider.System.GetUtcNow()).Select(decision => decision.Frames.First));
        Assert.Equal([3, 4], log.Read().Select(decision => decision.Frames.First));
        Assert.StartsWith(before, File.ReadAllText(path), StringComparison.Ordinal);
        Assert.Equal([3, 4], log.Undo("Ann", TimeProvider.System.GetUtcNow()).Select(decision => decision.Frames.First));
        Assert.Empty(log.Undo("Ann", TimeProvider.System.GetUtcNow()));
        log.Append([Reject(7)]);
        Assert.Equal([7], log.Read().Select(decision => decision.Frames.First));
    }

    [Fact]
    public void An_undo_cut_short_by_a_crash_undid_nothing()
    {
        var path = _folder.File("decisions.jsonl");
        var log = new DecisionLog(path);
        log.Append([Reject(3)]);
        log.Undo("Ann", TimeProvider.System.GetUtcNow());
        File.WriteAllText(path, File.ReadAllText(path)[..^4]);
        Assert.Equal([3], log.Read().Select(decision => decision.Frames.First));
        log.Append([Reject(4)]);
        Assert.Equal([3, 4], log.Read().Select(decision => decision.Frames.First));
    }

    [Fact]
    public void Several_may_append_at_once()
    {
        var path = _folder.File("decisions.jsonl");
        Parallel.For(0, 24, i => new DecisionLog(path).Append([Reject(i), Reject(i)]));
        Assert.Equal(Enumerable.Range(0, 24).SelectMany(i => new[] { i, i }), new DecisionLog(path).Read().Select(decision => decision.Frames.First).Order());
    }

    [Fact]
    public void A_finished_line_that_is_no_decision_is_a_fault_that_names_it()
    {
        var path = _folder.File("decisions.jsonl");
        File.WriteAllText(path, "{\"verdict\":\"perhaps\"}\n");
        var fault = Assert.Throws<FaultException>(() => new DecisionLog(path).Read()).Fault;
        Assert.Equal("KX2401", fault.Code);
        Assert.Contains("line 1", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Proposals_come_back_with_their_masks_and_verdicts()
    {
        var mask = RegionMask.From(new Box(10, 20, 3, 2), [true, false, true, false, true, true]);
        var proposal = new Proposal("dirt-1", "dirt", FrameRange.Single(12), mask, "a speck", 0.75, Machine, [new Evidence("darker", 40, 22)]);
        var store = new ProposalFolder(_folder.File("proposals"));
        store.Replace([(1, new Decided(proposal, Verdict.Reject, "Ann", "it is a bird")), (2, new Decided(proposal, Verdict.Accept, "policy standard"))]);

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
        var weave = new Proposal("weave-1", "weave", new FrameRange(0, 2), null, "weave", 0.9, Machine, [], change);
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
        using var held = WorkFolder.Hold(_folder.File("out.mkv.kinolux"));
        Assert.Equal("KX4103", Assert.Throws<FaultException>(() => WorkFolder.Hold(_folder.File("out.mkv.kinolux"))).Fault.Code);
    }

    [Fact]
    public void Wishes_are_proposals_of_a_person_and_are_not_added_twice()
    {
        File.WriteAllText(_folder.File("add.jsonl"), "{\"kind\":\"dirt\",\"frames\":\"12\",\"box\":{\"x\":4,\"y\":5,\"width\":6,\"height\":7}}\n");
        var wishes = WishFile.Read(_folder.File("add.jsonl"), "Ann");
        WishFile.Append(_folder.File("wishes.jsonl"), wishes);
        WishFile.Append(_folder.File("wishes.jsonl"), wishes);
        var wish = Assert.Single(WishFile.Read(_folder.File("wishes.jsonl")));
        Assert.Equal(("Ann", true, new Box(4, 5, 6, 7)), (wish.Source.Name, wish.Source.IsPerson, wish.Region?.Box));
    }

    private static Decision Reject(int frame) => new("dirt", FrameRange.Single(frame), null, Verdict.Reject, "Ann", DateTimeOffset.UnixEpoch);
}

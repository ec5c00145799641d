using System.Text.Json.Nodes;
using Kinolux.Core.Faults;
using Kinolux.Core.Progress;
using Kinolux.Core.Review;
using Kinolux.Tests.Cli;
using Kinolux.Tests.TestSupport;
using Kinolux.Work;
using Kinolux.Work.Library;
using Kinolux.Work.Links;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Work;

/// <summary>What every engine keeps to; each has a class of its own that says how a small document of it is made.</summary>
public abstract class EngineContract : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    private protected abstract IEngine Engine { get; }

    /// <summary>A small document with at least two proposals, one of which the standard policy accepts or leaves waiting.</summary>
    protected abstract string PutDocument();

    /// <summary>A verb that only looks, and the one that makes the output.</summary>
    protected abstract (string Looks, string Makes) VerbNames { get; }

    /// <summary>A place in words, of a document that was put.</summary>
    protected abstract string SomePlace { get; }

    public void Dispose()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private WorkItem Put()
    {
        PutDocument();
        return new WorkLibrary(Folder.Path, new Engines(Engine)).All().Works.Single();
    }

    private string Do(WorkItem item, string verb, List<JobProgress>? seen = null, CancellationToken cancel = default) =>
        Engine.Run(new EngineRun(item.WorkPath, item.Source, item.Output, verb, [], false, "Ann", TimeProvider.System), seen is null ? null : new Seen(seen), cancel);

    [Fact]
    public void Its_name_verbs_and_kinds_can_stand_in_addresses_and_one_verb_at_most_makes_the_output()
    {
        Assert.All([Engine.Documents.Name, .. Engine.Verbs.Select(verb => verb.Id), .. Engine.Documents.Kinds.Select(kind => kind.Id)], name => Assert.Matches("^[a-z][a-z0-9-]*$", name));
        Assert.Single(Engine.Verbs, verb => verb.WritesOutput);
        Assert.Equal(Engine.Documents.Kinds.Count, Engine.Documents.Kinds.Select(kind => kind.Id).Distinct().Count());
    }

    [Fact]
    public void What_a_link_says_was_made_from_it_is_no_document_of_its_own()
    {
        var item = Put();
        Do(item, VerbNames.Makes);
        var (shown, part, other) = ($"shown{Path.GetExtension(item.Source)}", $"report/part{Path.GetExtension(item.Source)}", $"report.2/other{Path.GetExtension(item.Source)}");
        foreach (var copy in (string[])[shown, part, other])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Folder.File(copy))!);
            File.Copy(item.Source, Folder.File(copy));
        }
        using (var work = item.Open())
            work.Links.Append([.. ((string[])[shown, "report"]).Select(made => new Link(DateTimeOffset.UnixEpoch, Folder.File(made), null, item.Output, ""))]);
        Assert.Equal(((string[])[Folder.File(other), item.Source]).Order(), new WorkLibrary(Folder.Path, new Engines(Engine)).All().Works.Select(work => work.Source).Order());
    }

    [Fact]
    public void Its_output_is_no_document_of_its_own()
    {
        var item = Put();
        Do(item, VerbNames.Makes);
        Assert.True(item.IsOutputThere);
        Assert.Equal(item.Source, Assert.Single(new WorkLibrary(Folder.Path, new Engines(Engine)).All().Works).Source);
        Assert.True(WorkFolder.HasDelivered(item.WorkPath, item.Output));
    }

    [Fact]
    public void What_it_proposes_is_in_the_document_of_a_known_kind_and_in_a_part_that_there_is()
    {
        var item = Put();
        Do(item, VerbNames.Looks);
        using var work = item.Open();
        var state = new ReviewIndex(work).Now();
        Assert.True(state.All.Count() > 1);
        Assert.All(state.All, found =>
        {
            state.Document.Check(found.Outline.Place);
            Assert.Contains(Engine.Documents.Kinds, kind => kind.Id == found.Outline.Group.Kind);
            Assert.True(found.Outline.Group.Part.Length == 0 || state.Document.Parts.Any(part => part.Id == found.Outline.Group.Part));
        });
    }

    [Fact]
    public void The_same_run_over_the_same_document_proposes_the_same()
    {
        var item = Put();
        IReadOnlyList<string> Ids()
        {
            Do(item, VerbNames.Looks);
            using var work = item.Open();
            return [.. new ReviewIndex(work).Now().All.Select(found => found.Outline.Id)];
        }

        Assert.Equal(Ids(), Ids());
    }

    [Fact]
    public void A_decision_changes_the_output_and_undoing_it_gives_the_first_output_back()
    {
        var item = Put();
        Do(item, VerbNames.Makes);
        var first = Contents(item);
        using (var work = item.Open())
        {
            var review = new WorkReview(work, TimeProvider.System, "Ann");
            var applied = review.Now().All.First(found => found.Now.Applies);
            review.Decide([applied.Outline.Id], Verdict.Reject, "as it is");
            Assert.NotEqual((0, 0), review.Now().Pending());
            Assert.Contains(review.Stale(), stale => stale.Made == item.Output && stale.Because == "review");
        }
        Do(item, VerbNames.Makes);
        Assert.NotEqual(first, Contents(item));
        using (var work = item.Open())
        {
            var review = new WorkReview(work, TimeProvider.System, "Ann");
            Assert.Empty(review.Stale());
            review.Undo();
        }
        Do(item, VerbNames.Makes);
        Assert.Equal(first, Contents(item));
    }

    [Fact]
    public void A_place_is_named_in_words_and_answers_why_and_what_is_no_place_is_a_fault()
    {
        var item = Put();
        Do(item, VerbNames.Makes);
        using var work = item.Open();
        var review = new WorkReview(work, TimeProvider.System, "Ann");
        Assert.Contains(review.Why(SomePlace).Reasons, reason => reason.Rendered is { Applies: true });
        Assert.Throws<FaultException>(() => review.Why("nowhere at all"));
        Assert.Throws<FaultException>(() => review.Why("99999999"));
    }

    [Fact]
    public void Places_of_others_are_refused()
    {
        var item = Put();
        Do(item, VerbNames.Looks);
        using var work = item.Open();
        Place other = Engine.Documents.Takes(new NodePlace("a")) ? new FilmPlace(default) : new NodePlace("a");
        Assert.False(Engine.Documents.Takes(other));
        var document = Engine.Documents.Open(work);
        Assert.Throws<FaultException>(() => document.Check(other));
        Assert.Throws<FaultException>(() => new WorkReview(work, TimeProvider.System, "Ann").Add([Proposal.Of(Engine.Documents.Kinds[0].Id, other, "", 1, new ProposalSource("Ann", "", true), [])]));
    }

    [Fact]
    public void Its_progress_goes_through_its_steps_counts_up_and_ends_at_the_end()
    {
        var seen = new List<JobProgress>();
        Do(Put(), VerbNames.Makes, seen);
        var steps = seen.GroupBy(progress => progress.Step).ToList();
        Assert.All(steps, step =>
        {
            Assert.Equal(step.Select(progress => progress.Done), step.Select(progress => progress.Done).Order());
            Assert.True(step.Last().Total == 0 || step.Last().Done == step.Last().Total, $"{step.Key} ends at {step.Last().Done} of {step.Last().Total}");
            Assert.All(step, progress => Assert.False(string.IsNullOrEmpty(progress.Unit)));
        });
    }

    [Fact]
    public void A_request_that_makes_no_sense_is_refused_before_anything_is_done() =>
        Assert.Throws<FaultException>(() => Engine.Check(VerbNames.Makes, new JsonObject { ["range"] = 7, ["nonsense"] = new JsonArray() }));

    [Fact]
    public void The_command_line_reviews_it_and_answers_why()
    {
        var item = Put();
        Do(item, VerbNames.Makes);
        var engines = new Engines(Engine);
        var list = CliRun.Of(engines, "review", item.WorkPath, "--list");
        Assert.True(list.Exit == 0, list.Error);
        Assert.Contains(Engine.Documents.Kinds.Select(kind => kind.Id), kind => list.Out.Contains(kind, StringComparison.Ordinal));
        var why = CliRun.Of(engines, "why", item.WorkPath, "--at", SomePlace);
        Assert.True(why.Exit == 0 && why.Out.Contains("accepted by policy standard", StringComparison.Ordinal), why.Out + why.Error);
        Assert.Contains("KX4110", CliRun.Of(new Engines(), "review", item.WorkPath, "--list").Error, StringComparison.Ordinal);
    }

    /// <summary>What an output holds, told by more than its bytes where those differ from making to making.</summary>
    private protected virtual string Contents(WorkItem item) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(item.Output)));

    private sealed class Seen(List<JobProgress> list) : IProgress<JobProgress>
    {
        public void Report(JobProgress value)
        {
            lock (list)
                list.Add(value);
        }
    }
}

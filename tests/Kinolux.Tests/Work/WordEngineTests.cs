using Kinolux.Core.Review;
using Kinolux.Tests.TestSupport.Words;
using Kinolux.Work;
using Kinolux.Work.Library;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Work;

public sealed class WordEngineTests : EngineContract
{
    private protected override IEngine Engine { get; } = new WordEngine();

    protected override (string Looks, string Makes) VerbNames => ("find", "write");

    protected override string SomePlace => "2";

    protected override string PutDocument()
    {
        File.WriteAllText(Folder.File("memo.words"), "# Begin\np1: We utilize the mill.\np2: We commence at dawn.\n# End\np3: We terminate it.\n");
        return Folder.File("memo.words");
    }

    [Fact]
    public void A_decision_survives_lines_inserted_above_and_a_word_changed_and_dies_with_its_sentence()
    {
        PutDocument();
        var item = new WorkLibrary(Folder.Path, new Engines(Engine)).All().Works.Single();
        Run(item, "find");
        using (var work = item.Open())
            new WorkReview(work, TimeProvider.System, "Ann").Decide([Ids(work, "p2")], Verdict.Accept, "shorter");
        File.WriteAllText(item.Source, "# Begin\np0: A line above.\np1: We utilize the mill.\np2: We all commence before dawn.\n# End\np3: We terminate it.\n");
        using (var work = item.Open())
        {
            var state = new ReviewIndex(work).Now();
            var moved = state.All.Single(found => found.Outline.Place is TextPlace { Element: "p2" });
            Assert.Equal((new Extent(3, 3), Verdict.Accept), (((TextPlace)moved.Outline.Place).Lines, moved.Now.Verdict));
            Assert.Empty(state.Unmatched);
        }
        Run(item, "write");
        Assert.Contains("We all begin before dawn.", File.ReadAllText(item.Output), StringComparison.Ordinal);
        File.WriteAllText(item.Source, "# Begin\np1: We utilize the mill.\n# End\np3: We terminate it.\n");
        using (var work = item.Open())
        {
            var review = new WorkReview(work, TimeProvider.System, "Ann");
            Assert.Equal([("long-word", Anchoring.Gone)], review.Now().Unmatched.Select(one => (one.Kind, one.State)));
            Assert.Contains(review.Stale(), stale => stale.Because == "text");
        }
    }

    [Fact]
    public void A_group_is_decided_on_word_by_word_since_lines_do_not_last()
    {
        PutDocument();
        var item = new WorkLibrary(Folder.Path, new Engines(Engine)).All().Works.Single();
        Run(item, "find");
        using var work = item.Open();
        var taken = new WorkReview(work, TimeProvider.System, "Ann").Decide(["begin:long-word"], Verdict.Reject, null);
        Assert.Equal(["p1", "p2"], taken.Select(decision => ((TextPlace)decision.Place).Element));
        Assert.Single(taken.Select(decision => decision.Batch).Distinct());
        new WorkReview(work, TimeProvider.System, "Ann").Decide(["long-word"], Verdict.Accept, null);
        Assert.All(new ReviewIndex(work).Now().All, found => Assert.True(found.Now.Applies));
    }

    private void Run(WorkItem item, string verb) => Engine.Run(new EngineRun(item.WorkPath, item.Source, item.Output, verb, [], false, "Ann", TimeProvider.System), null, default);

    private static string Ids(WorkFolder work, string element) => new ReviewIndex(work).Now().All.Single(found => found.Outline.Place is TextPlace place && place.Element == element).Outline.Id;
}

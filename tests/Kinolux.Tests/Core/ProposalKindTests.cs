using Kinolux.Core.Review;
using Kinolux.Restoration.Plans;
using Kinolux.Restore.Stages;
using Kinolux.Work.Log;

namespace Kinolux.Tests.Core;

/// <summary>What is made from the kinds that stages define.</summary>
public sealed class ProposalKindTests
{
    [Fact]
    public void Every_kind_has_one_definition() =>
        Assert.Equal(FilmKinds.All.Select(kind => kind.Id).Distinct(), FilmKinds.All.Select(kind => kind.Id));

    [Fact]
    public void The_standard_policy_says_what_the_kinds_say_and_of_the_rest_what_it_says_of_all()
    {
        foreach (var kind in FilmKinds.All)
            for (var confidence = 0.0; confidence <= 1; confidence += 0.05)
            {
                var said = kind.Rules.FirstOrDefault(rule => confidence >= rule.MinConfidence)?.Verdict ?? (confidence >= 0.5 ? Verdict.Accept : Verdict.Reject);
                var proposal = Proposal.Of(kind.Id, new FilmPlace(new(0, 3)), "", confidence, new ProposalSource("tester", "1"), []);
                Assert.Equal(said, Policies.Standard(FilmKinds.All).Decide(proposal));
            }
    }

    [Fact]
    public void What_can_be_marked_can_be_wished_and_some_stage_does_it() =>
        Assert.All(FilmKinds.All.Where(kind => kind.IsSpot || kind.MayBeWished), kind =>
        {
            Assert.True(kind.MayBeWished);
            Assert.Contains(StageCatalog.All, stage => stage.Info.Repairs(kind.Id));
        });

    // What waited, was accepted and was rejected before there were kinds.
    [Theory]
    [InlineData("duplicate-frame", 0.99, Verdict.Wait)]
    [InlineData("black-frame", 0.9, Verdict.Accept)]
    [InlineData("destroyed-frame", 0.89, Verdict.Wait)]
    [InlineData("blended-frame", 0.5, Verdict.Accept)]
    [InlineData("flicker", 0.4, Verdict.Wait)]
    [InlineData("stain", 0.79, Verdict.Wait)]
    [InlineData("scratch", 0.5, Verdict.Accept)]
    [InlineData("scratch", 0.3, Verdict.Wait)]
    [InlineData("scratch", 0.29, Verdict.Reject)]
    [InlineData("dirt", 0.49, Verdict.Reject)]
    [InlineData("interlaced", 1, Verdict.Wait)]
    [InlineData("telecined", 1, Verdict.Wait)]
    [InlineData("step-printing", 1, Verdict.Wait)]
    [InlineData("cut-out-frame", 1, Verdict.Wait)]
    [InlineData("weave", 0.5, Verdict.Accept)]
    public void The_standard_policy_is_what_it_was(string kind, double confidence, Verdict verdict) =>
        Assert.Equal(verdict, Policies.Standard(FilmKinds.All).Decide(Proposal.Of(kind, new FilmPlace(new(0, 3)), "", confidence, new ProposalSource("tester", "1"), [])));
}

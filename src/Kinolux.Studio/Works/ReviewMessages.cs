using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Work.Log;
using Kinolux.Work.Review;

namespace Kinolux.Studio.Works;

/// <summary>A decision as a page takes it.</summary>
/// <param name="Names">Proposals (<c>dirt-00012-3fa9c1c0</c>), groups (<c>3:dirt</c>) or kinds (<c>dirt</c>).</param>
/// <param name="Change">With the verdict edit: what to do instead, such as <c>{"donor": -1}</c>.</param>
/// <param name="Mask">With the verdict edit: the region to use instead.</param>
internal sealed record NewDecision(IReadOnlyList<string> Names, Verdict Verdict, string? Reason = null, JsonObject? Change = null, RegionMask? Mask = null);

/// <summary>Decisions that are on the disk.</summary>
/// <param name="Batch">Names them together.</param>
/// <param name="Decisions">How many.</param>
/// <param name="Groups">How the groups stand now.</param>
internal sealed record DecisionsTaken(string Batch, int Decisions, IReadOnlyList<GroupCount> Groups);

/// <summary>What was taken back.</summary>
/// <param name="Undone">Their batch; absent where there was nothing to undo.</param>
/// <param name="Names">What they were about.</param>
/// <param name="Groups">How the groups stand now.</param>
internal sealed record DecisionsUndone(string? Undone, IReadOnlyList<string> Names, IReadOnlyList<GroupCount> Groups);

/// <summary>The proposals in groups, and the decisions that nothing matches now.</summary>
internal sealed record GroupList(IReadOnlyList<GroupCount> Groups, IReadOnlyList<Unplaced> Unmatched);

/// <summary>What people decided about a film, the latest first.</summary>
internal sealed record HistoryList(IReadOnlyList<HistoryEntry> Entries);

/// <summary>Rules to decide by.</summary>
/// <param name="Rules">Left out for a policy that is offered by its name.</param>
internal sealed record NewPolicy(string Name, IReadOnlyList<PolicyRule>? Rules = null);

/// <summary>The rules that decide where nobody did.</summary>
/// <param name="IsOffered">True where they are those that Kinolux offers by this name, unchanged.</param>
internal sealed record PolicyNow(string Name, IReadOnlyList<PolicyRule> Rules, bool IsOffered)
{
    public static PolicyNow Of(Policy policy, IReadOnlyList<ProposalKind> kinds) =>
        new(policy.Name, policy.Rules, Policies.Named(policy.Name, kinds) is { } offered && offered.Rules.SequenceEqual(policy.Rules));
}

/// <summary>Some of a list of proposals.</summary>
/// <param name="Total">How many there are in all.</param>
internal sealed record ProposalPage(int Total, IReadOnlyList<ProposalView> Items);

/// <summary>Some of what a person is asked.</summary>
/// <param name="Total">How many questions there are in all.</param>
/// <param name="Waiting">How many proposals they are about.</param>
/// <param name="Spared">How many more questions there would be if nothing had been learned from what was rejected.</param>
internal sealed record QuestionPage(int Total, int Waiting, int Spared, IReadOnlyList<QuestionView> Items);

/// <summary>The name of a wish.</summary>
internal sealed record WishMade(string Id);

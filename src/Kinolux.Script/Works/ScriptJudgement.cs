using System.Text.Json.Nodes;
using Kinolux.Core.Review;
using Kinolux.Script.Continuity;
using Kinolux.Script.Identity;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Script.Works;

/// <summary>What is proposed of a script: which scene is which, whose names are one person's, and what the linter finds once that is settled.</summary>
internal static class ScriptJudgement
{
    private const string Version = "1";

    /// <summary>Decides what is proposed of a script.</summary>
    /// <param name="reviewer">What people and the policy say.</param>
    /// <param name="also">Names that are one person's besides.</param>
    /// <param name="mends">False to look for none: each is tried on the whole text, which takes longer than a key may.</param>
    public static (IReadOnlyList<Decided> Decided, Cast Cast, IReadOnlyDictionary<string, string> Same) Of(ScriptVersion version, Reviewer reviewer, IReadOnlyDictionary<string, string>? also = null, bool mends = true)
    {
        var (decided, cast, same) = People(version, reviewer, also);
        var findings = Linter.Check(version.Script, cast);
        foreach (var finding in findings)
        {
            var place = version.PlaceOf(finding.Element, finding.Quote);
            decided.Add(reviewer.Decide(Proposal.Of(
                finding.Rule, place, finding.Summary, finding.Confidence, new ProposalSource("continuity", Version), finding.Evidence, mends ? Mends.Find(version.Script, finding, place, findings)?.ToChange() : null)));
        }
        // Two of a rule about the same words are one to decide on.
        return ([.. decided.DistinctBy(item => item.Proposal.Id)], cast, same);
    }

    /// <summary>Which scene is which and whose names are one's, decided; who is in the script then, and by which names.</summary>
    public static (List<Decided> Decided, Cast Cast, IReadOnlyDictionary<string, string> Same) People(ScriptVersion version, Reviewer reviewer, IReadOnlyDictionary<string, string>? also = null)
    {
        var cast = Cast.Of(version.Script);
        List<Decided> decided = [.. SceneDoubts.Proposals(version).Concat(Aliases(version, cast)).Select(reviewer.Decide)];
        var same = Same(decided);
        foreach (var (other, name) in also ?? new Dictionary<string, string>())
            same[other] = name;
        return (decided, same.Count > 0 ? Cast.Of(version.Script, same) : cast, same);
    }

    private static IEnumerable<Proposal> Aliases(ScriptVersion version, Cast cast)
    {
        var script = version.Script;
        foreach (var alias in cast.Aliases)
            if (cast.Find(alias.Other) is { } person && script.Elements.Index().FirstOrDefault(element => element.Item.Kind == ElementKind.Character && person.Names.Contains(Cue.Parse(element.Item.Text).Name)) is { Item: not null } cue)
                yield return Proposal.Of(
                    ScriptKinds.Alias, version.PlaceOf(cue.Index, Cue.Parse(cue.Item.Text).Name), $"{alias.Name} and {alias.Other} may be one person", alias.Confidence, new ProposalSource("cast", Version),
                    [new Evidence(alias.Why)], new JsonObject { ["name"] = alias.Name, ["other"] = alias.Other });
    }

    private static Dictionary<string, string> Same(IEnumerable<Decided> decided)
    {
        var same = new Dictionary<string, string>();
        foreach (var item in decided)
            if (item is { Applies: true, Proposal: { Kind: ScriptKinds.Alias, Change: { } change } } && $"{change["name"]}" is { Length: > 0 } name && $"{change["other"]}" is { Length: > 0 } other)
                same.TryAdd(other, name);
        return same;
    }
}

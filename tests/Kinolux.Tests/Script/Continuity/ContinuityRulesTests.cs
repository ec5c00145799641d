using Kinolux.Script.Continuity;
using Kinolux.Script.Fountain;
using Kinolux.Script.People;

namespace Kinolux.Tests.Script.Continuity;

/// <summary>The catalogue: each rule has a script that breaks it and nothing else, and the same one mended.</summary>
public sealed class ContinuityRulesTests
{
    public static TheoryData<string> Ids => [.. ContinuityRules.All.Select(rule => rule.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_breaks_a_rule_breaks_it_alone(string id)
    {
        var rule = ContinuityRules.All.Single(rule => rule.Id == id);
        var finding = Assert.Single(Check(rule.Broken));
        Assert.Equal(id, finding.Rule);
        Assert.InRange(finding.Confidence, 0.5, 1);
        Assert.NotEmpty(finding.Evidence);
        Assert.EndsWith(".", finding.Summary.Replace('?', '.'), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_is_mended_breaks_none(string id) => Assert.Empty(Check(ContinuityRules.All.Single(rule => rule.Id == id).Mended));

    [Fact]
    public void Ids_are_small_letters_with_hyphens_and_each_is_one_rules()
    {
        Assert.Equal(ContinuityRules.All.Count, ContinuityRules.All.Select(rule => rule.Id).Distinct().Count());
        Assert.All(ContinuityRules.All, rule => Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Id));
    }

    internal static IReadOnlyList<Finding> Check(string fountain)
    {
        var script = FountainReader.Read(fountain);
        return Linter.Check(script, Cast.Of(script));
    }
}

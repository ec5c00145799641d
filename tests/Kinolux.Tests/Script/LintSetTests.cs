using Kinolux.Bench.Scripts.Lint;
using Kinolux.Script.Continuity;
using Kinolux.Script.Fountain;

namespace Kinolux.Tests.Script;

/// <summary>Floors below what <c>./dev bench scripts lint</c> prints for the sets made by hand. They only go up.</summary>
public sealed class LintSetTests
{
    private const double Found = 0.75;
    private const int FalseAlarms = 1;

    [Fact]
    public void Most_slips_made_by_hand_are_found()
    {
        var scripts = Set("broken");
        var found = scripts.Count(script => Linted.Of(FountainReader.Read(script.Text)).Reports(script.Rule, script.Lines));
        Assert.True(found >= Found * scripts.Count, $"{found} of {scripts.Count}");
    }

    [Fact]
    public void Scripts_in_which_nothing_is_wrong_are_left_alone()
    {
        var alarms = Set("clean").SelectMany(script => Linted.Of(FountainReader.Read(script.Text)) is var linted ? linted.Findings.Select(finding => $"{script.Name}: {linted.Say(finding)}") : []).ToList();
        Assert.True(alarms.Count <= FalseAlarms, string.Join('\n', alarms));
    }

    [Fact]
    public void Every_rule_has_scripts_that_break_it_at_marked_lines()
    {
        var scripts = Set("broken");
        Assert.Equal(ContinuityRules.All.Select(rule => rule.Id).Order(), scripts.Select(script => script.Rule).Distinct().Order());
        Assert.All(scripts, script => Assert.NotEmpty(script.Lines));
    }

    private static IReadOnlyList<FaultyScript> Set(string name) => FaultyScript.ReadSet(Repository.File("bench", "Kinolux.Bench", "Scripts", "Lint", $"{name}.fountain-set"));
}

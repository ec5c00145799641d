using Kinolux.Bench.Scripts.HeldBack;

namespace Kinolux.Tests.Script.Continuity;

/// <summary>The quick part of <c>./dev bench scripts held-back</c>: faults by somebody who has not seen the rules; our own scripts hold a floor.</summary>
public sealed class HeldBackTests
{
    private const int Places = 6;

    [Fact]
    public void Of_faults_written_by_hand_most_are_reported()
    {
        var faults = HandSet.Broken();
        Assert.True(faults.Count >= 60);
        var missed = faults.Where(fault => !HeldBackScore.IsFound(fault)).Select(fault => fault.Place).ToList();
        Assert.True(missed.Count <= 0.45 * faults.Count, $"{missed.Count} of {faults.Count} are not reported:\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void Of_faults_put_into_scripts_most_are_reported()
    {
        var faults = (from script in HandSet.Whole() from injector in Injector.All from fault in injector.Into(script, Places) where !fault.IsPlain select (fault, script)).ToList();
        Assert.True(faults.Count > 250);
        Assert.Equal(Injector.All.Count, faults.Select(fault => fault.fault.Rule).Distinct().Count());
        var missed = faults.Where(fault => !HeldBackScore.IsFound(fault.fault, fault.script)).Select(fault => $"{fault.fault.Rule} {fault.fault.Place}").ToList();
        Assert.True(missed.Count <= 0.35 * faults.Count, $"{missed.Count} of {faults.Count} are not reported:\n{string.Join('\n', missed)}");
    }

    [Fact]
    public void Hardly_anything_is_said_of_scripts_in_which_nothing_is_wrong()
    {
        var scripts = (IReadOnlyList<CleanScript>)[.. HandSet.Clean(), .. HandSet.Whole()];
        Assert.True(scripts.Count >= 35);
        var said = scripts.SelectMany(script => script.Findings.Where(HeldBackScore.IsSure).Select(finding => $"{script.Name}: {finding.Rule} {finding.Summary}")).ToList();
        Assert.True(said.Count <= 2, string.Join('\n', said));
    }

    [Fact]
    public void A_fault_that_is_put_in_is_marked_and_changes_the_text()
    {
        foreach (var script in HandSet.Whole())
            foreach (var injector in Injector.All)
                foreach (var fault in injector.Into(script, 3))
                {
                    Assert.NotEmpty(fault.Script.Marks);
                    Assert.NotEqual(script.Text, fault.Script.Text);
                    Assert.DoesNotContain(MarkedText.Mark, fault.Script.Text, StringComparison.Ordinal);
                }
    }
}

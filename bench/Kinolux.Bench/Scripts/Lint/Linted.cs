using Kinolux.Script.Continuity;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Bench.Scripts.Lint;

/// <summary>What the linter says of a script, as far as it is sure.</summary>
internal sealed class Linted
{
    /// <summary>Below it a finding waits and is not counted.</summary>
    public const double Sure = 0.5;

    private Linted(Screenplay script) => (Script, Findings) = (script, [.. Linter.Check(script, Cast.Of(script)).Where(finding => finding.Confidence >= Sure)]);

    public Screenplay Script { get; }

    public IReadOnlyList<Finding> Findings { get; }

    public static Linted Of(Screenplay script) => new(script);

    /// <summary>True where a rule reports one of these lines.</summary>
    public bool Reports(string rule, IReadOnlySet<int> lines) => Findings.Any(finding => finding.Rule == rule && IsAt(finding, lines));

    public string Say(Finding finding) => FormattableString.Invariant($"{finding.Rule} line {Script.Elements[finding.Element].Span.Line + 1}, {finding.Confidence:0.00}: {finding.Summary}");

    public bool IsAt(Finding finding, IReadOnlySet<int> lines)
    {
        var span = Script.Elements[finding.Element].Span;
        return Enumerable.Range(span.Line, span.LastLine - span.Line + 1).Any(lines.Contains);
    }
}

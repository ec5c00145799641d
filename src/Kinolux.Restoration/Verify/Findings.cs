namespace Kinolux.Restoration.Verify;

/// <summary>Gathers findings from several threads; of very many it keeps the first and counts the rest.</summary>
internal sealed class Findings
{
    private const int Most = 1000;
    private readonly Lock _lock = new();
    private readonly List<VerifyFinding> _kept = [];

    public int More { get; private set; }

    public IReadOnlyList<VerifyFinding> Sorted => [.. _kept.OrderBy(finding => finding.Frame ?? -1)];

    public bool HasErrors { get; private set; }

    public void Add(VerifyFinding finding)
    {
        lock (_lock)
        {
            HasErrors |= finding.Severity == Severity.Error;
            if (_kept.Count < Most)
                _kept.Add(finding);
            else
                More++;
        }
    }
}

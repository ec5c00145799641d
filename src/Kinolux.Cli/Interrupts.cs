namespace Kinolux.Cli;

/// <summary>
/// What Ctrl-C and SIGTERM mean. Most work stops at the first. Work that has pieces worth finishing asks for <see cref="FinishFirst"/>:
/// then the first Ctrl-C only cancels that token, and the second stops. SIGTERM always stops.
/// </summary>
internal sealed class Interrupts
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _finish = new();
    private volatile bool _graceful;

    public CancellationToken Stop => _stop.Token;

    /// <summary>True once anything was asked for: what fails after that is no fault.</summary>
    public bool Asked => _finish.IsCancellationRequested;

    /// <summary>A token that the first Ctrl-C cancels: finish the pieces at work, begin no more.</summary>
    public CancellationToken FinishFirst()
    {
        _graceful = true;
        return _finish.Token;
    }

    /// <summary>Ctrl-C. Returns false where everything was asked for already, so that the process may simply be ended.</summary>
    public bool Ask()
    {
        if (_stop.IsCancellationRequested)
            return false;
        if (!_graceful || _finish.IsCancellationRequested)
            _stop.Cancel();
        _finish.Cancel();
        return true;
    }

    /// <summary>SIGTERM: stop now.</summary>
    public void End()
    {
        _stop.Cancel();
        _finish.Cancel();
    }
}

using System.Runtime.ExceptionServices;

namespace Kinolux.Work.Jobs;

/// <summary>Runs tasks on this machine, several at a time, in the order given. Every task writes its own result, so a killed run loses at most the tasks at work.</summary>
public sealed class LocalJobs(int workers)
{
    /// <summary>Calls <paramref name="work"/> for each task. The first failure stops the rest and is thrown as it was.</summary>
    /// <param name="finish">Cancelled when the tasks at work are to be finished and no more begun.</param>
    public void Run<T>(IReadOnlyList<T> tasks, Action<T, CancellationToken> work, CancellationToken cancel, CancellationToken finish = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        ExceptionDispatchInfo? failure = null;
        var next = -1;
        void Work()
        {
            while (!stop.IsCancellationRequested && !finish.IsCancellationRequested && Interlocked.Increment(ref next) is var index && index < tasks.Count)
                try
                {
                    work(tasks[index], stop.Token);
                }
                catch (Exception cause)
                {
                    Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(cause), null);
                    stop.Cancel();
                }
        }
        var threads = Enumerable.Range(0, Math.Min(workers, tasks.Count)).Select(i => new Thread(Work) { Name = $"worker {i}" }).ToArray();
        foreach (var thread in threads)
            thread.Start();
        foreach (var thread in threads)
            thread.Join();
        cancel.ThrowIfCancellationRequested();
        failure?.Throw();
        finish.ThrowIfCancellationRequested();
    }
}

using Kinolux.Core.Faults;
using Kinolux.Core.Progress;
using Kinolux.Work.Library;

namespace Kinolux.Work.Jobs;

/// <summary>
/// The jobs of the production, one at a time, in the order in which they were asked for: each uses all cores. What is asked is answered at once; the work is done on a thread of its own.
/// The list is on the disk before an answer is given. A job that ran when the program ended, or was killed, comes back paused, and goes on from what was finished.
/// </summary>
public sealed class JobQueue : IDisposable
{
    private static readonly TimeSpan ToldEvery = TimeSpan.FromMilliseconds(250);
    private readonly Lock _lock = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly CancellationTokenSource _end;
    private readonly Thread _worker;
    private readonly JobSettings _settings;
    private readonly WorkLibrary _works;
    private readonly JobFolder _folder;
    private readonly JobConsents _consents;
    private List<Job> _jobs;
    private Running? _running;

    public JobQueue(JobSettings settings, WorkLibrary works)
    {
        (_settings, _works, _consents) = (settings, works, new JobConsents(settings));
        _end = CancellationTokenSource.CreateLinkedTokenSource(settings.Cancel);
        _folder = new JobFolder(settings.Folder, settings.Time);
        var kept = _folder.Read();
        LeftOut = kept.LeftOut ?? [];
        _jobs = [.. kept.Jobs.Select(job => job.State is JobState.Running or JobState.Pausing ? job with { State = JobState.Paused } : Asked(job))];
        _worker = new Thread(Work) { Name = "jobs", IsBackground = true };
    }

    /// <summary>Something about a job changed.</summary>
    public event Action<Job>? Changed;

    /// <summary>A job left the list.</summary>
    public event Action? Removed;

    /// <summary>A run over the work of this id ended.</summary>
    public event Action<string>? Ended;

    /// <summary>What runs now, and what is asked of it meanwhile.</summary>
    private sealed class Running(string id, CancellationTokenSource stop)
    {
        public string Id => id;

        public CancellationTokenSource Stop => stop;

        /// <summary>What becomes of it once it has stopped.</summary>
        public JobState After { get; set; } = JobState.Paused;

        public long Told { get; set; }
    }

    /// <summary>Begins with what waits. Called once, after whoever listens does.</summary>
    public void Start() => _worker.Start();

    /// <summary>What was kept of jobs and cannot be read.</summary>
    public IReadOnlyList<LeftOut> LeftOut { get; }

    public IReadOnlyList<Job> All()
    {
        lock (_lock)
            return [.. _jobs];
    }

    /// <summary>The job of a work that is not over: the one at work, else the first that waits.</summary>
    public Job? Of(string work) => All().Where(job => job.Request.Work == work && !job.IsOver).OrderBy(job => job.State == JobState.Waiting).FirstOrDefault();

    /// <exception cref="FaultException">KX6001 no such work; KX6023 its engine has no such verb; KX6020 a job that waits does it already.</exception>
    public Job Add(JobRequest request)
    {
        var work = _works.Find(request.Work);
        var verb = VerbOf(work, request.Verb);
        work.Engine.Check(verb.Id, request.Request ?? []);
        lock (_lock)
        {
            if (_jobs.Find(job => job.Request.Work == work.Id && job.State is (JobState.Waiting or JobState.Asking or JobState.Paused or JobState.Pausing)) is { } there)
                throw FaultException.Of("KX6020", ("work", work.Name), ("job", there.Id));
            var job = new Job(_folder.NewId(_jobs), work.Name, work.Engine.Documents.Name, verb.Title, JobState.Waiting, _settings.Time.GetUtcNow(), request);
            job = Given(job, work);
            Keep([.. _jobs, job], job, "asked for");
            return job;
        }
    }

    /// <summary>Stops a job so that it can go on later; what was finished is kept.</summary>
    /// <exception cref="FaultException">KX6021 no such job; KX6022 it neither waits nor runs.</exception>
    public Job Pause(string id) => Steer(id, "pause", job => job.State switch
    {
        JobState.Waiting => JobState.Paused,
        JobState.Running => JobState.Pausing,
        _ => null,
    });

    /// <summary>Lets a paused or failed job wait for its turn again.</summary>
    /// <exception cref="FaultException">KX6021 no such job; KX6022 there is nothing to go on with.</exception>
    public Job Resume(string id) => Steer(id, "resume", job => job.State switch
    {
        JobState.Paused or JobState.Pausing or JobState.Failed or JobState.Asking => JobState.Waiting,
        _ => null,
    });

    // A person asks for it now: it may run, unless its output is not its own. Then that is said first, and whoever lets it go on has read it.
    private Job Given(Job job, WorkItem work)
    {
        if (!_consents.Has(job, work) && AsksForOutput(job, work) is { } asks && job.Asks != asks)
            return job with { State = JobState.Asking, Asks = asks };
        _consents.Give(job, work);
        return job with { State = JobState.Waiting, Asks = null };
    }

    // What waits and was not asked for here, or not with the output that its work folder names now, asks.
    private Job Asked(Job job)
    {
        if (job.State is not (JobState.Waiting or JobState.Asking))
            return job;
        try
        {
            var work = _works.Find(job.Request.Work);
            return _consents.Has(job, work)
                ? job with { State = JobState.Waiting, Asks = null, Name = work.Name }
                : job with { State = JobState.Asking, Asks = AsksForOutput(job, work) ?? "It came with the folder: nobody asked for it here.", Name = work.Name };
        }
        catch (Exception cause) when (cause is FaultException or IOException or UnauthorizedAccessException)
        {
            // Without its work it fails when its turn comes, and says why.
            return job;
        }
    }

    private static string? AsksForOutput(Job job, WorkItem work) => VerbOf(work, job.Request.Verb).WritesOutput ? work.AsksForOutput() : null;

    private static EngineVerb VerbOf(WorkItem work, string verb) =>
        work.Engine.Verbs.FirstOrDefault(known => known.Id == verb)
        ?? throw FaultException.Of("KX6023", ("engine", work.Engine.Documents.Name), ("verb", verb), ("verbs", string.Join(", ", work.Engine.Verbs.Select(known => known.Id))));

    /// <exception cref="FaultException">KX6021 no such job; KX6022 it is over already.</exception>
    public Job Cancel(string id) => Steer(id, "cancel", job => job.IsOver ? null : JobState.Cancelled);

    /// <summary>Takes a job that is over from the list.</summary>
    /// <exception cref="FaultException">KX6021 no such job; KX6022 it is not over.</exception>
    public void Remove(string id)
    {
        lock (_lock)
        {
            var job = Find(id);
            if (!job.IsOver)
                throw NotNow(job, "remove");
            List<Job> left = [.. _jobs.Where(other => other != job)];
            _folder.Write(left);
            _jobs = left;
            Removed?.Invoke();
        }
    }

    public JobLog Log(string id)
    {
        lock (_lock)
            return _folder.ReadLog(Find(id).Id);
    }

    /// <summary>Ends the work; what ran is paused.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _worker.Join();
        _end.Dispose();
        _wake.Dispose();
    }

    private Job Steer(string id, string verb, Func<Job, JobState?> next)
    {
        lock (_lock)
        {
            var job = Find(id);
            var state = next(job) ?? throw NotNow(job, verb);
            var steered = job with { State = state, Ended = state == JobState.Cancelled ? _settings.Time.GetUtcNow() : null, Fault = null };
            var changed = Change(job, state == JobState.Waiting ? Given(steered, _works.Find(job.Request.Work)) : steered, verb);
            if (_running is { } running && running.Id == id)
            {
                running.After = state == JobState.Pausing ? JobState.Paused : state;
                running.Stop.Cancel();
            }
            _wake.Set();
            return changed;
        }
    }

    private void Work()
    {
        while (!_end.IsCancellationRequested)
            if (Begin() is { } begun)
                Run(begun.Job, begun.Running);
            else
                WaitHandle.WaitAny([_wake, _end.Token.WaitHandle]);
    }

    private (Job Job, Running Running)? Begin()
    {
        lock (_lock)
        {
            if (_jobs.Find(job => job.State == JobState.Waiting) is not { } next)
                return null;
            // What its work folder says may be another since.
            if (Asked(next) is { State: JobState.Asking } asking)
            {
                Change(next, asking, "asks", asked: false);
                return null;
            }
            _running = new Running(next.Id, CancellationTokenSource.CreateLinkedTokenSource(_end.Token));
            return (Change(next, next with { State = JobState.Running, Began = _settings.Time.GetUtcNow(), Ended = null, Progress = null, Outcome = null }, "begins", asked: false), _running);
        }
    }

    private void Run(Job job, Running running)
    {
        Func<Job, Job> end;
        string words;
        try
        {
            var outcome = RunEngine(job, new Steps(this, running), running.Stop.Token);
            (end, words) = (over => over with { State = JobState.Done, Outcome = outcome, Progress = null }, outcome);
        }
        // A tool that was stopped with us may fail before we hear of it.
        catch (Exception) when (running.Stop.IsCancellationRequested)
        {
            (end, words) = (over => over with { State = running.After }, "stopped");
        }
        catch (Exception cause)
        {
            var fault = cause is FaultException known ? known.Fault : UnexpectedFault.Explain(cause);
            (end, words) = (over => over with { State = JobState.Failed, Fault = JobFault.Of(fault) }, fault.ToString());
        }
        lock (_lock)
        {
            _running = null;
            running.Stop.Dispose();
            if (_jobs.Find(other => other.Id == job.Id) is { } last && end(last) is var over)
                Change(last, over.IsOver ? over with { Ended = _settings.Time.GetUtcNow() } : over, words, asked: false);
        }
        Ended?.Invoke(job.Request.Work);
    }

    private string RunEngine(Job job, Steps steps, CancellationToken cancel)
    {
        var work = _works.Find(job.Request.Work);
        var run = new EngineRun(work.WorkPath, work.Source, work.Output, VerbOf(work, job.Request.Verb).Id, job.Request.Request ?? [], job.Request.Fresh, _settings.Person(), _settings.Time);
        return work.Engine.Run(run, steps, cancel);
    }

    private void Tell(Running running, JobProgress progress)
    {
        lock (_lock)
        {
            if (_jobs.FindIndex(job => job.Id == running.Id) is var at && (at < 0 || _jobs[at].State != JobState.Running))
                return;
            var before = _jobs[at].Progress;
            // Once the work goes on, it must not be thrown away by the next resume.
            _jobs[at] = _jobs[at] with { Progress = JobStep.Of(progress), Request = _jobs[at].Request with { Fresh = false } };
            if (before?.Step != progress.Step)
                Keep(_jobs, _jobs[at], progress.Total > 0 ? $"{progress.Step}, {progress.Total} {progress.Unit}" : progress.Step, asked: false);
            else if (_settings.Time.GetElapsedTime(running.Told) >= ToldEvery)
                Changed?.Invoke(_jobs[at]);
            else
                return;
            running.Told = _settings.Time.GetTimestamp();
        }
    }

    private Job Find(string id) => _jobs.Find(job => job.Id == id) ?? throw FaultException.Of("KX6021", ("id", id));

    private Job Change(Job before, Job after, string words, bool asked = true)
    {
        Keep([.. _jobs.Select(job => job == before ? after : job)], after, words, asked);
        return after;
    }

    // What a person asked for is refused where it cannot be kept; what happened has happened, also on a full disk.
    private void Keep(List<Job> jobs, Job changed, string words, bool asked = true)
    {
        try
        {
            _folder.Write(jobs);
            _folder.Log(changed.Id, words);
        }
        catch (Exception cause) when (!asked && cause is FaultException or IOException or UnauthorizedAccessException)
        {
            // The list on the disk is older than the truth, and what it says runs comes back paused.
        }
        _jobs = jobs;
        Changed?.Invoke(changed);
        _wake.Set();
    }

    private static FaultException NotNow(Job job, string verb) =>
        FaultException.Of("KX6022", ("id", job.Id), ("state", job.State.ToString().ToLowerInvariant()), ("verb", verb));

    private sealed class Steps(JobQueue queue, Running running) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => queue.Tell(running, value);
    }
}

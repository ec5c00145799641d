namespace Kinolux.Work.Jobs;

/// <summary>How a job stands.</summary>
public enum JobState
{
    Waiting,

    /// <summary>Nobody here asked for it, or not with its output: a person's resume lets it run.</summary>
    Asking,
    Running,

    /// <summary>Asked to pause; it still stops its tools.</summary>
    Pausing,
    Paused,
    Done,
    Failed,
    Cancelled,
}

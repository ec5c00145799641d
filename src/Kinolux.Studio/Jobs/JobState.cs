namespace Kinolux.Studio.Jobs;

/// <summary>How a job stands.</summary>
internal enum JobState
{
    Waiting,
    Running,

    /// <summary>Asked to pause; it still stops its tools.</summary>
    Pausing,
    Paused,
    Done,
    Failed,
    Cancelled,
}

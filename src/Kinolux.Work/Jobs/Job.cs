namespace Kinolux.Work.Jobs;

/// <summary>A run of an engine over a work: asked for, waiting for its turn, at work, or over.</summary>
/// <param name="Name">What people call the work.</param>
/// <param name="Engine">Whose run it is.</param>
/// <param name="Title">The verb for people.</param>
/// <param name="Made">When it was asked for.</param>
/// <param name="Began">When it last began to work.</param>
/// <param name="Ended">When it was over.</param>
/// <param name="Progress">While it runs, and how far it was where it is paused.</param>
/// <param name="Fault">Why it failed.</param>
/// <param name="Outcome">What it did, in a sentence.</param>
/// <param name="Request">What was asked for.</param>
/// <param name="Asks">What a person is asked before it may run; null where nothing.</param>
public sealed record Job(
    string Id, string Name, string Engine, string Title, JobState State, DateTimeOffset Made, JobRequest Request,
    DateTimeOffset? Began = null, DateTimeOffset? Ended = null, JobStep? Progress = null, JobFault? Fault = null, string? Outcome = null, string? Asks = null)
{
    /// <summary>True where nothing more will come of it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOver => State is JobState.Done or JobState.Failed or JobState.Cancelled;
}

namespace Kinolux.Studio.Jobs;

/// <summary>The jobs in the order in which they run.</summary>
internal sealed record JobList(IReadOnlyList<Job> Jobs);

using Kinolux.Work.Library;

namespace Kinolux.Work.Jobs;

/// <summary>The jobs in the order in which they run.</summary>
/// <param name="LeftOut">What was kept and cannot be read.</param>
public sealed record JobList(IReadOnlyList<Job> Jobs, IReadOnlyList<LeftOut>? LeftOut = null);

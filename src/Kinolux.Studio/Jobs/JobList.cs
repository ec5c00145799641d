using Kinolux.Studio.Serving;

namespace Kinolux.Studio.Jobs;

/// <summary>The jobs in the order in which they run.</summary>
/// <param name="LeftOut">What was kept and cannot be read.</param>
internal sealed record JobList(IReadOnlyList<Job> Jobs, IReadOnlyList<LeftOut>? LeftOut = null);

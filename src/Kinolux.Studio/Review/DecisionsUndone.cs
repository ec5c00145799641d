using Kinolux.Production.Work;

namespace Kinolux.Studio.Review;

/// <summary>What was taken back.</summary>
/// <param name="Undone">Their batch; absent where there was nothing to undo.</param>
/// <param name="Names">What they were about.</param>
/// <param name="Groups">How the groups stand now.</param>
internal sealed record DecisionsUndone(string? Undone, IReadOnlyList<string> Names, IReadOnlyList<GroupCount> Groups);

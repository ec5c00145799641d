using Kinolux.Production.Work;

namespace Kinolux.Studio.Review;

/// <summary>What people decided about a film, the latest first.</summary>
internal sealed record HistoryList(IReadOnlyList<HistoryEntry> Entries);

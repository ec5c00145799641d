using Kinolux.Production.Work;

namespace Kinolux.Studio.Review;

/// <summary>Decisions that are on the disk.</summary>
/// <param name="Batch">Names them together.</param>
/// <param name="Decisions">How many.</param>
/// <param name="Groups">How the groups stand now.</param>
internal sealed record DecisionsTaken(string Batch, int Decisions, IReadOnlyList<GroupCount> Groups);

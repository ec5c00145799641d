using Kinolux.Restoration.Plans;

namespace Kinolux.Restoration.Runs;

/// <summary>What has changed since the output was made; nothing where there is none.</summary>
/// <param name="Decisions">Proposals that stand otherwise than they were rendered.</param>
/// <param name="Wishes">Wishes that were not rendered.</param>
/// <param name="Plan">True where the plan is another.</param>
public sealed record PendingChanges(int Decisions, int Wishes, bool Plan);

using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Stains;

/// <summary>What the film seems to add in another frame, and where this frame's cells are found in it.</summary>
internal sealed record Shown(int[] Field, Displacement[] Shifts);

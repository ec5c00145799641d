namespace Kinolux.Restore.Stages.Scratches;

/// <summary>An upright line: one place in each of a run of bands.</summary>
/// <param name="First">The first band.</param>
/// <param name="X">Its place in each band from there.</param>
/// <param name="Sign">1 brighter than its flanks, -1 darker.</param>
/// <param name="Score">What it gathered along its length, in mean responses of its surroundings.</param>
internal sealed record LinePath(int First, int[] X, int Sign, float Score);

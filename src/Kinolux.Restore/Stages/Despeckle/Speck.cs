namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>Connected samples that stand out from both neighbours in the same direction.</summary>
/// <param name="Pixels">Indices y · width + x; the first is the seed.</param>
/// <param name="Sign">1 brighter than the neighbours, -1 darker.</param>
/// <param name="Peak">The largest spike among them, in 16-bit levels.</param>
internal sealed record Speck(int[] Pixels, int Sign, int Peak);

namespace Kinolux.Restore.Regions;

/// <summary>Connected samples that stand out from both neighbours in the same direction.</summary>
/// <param name="Pixels">Indices y · width + x; the first is the seed.</param>
/// <param name="Sign">1 brighter than the neighbours, -1 darker.</param>
/// <param name="Peak">The largest spike among them, in 16-bit levels.</param>
/// <param name="X">Middle of its box.</param>
/// <param name="Y">Middle of its box.</param>
/// <param name="Tone">Mean 16-bit level.</param>
internal sealed record Speck(int[] Pixels, int Sign, int Peak, int X, int Y, int Tone);

namespace Kinolux.Restore.Motion;

/// <summary>How many columns and rows at each side of a moved plane show what is beyond the picture, in whole or in part.</summary>
public readonly record struct Beyond(int Left, int Top, int Right, int Bottom);

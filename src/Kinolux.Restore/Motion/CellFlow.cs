namespace Kinolux.Restore.Motion;

/// <summary>Motion at one pyramid level, one vector for each 2 × 2 samples, in samples of the level.</summary>
internal sealed class CellFlow(int width, int height)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public float[] U { get; } = new float[width * height];

    public float[] V { get; } = new float[width * height];

    /// <summary>What each patch found by itself, before it went along with its surroundings. It stays a candidate, or a thing of few patches would be lost in them for good.</summary>
    public float[] FoundU { get; } = new float[width * height];

    public float[] FoundV { get; } = new float[width * height];

    /// <summary>0 to 1: how much of what is there the motion explains. Filled by the search alone.</summary>
    public float[] Trust { get; } = new float[width * height];

    public static CellFlow For(MotionLevel level) => new((level.Width + 1) >> 1, (level.Height + 1) >> 1);
}

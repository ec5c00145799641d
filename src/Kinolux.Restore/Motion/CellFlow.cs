namespace Kinolux.Restore.Motion;

/// <summary>Motion at one pyramid level, one vector for each 2 × 2 samples, in samples of the level. Its arrays go back to the buffers when it is disposed.</summary>
internal sealed class CellFlow(int width, int height, FlowBuffers buffers) : IDisposable
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public float[] U { get; } = buffers.Rent(width * height);

    public float[] V { get; } = buffers.Rent(width * height);

    /// <summary>What each patch found by itself, before it went along with its surroundings. It stays a candidate, or a thing of few patches would be lost in them for good.</summary>
    public float[] FoundU { get; } = buffers.Rent(width * height);

    public float[] FoundV { get; } = buffers.Rent(width * height);

    /// <summary>0 to 1: how much of what is there the motion explains. Filled by the search alone.</summary>
    public float[] Trust { get; } = buffers.Rent(width * height);

    public static CellFlow For(MotionLevel level, FlowBuffers buffers) => new((level.Width + 1) >> 1, (level.Height + 1) >> 1, buffers);

    public void Dispose()
    {
        foreach (var array in (ReadOnlySpan<float[]>)[U, V, FoundU, FoundV, Trust])
            buffers.Return(array);
    }
}

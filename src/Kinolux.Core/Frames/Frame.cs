namespace Kinolux.Core.Frames;

/// <summary>
/// One picture of a film: planes from a <see cref="FramePool"/>, shared by counting. Whoever holds a frame disposes it once;
/// <see cref="Share"/> gives another hold on the same samples. Shared frames are read only: to change one, take a <see cref="FramePool.Copy"/>.
/// </summary>
public sealed class Frame : IDisposable
{
    private readonly FramePool _pool;
    private int _holds = 1;

    internal Frame(FramePool pool, FrameFormat format)
    {
        _pool = pool;
        Format = format;
        Planes = new Plane[format.PlaneCount];
        for (var i = 0; i < Planes.Length; i++)
            Planes[i] = new Plane(format.PlaneWidth(i), format.PlaneHeight(i));
    }

    public FrameFormat Format { get; }

    public Plane[] Planes { get; }

    /// <summary>The plane that detection and motion read: luma, or green for RGB.</summary>
    public Plane Guide => Planes[Format.IsRgb ? 1 : 0];

    public Frame Share()
    {
        Interlocked.Increment(ref _holds);
        return this;
    }

    public void Dispose()
    {
        if (Interlocked.Decrement(ref _holds) == 0)
            _pool.Return(this);
    }

    internal void Revive() => _holds = 1;
}

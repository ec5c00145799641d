namespace Kinolux.Core.Frames;

/// <summary>A rectangle of full-scale 16-bit samples. Rows start 64 bytes apart from a 64-byte multiple; samples between <see cref="Width"/> and <see cref="Stride"/> are undefined.</summary>
public sealed class Plane
{
    public Plane(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
        Stride = (width + 31) & ~31;
        Data = GC.AllocateUninitializedArray<ushort>(Stride * height, pinned: true);
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>Samples from the start of one row to the start of the next.</summary>
    public int Stride { get; }

    public ushort[] Data { get; }

    public Span<ushort> Row(int y) => Data.AsSpan(y * Stride, Width);

    public ushort this[int x, int y]
    {
        get => Data[y * Stride + x];
        set => Data[y * Stride + x] = value;
    }

    /// <exception cref="ArgumentException">The sizes differ.</exception>
    public void CopyTo(Plane target)
    {
        if (target.Width != Width || target.Height != Height)
            throw new ArgumentException("Planes of different size cannot be copied onto each other.", nameof(target));
        Data.AsSpan().CopyTo(target.Data);
    }

    public void Fill(ushort value) => Data.AsSpan().Fill(value);
}

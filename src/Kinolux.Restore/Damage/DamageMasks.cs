using Kinolux.Core.Frames;

namespace Kinolux.Restore.Damage;

/// <summary>
/// Which samples of a frame each kind of damage on the film visibly changed: by <see cref="Threshold"/> levels of 255 or more in the guide plane, in the coordinates of the clean picture.
/// </summary>
public sealed class DamageMasks
{
    /// <summary>The least change that counts, in levels of 255.</summary>
    public const int Threshold = 8;

    private readonly Plane _before;

    public DamageMasks(int width, int height)
    {
        _before = new Plane(width, height);
        (Width, Height) = (width, height);
        Dirt = new byte[width * height];
        Scratches = new byte[width * height];
        Stains = new byte[width * height];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary>255 where changed, 0 elsewhere, row by row.</summary>
    public byte[] Dirt { get; }

    public byte[] Scratches { get; }

    public byte[] Stains { get; }

    internal void Clear()
    {
        Array.Clear(Dirt);
        Array.Clear(Scratches);
        Array.Clear(Stains);
    }

    internal void Remember(Plane guide) => guide.CopyTo(_before);

    internal void Mark(Plane guide, byte[] mask)
    {
        for (var y = 0; y < Height; y++)
        {
            var before = _before.Row(y);
            var after = guide.Row(y);
            for (var x = 0; x < Width; x++)
                if (Math.Abs(before[x] - after[x]) >= Threshold * 257)
                    mask[y * Width + x] = 255;
        }
    }
}

namespace Kinolux.Restore.Noise;

/// <summary>What is measured on each 8 × 8 block of a picture, row by row.</summary>
internal sealed class NoiseBlocks
{
    public const int Size = 8;

    public NoiseBlocks(int width, int height)
    {
        Across = Math.Max(width, 0) / Size;
        Down = Across == 0 ? 0 : Math.Max(height, 0) / Size;
        Residue = new int[Count];
        Level = new int[Count];
    }

    public int Across { get; }

    public int Down { get; }

    public int Count => Across * Down;

    /// <summary>Sum over the block of the absolute residue.</summary>
    public int[] Residue { get; }

    /// <summary>Mean grey.</summary>
    public int[] Level { get; }

    /// <summary>Blocks without any residue.</summary>
    public int Still => Residue.Count(value => value == 0);
}

namespace Kinolux.Restore.Stages.Regrain;

/// <summary>
/// Endless grain: at each place of each frame a nearly normal number (four bytes of a hash, summed), run through the kernel (k, 1, k) both ways.
/// A pure function of seed, frame and place, so neither threads nor chunks change it.
/// </summary>
internal sealed class GrainField(float kernel, uint seed, uint frame)
{
    /// <summary>The standard deviation of the numbers before the kernel.</summary>
    public const float Deviation = 147.80f;

    private readonly uint _origin = Mix(seed * 0x9E3779B1u ^ Mix(frame + 0x85EBCA77u));

    /// <summary>Scratch memory for <see cref="Row"/> on rising rows.</summary>
    public GrainRows Rows(int width) => new(width);

    /// <summary>Writes row <paramref name="y"/>.</summary>
    public void Row(int y, GrainRows rows, Span<float> grain)
    {
        for (var line = y - 1; line <= y + 1; line++)
            if (!rows.Has(line))
                Across(line, rows.Start(line));
        var (above, here, below) = (rows[y - 1], rows[y], rows[y + 1]);
        for (var x = 0; x < grain.Length; x++)
            grain[x] = here[x] + kernel * (above[x] + below[x]);
    }

    private void Across(int y, float[] row)
    {
        var line = Mix(_origin ^ (uint)(y + 1) * 0xC2B2AE3Du);
        var (left, here) = (White(line, 0), White(line, 1));
        for (var x = 0; x < row.Length; x++)
        {
            var right = White(line, (uint)x + 2);
            row[x] = here + kernel * (left + right);
            (left, here) = (here, right);
        }
    }

    private static float White(uint line, uint x)
    {
        var bits = Mix(line + x * 0x27D4EB2Fu);
        return (int)((bits & 255) + (bits >> 8 & 255) + (bits >> 16 & 255) + (bits >> 24)) - 510;
    }

    // The finaliser of Appleby's MurmurHash3.
    private static uint Mix(uint bits)
    {
        bits = (bits ^ bits >> 16) * 0x85EBCA6Bu;
        bits = (bits ^ bits >> 13) * 0xC2B2AE35u;
        return bits ^ bits >> 16;
    }
}

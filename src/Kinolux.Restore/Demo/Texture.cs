using System.Numerics;

namespace Kinolux.Restore.Demo;

/// <summary>Smooth noise from a fixed table and a few shapes that all shots draw with.</summary>
internal static class Texture
{
    private const int Size = 128;
    private static readonly float[] Table = MakeTable();

    /// <summary>Value noise, 0 to 1, changing about once per unit (Perlin's smoothing).</summary>
    public static float Mottle(float x, float y)
    {
        var (fx, fy) = (MathF.Floor(x), MathF.Floor(y));
        var (ix, iy) = ((int)fx & (Size - 1), (int)fy & (Size - 1));
        var (jx, jy) = ((ix + 1) & (Size - 1), (iy + 1) & (Size - 1));
        var (tx, ty) = (x - fx, y - fy);
        (tx, ty) = (tx * tx * (3 - 2 * tx), ty * ty * (3 - 2 * ty));
        var (a, b) = (Table[iy * Size + ix], Table[iy * Size + jx]);
        var (c, d) = (Table[jy * Size + ix], Table[jy * Size + jx]);
        a += (b - a) * tx;
        c += (d - c) * tx;
        return a + (c - a) * ty;
    }

    /// <summary>Several octaves of noise, 0 to 1.</summary>
    public static float Cloud(float x, float y, int octaves)
    {
        var (sum, weight, total) = (0f, 0.5f, 0f);
        for (var i = 0; i < octaves; i++)
        {
            sum += weight * Mottle(x, y);
            total += weight;
            (x, y, weight) = (x * 2.03f + 17.3f, y * 2.03f + 5.7f, weight * 0.5f);
        }
        return sum / total;
    }

    /// <summary>A fixed random number, 0 to 1, for a cell.</summary>
    public static float Cell(int x, int y) => Table[(y & (Size - 1)) * Size + (x & (Size - 1))];

    public static float Smooth(float low, float high, float value)
    {
        var t = Math.Clamp((value - low) / (high - low), 0, 1);
        return t * t * (3 - 2 * t);
    }

    public static Vector3 Mix(Vector3 a, Vector3 b, float t) => a + (b - a) * t;

    private static float[] MakeTable()
    {
        var table = new float[Size * Size];
        var state = 0x2545F491u;
        for (var i = 0; i < table.Length; i++)
        {
            state ^= state << 13;
            state ^= state >> 17;
            state ^= state << 5;
            table[i] = (state >> 8) * (1f / (1 << 24));
        }
        return table;
    }
}

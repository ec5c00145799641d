using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Damage;

/// <summary>Adds noise to luma, or to R, G and B; each sample's draw is a pure function of seed, frame and place.</summary>
internal static class NoiseField
{
    /// <summary>Grain as film has it: neighbours share a part of it, and it is strongest in the mid greys.</summary>
    public static void AddGrain(Frame frame, float sigma, long seed, int number, RowRunner rows)
    {
        var origin = Dice.Of(seed, DamageKinds.Grain, number).Bits();
        // The kernel 1 3 1 both ways leaves 11/25 of white noise's deviation.
        var scale = sigma * 257 * 25 / 11;
        ForEachPicturePlane(frame, plane => rows.Run(plane.Height, (first, end) =>
        {
            var lines = new float[3][];
            for (var i = 0; i < 3; i++)
                lines[i] = GrainRow(origin, first - 1 + i, plane.Width);
            for (var y = first; y < end; y++)
            {
                var row = plane.Row(y);
                for (var x = 0; x < row.Length; x++)
                {
                    var level = row[x] * (1f / 65535);
                    var grain = (lines[0][x] + 3 * lines[1][x] + lines[2][x]) * 0.2f;
                    row[x] = Add(row[x], scale * (0.35f + 2.6f * level * (1 - level)) * grain);
                }
                (lines[0], lines[1], lines[2]) = (lines[1], lines[2], GrainRow(origin, y + 2, plane.Width));
            }
        }));
    }

    public static void AddWhite(Frame frame, float sigma, long seed, int number, RowRunner rows)
    {
        var index = 0;
        ForEachPicturePlane(frame, plane =>
        {
            var origin = Dice.Of(seed, DamageKinds.WhiteNoise, number, index++).Bits();
            rows.Run(plane.Height, (first, end) =>
            {
                for (var y = first; y < end; y++)
                {
                    var row = plane.Row(y);
                    for (var x = 0; x < row.Length; x++)
                        row[x] = Add(row[x], sigma * 257 * Normal(origin, x, y));
                }
            });
        });
    }

    private static float[] GrainRow(ulong origin, int y, int width)
    {
        var row = new float[width];
        var (left, here) = (Normal(origin, -1, y), Normal(origin, 0, y));
        for (var x = 0; x < width; x++)
        {
            var right = Normal(origin, x + 1, y);
            row[x] = (left + 3 * here + right) * 0.2f;
            (left, here) = (here, right);
        }
        return row;
    }

    /// <summary>Eight uniform draws together: normal to the eye, with tails to ±4.9.</summary>
    private static float Normal(ulong origin, int x, int y)
    {
        var a = Dice.Mix(origin + ((ulong)(uint)y << 32) + (uint)x);
        var b = Dice.Mix(a);
        var sum = (int)(a & 0xFFFF) + (int)((a >> 16) & 0xFFFF) + (int)((a >> 32) & 0xFFFF) + (int)(a >> 48)
            + (int)(b & 0xFFFF) + (int)((b >> 16) & 0xFFFF) + (int)((b >> 32) & 0xFFFF) + (int)(b >> 48);
        // Mean 8 · 32767.5; deviation 65536 · √(8/12).
        return (sum - 262140) * (1 / 53510.0f);
    }

    private static ushort Add(ushort sample, float noise) => (ushort)Math.Clamp(sample + noise + 0.5f, 0, 65535);

    private static void ForEachPicturePlane(Frame frame, Action<Plane> act)
    {
        for (var i = 0; i < (frame.Format.IsRgb ? 3 : 1); i++)
            act(frame.Planes[i]);
    }
}

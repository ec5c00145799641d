using System.Numerics;
using static Kinolux.Restore.Demo.Texture;

namespace Kinolux.Restore.Demo;

/// <summary>Night by the lake: a fire with flying sparks and smoke, moonlight on the water, one who tells a story and one who listens.</summary>
internal static class FireShot
{
    private const float Shore = 0.66f;
    private static readonly Vector2 Fire = new(0.88f, 0.80f);
    private static readonly Figure.Look Teller = new(new(0.42f, 0.30f, 0.20f), new(0.16f, 0.13f, 0.12f), new(0.20f, 0.14f, 0.08f));
    private static readonly Figure.Look Listener = new(new(0.22f, 0.30f, 0.40f), new(0.14f, 0.12f, 0.12f), new(0.30f, 0.20f, 0.10f), Dress: true);

    /// <param name="time">Seconds since the shot began.</param>
    public static Painter At(float time)
    {
        var drift = 0.035f * time;
        var breath = 1 + 0.05f * MathF.Sin(time * 7.1f) + 0.03f * MathF.Sin(time * 11.7f);
        var his = new Vector2(0.50f - drift, 0.90f);
        var her = new Vector2(1.30f - drift, 0.89f);
        var tells = MathF.Sin(time * 3.1f);
        var him = Figure.Standing(
            his, 0.52f, 1, Teller,
            new Figure.Pose(0.04f + 0.03f * tells, 0.05f, 0.04f, -0.06f, 0.04f, 0.9f + 0.55f * tells, 0.9f - 0.4f * tells, 0.5f - 0.4f * tells, 0.8f, 0.06f * tells), new Vector2(0.9f, 0.1f));
        var she = Figure.Standing(
            her, 0.47f, -1, Listener, new Figure.Pose(0.03f, 0.04f, 0.03f, -0.04f, 0.03f, 0.35f, 1.5f + 0.06f * MathF.Sin(time * 2), 0.25f, 1.6f, 0.05f * MathF.Sin(time * 2.3f)), new Vector2(-0.9f, 0.1f));
        var sparks = SparksAt(time);
        var ambient = new Vector3(0.10f, 0.13f, 0.22f);
        var key = new Vector3(1.45f, 0.72f, 0.26f) * breath;
        return (x, y) =>
        {
            var world = x + drift;
            var light = y < Shore + 0.012f * Cloud(world * 12, 3, 2) ? Far(x, y, time) : Sand(x, y, drift, breath);
            light = him.Over(light, x, y, ambient, key);
            light = she.Over(light, x, y, ambient, key);
            light = Flames(light, world - Fire.X, y, time, breath);
            light = Smoke(light, world - Fire.X, y, time);
            return Sparks(light, world - Fire.X, y, sparks);
        };
    }

    private static Vector3 Far(float x, float y, float time)
    {
        const float Horizon = 0.46f;
        if (y < Horizon)
        {
            var hill = 0.40f - 0.10f * Cloud(x * 2 + 40, 9, 4);
            if (y > hill)
                return new Vector3(0.016f, 0.024f, 0.040f) * (0.7f + 0.8f * Cloud(x * 40, y * 60, 3));
            var sky = Mix(new Vector3(0.018f, 0.030f, 0.075f), new Vector3(0.075f, 0.10f, 0.17f), y / 0.42f);
            var moon = MathF.Sqrt(Square(x - 1.38f) + Square(y - 0.16f));
            var veil = Smooth(0.45f, 0.8f, Cloud(x * 2.4f + time * 0.02f, y * 6 + 4, 4));
            sky += new Vector3(0.10f, 0.11f, 0.13f) * veil + new Vector3(0.5f, 0.52f, 0.5f) * MathF.Exp(-moon * 13) * 0.5f;
            if (moon < 0.047f)
                return new Vector3(0.92f, 0.90f, 0.80f) * (0.8f + 0.25f * Cloud(x * 40, y * 40, 3));
            return sky + Stars(x, y) * (1 - veil);
        }
        var depth = (y - Horizon) / (Shore - Horizon);
        var water = Mix(new Vector3(0.050f, 0.070f, 0.115f), new Vector3(0.020f, 0.030f, 0.055f), depth);
        var ripple = Mottle(x * 26 / (0.3f + depth) + time * 0.8f, y * 170 - time * 2.4f);
        var track = MathF.Exp(-Square((x - 1.38f + 0.03f * (ripple - 0.5f)) / (0.05f + 0.11f * depth)));
        var spark = Mottle(x * 90, y * 240 + MathF.Floor(time * 12) * 23.3f);
        return water * (0.6f + 0.8f * ripple) + new Vector3(0.75f, 0.76f, 0.70f) * (track * (0.25f * ripple + Smooth(0.62f, 0.85f, spark)));
    }

    private static Vector3 Stars(float x, float y)
    {
        var (gx, gy) = (x * 26, y * 26);
        var (ix, iy) = ((int)gx, (int)gy);
        if (Cell(ix + 11, iy + 77) > 0.5f)
            return Vector3.Zero;
        var away = MathF.Sqrt(Square(gx - ix - 0.2f - 0.6f * Cell(ix, iy)) + Square(gy - iy - 0.2f - 0.6f * Cell(iy, ix + 3))) / 26;
        return new Vector3(0.75f, 0.78f, 0.85f) * Cell(ix + 1, iy + 5) * (1 - Smooth(0.0009f, 0.0022f, away));
    }

    private static Vector3 Sand(float x, float y, float drift, float breath)
    {
        var z = 0.25f / (y - Shore + 0.16f);
        var (wx, wz) = ((x + drift - 0.9f) * z, z * 6);
        var grain = 0.55f + 0.5f * Cloud(wx * 42, wz * 20, 4) + 0.35f * Mottle(wx * 150, wz * 60);
        var away = Square((x + drift - Fire.X) / 0.52f) + Square((y - Fire.Y - 0.03f) / 0.20f);
        return new Vector3(0.30f, 0.25f, 0.20f) * grain * (new Vector3(0.16f, 0.20f, 0.32f) + new Vector3(2.1f, 1.05f, 0.40f) * breath * MathF.Exp(-1.5f * away));
    }

    private static Vector3 Flames(Vector3 light, float x, float y, float time, float breath)
    {
        foreach (var lean in (ReadOnlySpan<float>)[-0.55f, 0.1f, 0.6f])
            if (MathF.Abs(x - lean * (y - 0.845f) * 1.8f) < 0.010f && y > 0.795f && y < 0.865f)
                light = new Vector3(0.10f, 0.05f, 0.03f) * (0.6f + Mottle(x * 240, y * 90)) * 2.2f;
        var height = (0.845f - y) / 0.24f;
        if (height is < 0 or > 1)
            return light + new Vector3(0.30f, 0.13f, 0.04f) * breath * MathF.Exp(-34 * (Square(x) + Square(y - 0.76f)));
        var wobble = 0.045f * height * (Mottle(height * 3.1f - time * 3.4f, 3) - 0.5f) * 2;
        var tongue = Cloud(x * 26 + 3, y * 11 + time * 4.2f, 3);
        var heat = (1 - MathF.Abs(x - wobble) / (0.075f * (1.05f - height))) * 0.75f + (tongue - 0.5f) * 1.15f - 0.42f * height;
        var flame = Smooth(-0.05f, 0.30f, heat);
        var colour = Mix(new Vector3(1.1f, 0.34f, 0.05f), new Vector3(1.6f, 1.25f, 0.62f), Smooth(0.1f, 0.62f, heat));
        return Mix(light + new Vector3(0.30f, 0.13f, 0.04f) * breath * MathF.Exp(-34 * (Square(x) + Square(y - 0.76f))), colour, flame);
    }

    private static Vector3 Smoke(Vector3 light, float x, float y, float time)
    {
        var height = (0.66f - y) / 0.66f;
        if (height < 0)
            return light;
        var bent = x - 0.16f * height * height - 0.03f * MathF.Sin(time * 1.1f + height * 5);
        var column = MathF.Exp(-Square(bent / (0.035f + 0.13f * height)));
        var smoke = column * Smooth(0.38f, 0.75f, Cloud(bent * 9, y * 6 + time * 1.1f, 4)) * (1 - height);
        return Mix(light, new Vector3(0.20f, 0.19f, 0.20f), 0.55f * smoke);
    }

    /// <summary>Each spark is born at the fire, rises on a path of its own, glows out and is born again.</summary>
    private static (float X, float Y, float Glow)[] SparksAt(float time)
    {
        var sparks = new (float X, float Y, float Glow)[42];
        for (var i = 0; i < sparks.Length; i++)
        {
            var life = time * (0.42f + 0.35f * Cell(i, 200)) + Cell(i, 201) * 7;
            var turn = (int)life;
            var age = life - turn;
            sparks[i] = (
                0.10f * (Cell(i + 9, turn) - 0.5f) + age * 0.42f * (Cell(i, turn + 60) - 0.4f) + 0.02f * MathF.Sin(age * 14 + i),
                0.78f - age * (0.35f + 0.40f * Cell(i, turn + 5)), 1 - age);
        }
        return sparks;
    }

    private static Vector3 Sparks(Vector3 light, float x, float y, (float X, float Y, float Glow)[] sparks)
    {
        if (MathF.Abs(x) > 0.36f || y > 0.82f)
            return light;
        foreach (var spark in sparks)
        {
            if (MathF.Abs(y - spark.Y) > 0.006f)
                continue;
            var away = MathF.Sqrt(Square(x - spark.X) + Square((y - spark.Y) * 0.7f));
            light += new Vector3(1.5f, 0.85f, 0.30f) * spark.Glow * (1 - Smooth(0.0010f, 0.0034f, away));
        }
        return light;
    }

    private static float Square(float value) => value * value;
}

using System.Numerics;
using static Kinolux.Restore.Demo.Texture;

namespace Kinolux.Restore.Demo;

/// <summary>A pan over a lake and a meadow in the afternoon: fine grass, glittering water, birds, a fence with poles and wires, two people walking past each other.</summary>
internal static class LakeShot
{
    private const float Horizon = 0.44f;
    private const float Shore = 0.60f;
    private static readonly Vector2 Sun = new(-0.7f, -0.7f);
    private static readonly Vector3 Ambient = new(0.34f, 0.40f, 0.50f);
    private static readonly Vector3 Key = new(1.35f, 1.15f, 0.85f);
    private static readonly Figure.Look Man = new(new(0.16f, 0.13f, 0.10f), new(0.09f, 0.09f, 0.11f), new(0.10f, 0.07f, 0.05f));
    private static readonly Figure.Look Woman = new(new(0.55f, 0.14f, 0.12f), new(0.20f, 0.16f, 0.14f), new(0.50f, 0.40f, 0.22f), Dress: true);

    /// <param name="time">Seconds since the shot began.</param>
    public static Painter At(float time)
    {
        var pan = 0.16f * time;
        var his = new Vector2(0.25f + 0.30f * time - pan, 0.90f);
        var her = new Vector2(1.75f - 0.16f * time - pan, 0.82f);
        var man = Figure.Standing(his, 0.46f, 1, Man, Figure.Pose.Walking(6.2f * time), Sun);
        var woman = Figure.Standing(her, 0.38f, -1, Woman, Figure.Pose.Walking(5.6f * time + 1), Sun);
        return (x, y) =>
        {
            var light = y < Shore ? Beyond(x, y, time, pan) : Meadow(x, y, time, pan) * Figure.Shadow(his, 0.46f, x, y) * Figure.Shadow(her, 0.38f, x, y);
            light = Birds(light, x, y, time, pan);
            light = Fence(light, x + pan, y);
            light = woman.Over(light, x, y, Ambient, Key);
            light = man.Over(light, x, y, Ambient, Key);
            return Blades(light, x + 1.5f * pan, y, time);
        };
    }

    private static Vector3 Beyond(float x, float y, float time, float pan)
    {
        if (y > Horizon + 0.02f * (Mottle(x * 3 + 0.6f * pan * 3, 4) - 0.5f))
            return Water(x, y, time, pan);
        return Land(x, y, time, pan);
    }

    private static Vector3 Land(float x, float y, float time, float pan)
    {
        var trees = x + 0.5f * pan;
        var wood = Horizon - 0.045f - 0.05f * Cloud(trees * 2.6f, 7, 3) - 0.022f * Cloud(trees * 26, 3, 3);
        if (y > wood)
        {
            var leaves = Cloud(trees * 60, y * 75, 3);
            var lit = Smooth(0.35f, 0.75f, leaves) * (1.2f - 5 * (y - wood));
            return Mix(new Vector3(0.045f, 0.075f, 0.05f), new Vector3(0.24f, 0.28f, 0.12f), Math.Clamp(lit, 0, 1));
        }
        var far = x + 0.25f * pan;
        var hill = Horizon - 0.12f - 0.13f * Cloud(far * 1.1f + 3, 21, 4);
        if (y > hill)
        {
            var slope = Cloud(far * 9, y * 16, 4);
            return Mix(new Vector3(0.20f, 0.27f, 0.34f), new Vector3(0.36f, 0.38f, 0.36f), slope) * (0.75f + 0.7f * (y - hill) / 0.2f);
        }
        var sky = Mix(new Vector3(0.30f, 0.46f, 0.72f), new Vector3(0.92f, 0.80f, 0.66f), Smooth(0, 0.42f, y));
        var cloud = Smooth(0.48f, 0.78f, Cloud((x + 0.1f * pan + 0.012f * time) * 1.8f, y * 5.5f, 4));
        return Mix(sky, new Vector3(1.0f, 0.93f, 0.86f) * (0.75f + 0.3f * Mottle(x * 6 + time * 0.03f, y * 12)), 0.85f * cloud);
    }

    /// <summary>The far shore upside down, broken by ripples, and the sun's glitter.</summary>
    private static Vector3 Water(float x, float y, float time, float pan)
    {
        var depth = (y - Horizon) / (Shore - Horizon);
        var scale = 1 / (0.12f + depth);
        var ripple = Mottle((x + 0.6f * pan) * 14 * scale + time * 0.7f, y * 150 * (0.4f + scale * 0.12f) - time * 2.2f) - 0.5f;
        var mirrored = Horizon - 0.012f - (y - Horizon) * 1.35f + 0.05f * ripple * (0.4f + depth);
        var light = Land(x + 0.012f * ripple, MathF.Max(0.02f, mirrored), time, pan) * new Vector3(0.62f, 0.70f, 0.78f) + new Vector3(0.02f, 0.03f, 0.04f);
        light *= 1 + 0.35f * ripple;
        var track = MathF.Exp(-Square((x - 0.55f + 0.05f * pan) / (0.16f + 0.25f * depth)));
        var spark = Mottle((x + 0.6f * pan) * 95, y * 260 + MathF.Floor(time * 12) * 31.7f);
        return light + new Vector3(1.3f, 1.15f, 0.9f) * Smooth(0.86f - 0.10f * track, 0.97f, spark) * (0.15f + track);
    }

    private static Vector3 Meadow(float x, float y, float time, float pan)
    {
        var z = 0.30f / (y - Shore + 0.16f);
        var (wx, wz) = ((x - 0.9f) * z + pan * 1.0f * z, z * 6);
        var field = Cloud(wx * 2.2f, wz * 1.4f, 3);
        var straw = Cloud(wx * 75, wz * 16, 3);
        var blade = Mottle(wx * 160, wz * 22);
        var wind = 0.10f * Mottle(wx * 1.6f - time * 0.9f, wz * 0.8f);
        var green = Mix(new Vector3(0.10f, 0.15f, 0.045f), new Vector3(0.36f, 0.34f, 0.13f), Math.Clamp(0.15f + 0.75f * field, 0, 1));
        var path = MathF.Exp(-Square((y - 0.875f - 0.012f * MathF.Sin(wx * 4)) / 0.035f));
        var ground = Mix(green * (0.45f + 0.65f * straw + 0.55f * blade + wind), new Vector3(0.42f, 0.34f, 0.24f) * (0.65f + 0.5f * Cloud(wx * 40, wz * 30, 3)), 0.8f * path);
        return ground * (0.8f + 0.5f * (y - Shore));
    }

    private static Vector3 Birds(Vector3 light, float x, float y, float time, float pan)
    {
        for (var i = 0; i < 5; i++)
        {
            var cx = 1.35f - 0.16f * time + 0.09f * i - 0.3f * pan + 0.01f * MathF.Sin(time * 2 + i);
            var cy = 0.15f + 0.022f * ((i * 3) % 5) + 0.012f * MathF.Sin(time * 1.7f + i * 2);
            var (dx, dy) = (MathF.Abs(x - cx), y - cy);
            if (dx > 0.016f || MathF.Abs(dy) > 0.014f)
                continue;
            var wing = 0.65f * MathF.Sin(time * 17 + i * 1.9f);
            if (MathF.Abs(dy - wing * dx + 12 * dx * dx) < 0.0032f * (1.15f - dx / 0.016f))
                light = new Vector3(0.05f, 0.05f, 0.06f);
        }
        return light;
    }

    private static Vector3 Fence(Vector3 light, float x, float y)
    {
        var wood = new Vector3(0.30f, 0.24f, 0.18f) * (0.55f + 0.6f * Mottle(x * 300, y * 18));
        // Three wires that sag between telegraph poles.
        var along = x / 1.15f - MathF.Floor(x / 1.15f);
        var sag = 0.055f * 4 * along * (1 - along);
        for (var i = 0; i < 3; i++)
            if (MathF.Abs(y - (0.095f + 0.020f * i + sag)) < 0.0011f)
                light = new Vector3(0.07f, 0.07f, 0.08f);
        var pole = MathF.Abs(x - 1.15f * MathF.Round(x / 1.15f));
        if (y > 0.05f && y < 0.70f && pole < 0.0065f)
            return wood * (1.25f - 90 * (x - 1.15f * MathF.Round(x / 1.15f)));
        if (MathF.Abs(y - 0.10f) < 0.005f && pole < 0.045f)
            return wood;
        var post = x - 0.21f * MathF.Round(x / 0.21f);
        if (y > 0.605f && y < 0.735f && MathF.Abs(post) < 0.0065f)
            return wood * (1.2f - 80 * post);
        foreach (var rail in (ReadOnlySpan<float>)[0.635f, 0.682f])
            if (MathF.Abs(y - rail - 0.003f * MathF.Sin(x * 30)) < 0.0042f)
                return wood * 1.1f;
        return light;
    }

    /// <summary>Blades before the lens, a little out of the light.</summary>
    private static Vector3 Blades(Vector3 light, float x, float y, float time)
    {
        if (y < 0.86f)
            return light;
        var bent = x + 0.12f * (1 - y) * MathF.Sin(time * 1.9f + x * 5);
        var tip = 0.99f - 0.11f * Square(Mottle(bent * 62, 11)) - 0.035f * Mottle(bent * 9, 5);
        return y < tip ? light : new Vector3(0.055f, 0.085f, 0.03f) * (0.5f + 1.1f * Mottle(bent * 130, 3) + 2.5f * (y - tip));
    }

    private static float Square(float value) => value * value;
}

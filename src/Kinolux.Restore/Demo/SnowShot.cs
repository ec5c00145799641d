using System.Numerics;
using static Kinolux.Restore.Demo.Texture;

namespace Kinolux.Restore.Demo;

/// <summary>A slow dolly towards a brick house at dusk: mortar and window bars, warm light, falling snow, a man who waves and a woman who turns to him.</summary>
internal static class SnowShot
{
    private const float Ground = 0.80f;
    private static readonly Vector2 Lamp = new(0.6f, -0.8f);
    private static readonly Vector3 Ambient = new(0.20f, 0.24f, 0.34f);
    private static readonly Vector3 Key = new(0.95f, 0.70f, 0.42f);
    private static readonly Figure.Look Man = new(new(0.10f, 0.12f, 0.17f), new(0.07f, 0.06f, 0.06f), new(0.05f, 0.05f, 0.06f));
    private static readonly Figure.Look Woman = new(new(0.32f, 0.22f, 0.38f), new(0.12f, 0.10f, 0.10f), new(0.16f, 0.10f, 0.07f), Dress: true);

    /// <param name="time">Seconds since the shot began.</param>
    public static Painter At(float time)
    {
        var zoom = 1 / (1 + 0.055f * time);
        var wave = MathF.Sin(time * 9);
        var his = new Vector2(0.52f, 0.90f);
        var her = new Vector2(1.02f + 0.03f * MathF.Sin(time * 1.3f), 0.88f);
        var man = Figure.Standing(his, 0.50f, 1, Man, new Figure.Pose(0.02f, 0.06f, 0.05f, -0.06f, 0.05f, 2.5f + 0.10f * wave, 0.35f + 0.45f * wave, 0.10f, 0.2f, 0.03f * wave), Lamp);
        var lift = Smooth(0.6f, 1.6f, time);
        var woman = Figure.Standing(
            her, 0.46f, time < 0.9f ? 1 : -1, Woman,
            new Figure.Pose(0.02f, 0.04f, 0.04f, -0.04f, 0.04f, 0.2f + 1.1f * lift, 0.5f + 0.5f * MathF.Sin(time * 5) * lift, 0.15f, 0.5f, 0.05f * MathF.Sin(time * 3)), Lamp);
        return (x, y) =>
        {
            var u = 0.889f + (x - 0.889f) * zoom;
            var v = 0.55f + (y - 0.55f) * zoom;
            var light = v < Ground ? House(u, v, time) : Street(u, v) * Figure.Shadow(his, 0.5f, u, v) * Figure.Shadow(her, 0.46f, u, v);
            light = woman.Over(light, u, v, Ambient, Key);
            light = man.Over(light, u, v, Ambient, Key);
            light = LampPost(light, u, v);
            return Snow(light, x, y, time);
        };
    }

    private static Vector3 House(float x, float y, float time)
    {
        var glow = 0.9f * MathF.Exp(-3.2f * (Square(x - 1.05f) + Square(y - 0.42f))) + 0.5f * MathF.Exp(-9 * (Square(x - 0.22f) + Square(y - 0.22f)));
        var light = new Vector3(0.16f, 0.19f, 0.28f) + new Vector3(0.85f, 0.58f, 0.30f) * glow;
        if (Window(x - 1.14f, y - 0.36f, time) is { } pane)
            return pane;
        if (Door(x - 0.66f, y) is { } door)
            return door * light;
        return Brick(x, y) * light;
    }

    private static Vector3 Brick(float x, float y)
    {
        const float Height = 0.031f, Width = 0.082f;
        var row = MathF.Floor(y / Height);
        var shifted = x / Width + 0.5f * ((int)row & 1);
        var column = MathF.Floor(shifted);
        var (u, v) = (shifted - column, y / Height - row);
        var tone = Cell((int)column * 7 + 31, (int)row * 13 + 7);
        var brick = Mix(new Vector3(0.40f, 0.17f, 0.11f), new Vector3(0.62f, 0.33f, 0.22f), tone) * (0.65f + 0.6f * Cloud(x * 120, y * 120, 3));
        var mortar = new Vector3(0.58f, 0.55f, 0.50f) * (0.7f + 0.4f * Mottle(x * 260, y * 260));
        var edge = MathF.Min(MathF.Min(u, 1 - u) * Width, MathF.Min(v, 1 - v) * Height);
        // The upper edge of each brick catches the light.
        return Mix(mortar, brick * (1 + 0.35f * Smooth(0.75f, 1, 1 - v) - 0.3f * Smooth(0.8f, 1, v)), Smooth(0.0014f, 0.0030f, edge));
    }

    private static Vector3? Window(float x, float y, float time)
    {
        const float HalfWidth = 0.145f, HalfHeight = 0.17f, Frame = 0.013f;
        var (ax, ay) = (MathF.Abs(x), MathF.Abs(y));
        if (ax > HalfWidth + Frame || ay > HalfHeight + Frame)
            return y > HalfHeight + Frame && y < HalfHeight + 0.035f && ax < HalfWidth + 0.03f ? new Vector3(0.50f, 0.52f, 0.58f) * (0.8f + 0.4f * Mottle(x * 90, y * 90)) : null;
        var bar = ax < 0.0055f || MathF.Abs(ay - 0.058f) < 0.0045f || ax > HalfWidth || ay > HalfHeight;
        if (bar)
            return new Vector3(0.30f, 0.27f, 0.23f) * (0.8f + 0.3f * Mottle(x * 200, y * 30));
        var warm = new Vector3(1.15f, 0.78f, 0.38f) * (0.55f + 0.5f * MathF.Exp(-14 * (Square(x - 0.03f) + Square(y - 0.02f))));
        var fold = 0.5f + 0.5f * MathF.Sin(x * 130 + 4 * Mottle(y * 5, 2) + 0.5f * MathF.Sin(time * 0.9f + y * 6));
        var curtain = Smooth(0.055f, 0.075f, ax - 0.03f * Cloud(y * 4, 3, 2));
        return Mix(warm, new Vector3(0.72f, 0.42f, 0.22f) * (0.45f + 0.5f * fold), 0.85f * curtain);
    }

    private static Vector3? Door(float x, float y)
    {
        if (MathF.Abs(x) > 0.105f || y < 0.30f)
            return null;
        if (MathF.Abs(x) > 0.09f || y < 0.318f)
            return new Vector3(0.55f, 0.50f, 0.44f);
        var panel = MathF.Abs(MathF.Abs(x) - 0.045f) < 0.030f && (y - 0.34f) % 0.15f < 0.115f;
        var grain = 0.7f + 0.5f * Cloud(x * 160, y * 9, 3);
        var knob = Square(x - 0.073f) + Square(y - 0.58f) < 0.00006f;
        return knob ? new Vector3(0.9f, 0.75f, 0.35f) : new Vector3(0.14f, 0.24f, 0.20f) * grain * (panel ? 1.25f : 0.95f);
    }

    private static Vector3 Street(float x, float y)
    {
        var z = 0.2f / (y - Ground + 0.12f);
        var drift = Cloud((x - 0.889f) * z * 5 + 9, z * 14, 4);
        var trodden = Smooth(0.45f, 0.7f, Cloud((x - 0.889f) * z * 11, z * 30 + 3, 3));
        var light = new Vector3(0.30f, 0.34f, 0.46f) + new Vector3(0.62f, 0.45f, 0.26f) * MathF.Exp(-4 * (Square(x - 1.05f) + Square(y - 0.82f)));
        return light * (0.62f + 0.5f * drift - 0.22f * trodden);
    }

    private static Vector3 LampPost(Vector3 light, float x, float y)
    {
        var away = x - 0.22f;
        if (y > 0.235f && y < 0.91f && MathF.Abs(away) < 0.0075f + 0.006f * Smooth(0.86f, 0.9f, y))
            return new Vector3(0.06f, 0.065f, 0.07f) * (1.6f + 110 * away);
        if (MathF.Abs(away) < 0.030f && y > 0.17f && y < 0.238f)
            return MathF.Abs(away) > 0.024f || y > 0.232f || y < 0.178f ? new Vector3(0.05f, 0.05f, 0.05f) : new Vector3(1.35f, 1.10f, 0.70f);
        return light + new Vector3(0.30f, 0.22f, 0.12f) * MathF.Exp(-60 * (Square(away) + Square(y - 0.205f)));
    }

    /// <summary>Three depths of flakes, each cell of a drifting grid holding one.</summary>
    private static Vector3 Snow(Vector3 light, float x, float y, float time)
    {
        for (var layer = 0; layer < 3; layer++)
        {
            var size = 0.045f + 0.045f * layer;
            var fallen = time * (0.24f + 0.16f * layer);
            var swayed = x + 0.05f * time * (1 + layer) + 0.010f * MathF.Sin(time * 2.1f + y * 9 + layer * 2);
            var (gx, gy) = (swayed / size + 40, (y - fallen) / size + 200);
            var (ix, iy) = ((int)MathF.Floor(gx), (int)MathF.Floor(gy));
            if (Cell(ix + 5, iy + 3 * layer) > 0.62f)
                continue;
            var (cx, cy) = (0.25f + 0.5f * Cell(ix + 50, iy), 0.25f + 0.5f * Cell(ix, iy + 90));
            var away = MathF.Sqrt(Square(gx - ix - cx) + Square(gy - iy - cy)) * size;
            var radius = (0.0016f + 0.0013f * layer) * (0.7f + 0.6f * Cell(ix + 9, iy + 17));
            light = Mix(light, new Vector3(0.86f, 0.88f, 0.95f) * (0.65f + 0.15f * layer), 0.92f * (1 - Smooth(0.6f, 1.3f, away / radius)));
        }
        return light;
    }

    private static float Square(float value) => value * value;
}

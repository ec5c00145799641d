using System.Numerics;
using static Kinolux.Restore.Demo.Texture;

namespace Kinolux.Restore.Demo;

/// <summary>An intertitle as silent films have it: pale letters and an ornamented border on black.</summary>
internal static class TitleShot
{
    private const float Middle = 16 / 18f;
    private static readonly List<(Vector2 From, Vector2 To)> Upper = StrokeFont.Lay("AT NIGHT", 0.115f);
    private static readonly List<(Vector2 From, Vector2 To)> Lower = StrokeFont.Lay("BY THE FIRE", 0.115f);

    /// <param name="brightness">0 to 1: titles fade in and out.</param>
    public static Painter At(float brightness) => (x, y) =>
    {
        var ink = MathF.Max(
            MathF.Max(Lettering(Upper, new Vector2(x - Middle, y - 0.41f)), Lettering(Lower, new Vector2(x - Middle, y - 0.59f))),
            Border(MathF.Abs(x - Middle), MathF.Abs(y - 0.5f)));
        var card = new Vector3(0.012f, 0.012f, 0.014f) * (0.8f + 0.5f * Cloud(x * 30, y * 30, 2));
        return Mix(card, new Vector3(0.88f, 0.84f, 0.74f), ink) * brightness;
    };

    private static float Lettering(List<(Vector2 From, Vector2 To)> strokes, Vector2 at)
    {
        if (MathF.Abs(at.Y) > 0.08f)
            return 0;
        var ink = 0f;
        foreach (var (from, to) in strokes)
        {
            var along = to - from;
            var t = Math.Clamp(Vector2.Dot(at - from, along) / along.LengthSquared(), 0, 1);
            var away = (at - from - t * along).Length();
            // Upright strokes are bold, level ones fine, as a broad pen draws.
            var half = 0.0045f + 0.0045f * MathF.Abs(along.Y) / along.Length();
            ink = MathF.Max(ink, 1 - Smooth(half - 0.0012f, half + 0.0012f, away));
        }
        return ink;
    }

    private static float Border(float x, float y)
    {
        var (ox, oy) = (0.80f - x, 0.41f - y);
        var inside = MathF.Min(ox, oy);
        var outer = Line(inside, 0.0035f);
        var inner = Line(inside - 0.022f, 0.0016f);
        var corner = MathF.Sqrt((ox - 0.055f) * (ox - 0.055f) + (oy - 0.055f) * (oy - 0.055f));
        var curl = Line(corner - 0.020f, 0.0022f) + (1 - Smooth(0.006f, 0.0085f, corner));
        var between = MathF.Sqrt(x * x * 0.35f + Square(y - 0.23f) * 14);
        return Math.Clamp(MathF.Max(MathF.Max(outer, inner), MathF.Max(curl, Line(between - 0.05f, 0.004f) * (x < 0.09f ? 1 : 0))), 0, 1);
    }

    private static float Line(float away, float half) => 1 - Smooth(half - 0.001f, half + 0.001f, MathF.Abs(away));

    private static float Square(float value) => value * value;
}

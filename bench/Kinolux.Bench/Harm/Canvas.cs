using System.Numerics;
using Kinolux.Core.Frames;
using Kinolux.Restore.Demo;

namespace Kinolux.Bench.Harm;

/// <summary>A grey picture to draw on, in 8-bit levels; shapes have soft edges of one sample.</summary>
internal sealed class Canvas(float[] grey)
{
    public const int Width = 320;
    public const int Height = 180;

    public float[] Grey { get; } = grey;

    public static Canvas Even(float level)
    {
        var grey = new float[Width * Height];
        Array.Fill(grey, level);
        return new Canvas(grey);
    }

    public static Canvas Of(Func<int, int, float> grey)
    {
        var canvas = Even(0);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                canvas.Grey[y * Width + x] = grey(x, y);
        return canvas;
    }

    public Canvas Copy() => new((float[])Grey.Clone());

    public Canvas Map(Func<float, float> change) => new(Array.ConvertAll(Grey, value => change(value)));

    /// <summary>The grey between samples, by Keys' cubic; beyond the picture its edge repeats.</summary>
    public float At(float x, float y)
    {
        var (left, top) = ((int)MathF.Floor(x), (int)MathF.Floor(y));
        var sum = 0f;
        for (var j = -1; j <= 2; j++)
            for (var i = -1; i <= 2; i++)
                sum += Cubic(x - left - i) * Cubic(y - top - j) * Grey[Math.Clamp(top + j, 0, Height - 1) * Width + Math.Clamp(left + i, 0, Width - 1)];
        return sum;
    }

    /// <summary>The picture smoothed by a Gaussian.</summary>
    public Canvas Blur(float sigma) => new(Blur(Blur(Grey, sigma, 1, 0), sigma, 0, 1));

    public void Disc(float x, float y, float radius, float level, float cover = 1) =>
        Shape(x - radius - 1, y - radius - 1, x + radius + 1, y + radius + 1, level, (u, v) => cover * (radius + 0.5f - Vector2.Distance(new(u, v), new(x, y))));

    public void Ellipse(float x, float y, float across, float down, float level) =>
        Shape(x - across - 1, y - down - 1, x + across + 1, y + down + 1, level, (u, v) => (1 - new Vector2((u - x) / across, (v - y) / down).Length()) * Math.Min(across, down) + 0.5f);

    public void Line(float x0, float y0, float x1, float y1, float width, float level, float cover = 1)
    {
        var (from, way) = (new Vector2(x0, y0), new Vector2(x1 - x0, y1 - y0));
        var length = Math.Max(1e-6f, way.LengthSquared());
        Shape(Math.Min(x0, x1) - width - 1, Math.Min(y0, y1) - width - 1, Math.Max(x0, x1) + width + 1, Math.Max(y0, y1) + width + 1, level, (u, v) =>
        {
            var at = Math.Clamp(Vector2.Dot(new Vector2(u, v) - from, way) / length, 0, 1);
            return cover * Math.Clamp(width / 2 + 0.5f - Vector2.Distance(new(u, v), from + at * way), 0, 1);
        });
    }

    public void Rectangle(float x0, float y0, float x1, float y1, float level) =>
        Shape(x0, y0, x1, y1, level, (u, v) => u >= x0 && u <= x1 && v >= y0 && v <= y1 ? 1 : 0);

    /// <summary>A line of capitals, centred.</summary>
    public void Text(string text, float x, float y, float size, float width, float level)
    {
        foreach (var (from, to) in StrokeFont.Lay(text, size))
            Line(x + from.X, y + from.Y, x + to.X, y + to.Y, width, level);
    }

    /// <summary>Adds light that falls off with distance.</summary>
    public void Glow(float x, float y, float radius, float level)
    {
        for (var v = 0; v < Height; v++)
            for (var u = 0; u < Width; u++)
                Grey[v * Width + u] += level * MathF.Exp(-((u - x) * (u - x) + (v - y) * (v - y)) / (2 * radius * radius));
    }

    /// <param name="sigma">Deviation of the grain, in levels.</param>
    public Frame Develop(FramePool pool, FrameFormat format, float sigma, Random random)
    {
        var grain = new float[Grey.Length];
        for (var i = 0; sigma > 0 && i < grain.Length; i++)
            grain[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        var soft = sigma > 0 ? new Canvas(grain).Blur(0.7f).Grey : grain;
        var scale = sigma > 0 ? sigma / MathF.Sqrt(soft.Average(value => value * value)) : 0;
        var frame = pool.Rent(format);
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
                frame.Guide[x, y] = FrameFormat.Widen((int)MathF.Round(Math.Clamp(Grey[y * Width + x] + scale * soft[y * Width + x], 0, 255)), 8);
        return frame;
    }

    private void Shape(float left, float top, float right, float bottom, float level, Func<int, int, float> cover)
    {
        for (var v = Math.Max(0, (int)top); v <= Math.Min(Height - 1, (int)bottom); v++)
            for (var u = Math.Max(0, (int)left); u <= Math.Min(Width - 1, (int)right); u++)
                if (Math.Clamp(cover(u, v), 0, 1) is var share and > 0)
                    Grey[v * Width + u] += share * (level - Grey[v * Width + u]);
    }

    private static float Cubic(float at)
    {
        at = MathF.Abs(at);
        return at < 1 ? (1.5f * at - 2.5f) * at * at + 1 : at < 2 ? ((-0.5f * at + 2.5f) * at - 4) * at + 2 : 0;
    }

    private static float[] Blur(float[] source, float sigma, int across, int down)
    {
        var reach = (int)MathF.Ceiling(3 * sigma);
        var weights = Enumerable.Range(-reach, 2 * reach + 1).Select(i => MathF.Exp(-i * i / (2 * sigma * sigma))).ToArray();
        var total = weights.Sum();
        var result = new float[source.Length];
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var sum = 0f;
                for (var i = -reach; i <= reach; i++)
                    sum += weights[i + reach] * source[Math.Clamp(y + i * down, 0, Height - 1) * Width + Math.Clamp(x + i * across, 0, Width - 1)];
                result[y * Width + x] = sum / total;
            }
        return result;
    }
}

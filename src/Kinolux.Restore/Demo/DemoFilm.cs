using System.Numerics;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Core.Progress;
using Kinolux.Core.Time;
using Kinolux.Media;

namespace Kinolux.Restore.Demo;

/// <summary>
/// A short film of our own to show restoration on, drawn from formulas alone: a lake in the afternoon, dissolving into a snowy street, an intertitle, a night by the fire.
/// It holds what restoration must not harm: grass, brick, glitter, snow, sparks, smoke, stars, birds, wires, poles, waving hands.
/// </summary>
public static class DemoFilm
{
    public const int Width = 640;
    public const int Height = 360;
    private const int SnowFrom = 62, DissolveTo = 76, TitleFrom = 124, FireFrom = 156;
    private const float FramesPerSecond = 24;
    private static readonly byte[] Tone = MakeTone();

    public static int FrameCount => 216;

    public static Rational Rate => new(24, 1);

    public static FrameFormat Format { get; } = new(Width, Height, PixelLayout.Yuv420, 8);

    private static ColourDescription Colour { get; } = new("tv", "bt709", "bt709", "bt709", "left");

    /// <summary>First frames of the shots; the second begins with a dissolve.</summary>
    public static IReadOnlyList<int> ShotStarts { get; } = [0, SnowFrom, TitleFrom, FireFrom];

    /// <summary>Draws a frame, which the caller disposes.</summary>
    public static Frame Render(int number, FramePool pool, RowRunner rows)
    {
        var painter = At(number);
        var rgb = new byte[Width * Height * 3];
        rows.Run(Height, (first, end) =>
        {
            for (var y = first; y < end; y++)
                for (var x = 0; x < Width; x++)
                    Develop(painter, x, y, rgb.AsSpan((y * Width + x) * 3, 3));
        });
        var frame = pool.Rent(Format);
        Encode(rgb, frame);
        return frame;
    }

    /// <summary>Renders the film with its music.</summary>
    /// <exception cref="Core.Faults.FaultException">It cannot be written.</exception>
    public static void Write(string path, bool overwrite, RowRunner rows, ProgressMeter meter, CancellationToken cancel = default)
    {
        var music = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".", $".{Path.GetFileNameWithoutExtension(path)}.wav");
        try
        {
            DemoMusic.Write(music, FrameCount / (double)FramesPerSecond);
            var sound = new FilmInfo
            {
                Path = music, Container = "wav", Codec = "", PixelFormat = "", Format = Format, Rate = Rate, TimeBase = Rate.Inverse, FrameCount = FrameCount,
            };
            var pool = new FramePool();
            using var writer = new FilmWriter(path, new FilmTarget { Format = Format, Rate = Rate, Colour = Colour, CopyFrom = sound }, overwrite, cancel: cancel);
            for (var number = 0; number < FrameCount; number++)
            {
                cancel.ThrowIfCancellationRequested();
                using var frame = Render(number, pool, rows);
                writer.Write(frame);
                meter.Step();
            }
            writer.Complete();
        }
        finally
        {
            File.Delete(music);
        }
    }

    private static Painter At(int number)
    {
        float Seconds(int since) => (number - since) / FramesPerSecond;
        if (number < SnowFrom)
            return LakeShot.At(Seconds(0));
        if (number < DissolveTo)
        {
            var (lake, snow) = (LakeShot.At(Seconds(0)), SnowShot.At(Seconds(SnowFrom)));
            var share = (number - SnowFrom + 1f) / (DissolveTo - SnowFrom + 1);
            return (x, y) => Texture.Mix(lake(x, y), snow(x, y), share);
        }
        if (number < TitleFrom)
            return SnowShot.At(Seconds(SnowFrom));
        if (number < FireFrom)
            return TitleShot.At(Texture.Smooth(0, 5, MathF.Min(number - TitleFrom + 1, FireFrom - number)));
        var fade = Texture.Smooth(0, 12, FrameCount - number);
        var fire = FireShot.At(Seconds(FireFrom));
        return fade >= 1 ? fire : (x, y) => fire(x, y) * fade;
    }

    /// <summary>Averages two rays, or four where those two differ, darkens the corners as a lens does and exposes.</summary>
    private static void Develop(Painter painter, int x, int y, Span<byte> rgb)
    {
        Vector3 Ray(int i, int j) =>
            Vector3.Clamp(painter((2 * x + i + 0.5f) / (2 * Height), (2 * y + j + 0.5f) / (2 * Height)), Vector3.Zero, new Vector3(4));
        var (first, second) = (Ray(0, 0), Ray(1, 1));
        var light = (first + second) / 2;
        if (Vector3.DistanceSquared(first, second) > 0.0025f * light.LengthSquared())
            light = (light + (Ray(1, 0) + Ray(0, 1)) / 2) / 2;
        var (dx, dy) = ((x - Width / 2f) / Width, (y - Height / 2f) / Width);
        light *= 1 - 0.7f * (dx * dx + dy * dy);
        rgb[0] = Expose(light.X);
        rgb[1] = Expose(light.Y);
        rgb[2] = Expose(light.Z);
    }

    private static byte Expose(float light) => Tone[(int)MathF.Min(Tone.Length - 1, light * 1024)];

    /// <summary>A film-like curve: a toe, a straight part, a soft shoulder.</summary>
    private static byte[] MakeTone()
    {
        var tone = new byte[4097];
        for (var i = 0; i < tone.Length; i++)
        {
            var light = i / 1024.0;
            var shouldered = light * (1 + light / 9) / (1 + 0.75 * light);
            var grey = Math.Pow(Math.Min(1, shouldered * 1.12), 1 / 2.2);
            tone[i] = (byte)Math.Clamp(255 * (grey + 0.32 * grey * (1 - grey) * (2 * grey - 1.1)) + 0.5, 0, 255);
        }
        return tone;
    }

    /// <summary>RGB to Y'CbCr, BT.709, studio range, chroma averaged over four samples.</summary>
    private static void Encode(ReadOnlySpan<byte> rgb, Frame frame)
    {
        for (var y = 0; y < Height; y++)
            for (var x = 0; x < Width; x++)
            {
                var p = rgb.Slice((y * Width + x) * 3, 3);
                frame.Planes[0][x, y] = FrameFormat.Widen((int)(16.5f + (0.2126f * p[0] + 0.7152f * p[1] + 0.0722f * p[2]) * (219 / 255f)), 8);
            }
        for (var y = 0; y < Height / 2; y++)
            for (var x = 0; x < Width / 2; x++)
            {
                float r = 0, g = 0, b = 0;
                for (var k = 0; k < 4; k++)
                {
                    var p = rgb.Slice(((2 * y + (k >> 1)) * Width + 2 * x + (k & 1)) * 3, 3);
                    (r, g, b) = (r + p[0], g + p[1], b + p[2]);
                }
                frame.Planes[1][x, y] = FrameFormat.Widen((int)(128.5f + (-0.1146f * r - 0.3854f * g + 0.5f * b) * (224 / 1020f)), 8);
                frame.Planes[2][x, y] = FrameFormat.Widen((int)(128.5f + (0.5f * r - 0.4542f * g - 0.0458f * b) * (224 / 1020f)), 8);
            }
    }
}

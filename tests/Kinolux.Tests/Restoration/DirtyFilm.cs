using Kinolux.Core.Frames;
using Kinolux.Core.Time;
using Kinolux.Media;
using Kinolux.Tests.Restore.Survey;

namespace Kinolux.Tests.Restoration;

/// <summary>A small film of two shots, texture that drifts: the first weaves in the gate, and every frame has specks.</summary>
internal static class DirtyFilm
{
    public const int Frames = 48;

    /// <summary>What its specks are called: at this size they are large.</summary>
    public const string Kind = "blotch";

    /// <summary>The first frame of the second shot.</summary>
    public const int Cut = 30;

    private static readonly FrameFormat Format = new(96, 64, PixelLayout.Gray, 8);

    public static string Write(string path, int seed = 1, int frames = Frames)
    {
        var pool = new FramePool();
        using var writer = new FilmWriter(path, new FilmTarget { Format = Format, Rate = new Rational(24, 1) });
        for (var n = 0; n < frames; n++)
        {
            using var frame = pool.Rent(Format);
            Draw(frame.Planes[0], n, seed);
            writer.Write(frame);
        }
        writer.Complete();
        return path;
    }

    private static void Draw(Plane plane, int n, int seed)
    {
        var second = n >= Cut;
        var (dx, dy) = second ? (0, 0) : (3 * SyntheticFilm.Hash(seed, n, 0) - 1.5, 3 * SyntheticFilm.Hash(seed, n, 1) - 1.5);
        for (var y = 0; y < plane.Height; y++)
            for (var x = 0; x < plane.Width; x++)
                plane[x, y] = Grey(second ? Scene(x + n * 0.5, y, seed + 3, 0.21) : Scene(x + dx, y + dy + n * 0.25, seed, 0.34) - 30);
        // So many that the film is known to be dirty: the one speck of a clean film may be a fly.
        var dice = new Random(seed * 1000 + n);
        for (var speck = 0; speck < 6; speck++)
        {
            var (left, top, size) = (dice.Next(4, 88), dice.Next(4, 56), dice.Next(3, 5));
            for (var y = top; y < top + size; y++)
                for (var x = left; x < left + size; x++)
                    plane[x, y] = Grey(speck % 3 == 0 ? 245 : 12);
        }
    }

    private static double Scene(double x, double y, int seed, double scale) =>
        140 + 35 * Math.Sin(x * scale + seed) * Math.Cos(y * scale * 0.7) + 22 * Math.Sin((x * 0.6 + y) * scale * 2.3 + seed) + 12 * Math.Cos((x - y * 1.4) * scale * 3.1);

    private static ushort Grey(double level) => FrameFormat.Widen((int)Math.Clamp(Math.Round(level), 0, 255), 8);
}

using Kinolux.Core.Frames;

namespace Kinolux.Media.Display;

/// <summary>Rows of red, green and blue from luma and chroma; chroma that is smaller is put between its neighbours (it sits at the left of its luma samples, and in the middle of their height).</summary>
internal sealed class ChromaRows
{
    private const int Bits = 13;
    private const int Unit = 1 << Bits;
    private readonly Plane[] _planes;
    private readonly EightBit _eight;
    private readonly (int At, int Share)[] _across;
    private readonly (int At, int Share)[] _down;
    private readonly int _black;
    private readonly int _luma;
    private readonly (int RedV, int GreenU, int GreenV, int BlueU) _weights;

    /// <param name="size">Of the picture and its luma plane.</param>
    public ChromaRows(PictureLook look, (int Width, int Height) size, Plane[] planes, EightBit eight)
    {
        (_planes, _eight) = (planes, eight);
        _across = Places(size.Width, planes[1].Width, planes[1].Width < size.Width ? 0.25 : 0);
        _down = Places(size.Height, planes[1].Height, 0);
        var (red, blue) = look.Matrix switch { LumaMatrix.Bt709 => (0.2126, 0.0722), LumaMatrix.Bt2020 => (0.2627, 0.0593), _ => (0.299, 0.114) };
        var (lumaScale, chromaScale) = look.FullRange ? (1.0, 1.0) : (255.0 / 219, 255.0 / 224);
        _black = look.FullRange ? 0 : 16;
        _luma = Fixed(lumaScale);
        var green = 1 - red - blue;
        _weights = (
            Fixed(2 * (1 - red) * chromaScale), Fixed(-2 * (1 - blue) * blue / green * chromaScale),
            Fixed(-2 * (1 - red) * red / green * chromaScale), Fixed(2 * (1 - blue) * chromaScale));
    }

    /// <summary>Writes row <paramref name="y"/>, three bytes a sample.</summary>
    public void Write(int y, Span<byte> target)
    {
        var width = _across.Length;
        Span<byte> luma = stackalloc byte[width];
        _eight.Convert(0, _planes[0].Row(y), luma);
        Span<byte> u = stackalloc byte[_planes[1].Width];
        Span<byte> v = stackalloc byte[_planes[1].Width];
        Between(1, y, u);
        Between(2, y, v);
        for (var x = 0; x < width; x++)
        {
            var (at, share) = _across[x];
            var next = Math.Min(at + 1, u.Length - 1);
            // In 1/256 of a level.
            var cu = u[at] * (256 - share) + u[next] * share - (128 << 8);
            var cv = v[at] * (256 - share) + v[next] * share - (128 << 8);
            var grey = (luma[x] - _black) * _luma + Unit / 2;
            target[3 * x] = Level(grey + (_weights.RedV * cv >> 8));
            target[3 * x + 1] = Level(grey + (_weights.GreenU * cu + _weights.GreenV * cv >> 8));
            target[3 * x + 2] = Level(grey + (_weights.BlueU * cu >> 8));
        }
    }

    private void Between(int plane, int y, Span<byte> target)
    {
        var (at, share) = _down[y];
        var above = _planes[plane].Row(at);
        var below = _planes[plane].Row(Math.Min(at + 1, _planes[plane].Height - 1));
        Span<ushort> row = stackalloc ushort[above.Length];
        for (var x = 0; x < row.Length; x++)
            row[x] = (ushort)(above[x] * (256 - share) + below[x] * share + 128 >> 8);
        _eight.Convert(plane, row, target);
    }

    // For each of `count` places the sample of `from` at or before it, and in 1/256 how far towards the next; `offset` is how far these samples sit from the middle of what they cover.
    private static (int At, int Share)[] Places(int count, int from, double offset)
    {
        var places = new (int, int)[count];
        for (var i = 0; i < count; i++)
        {
            var place = Math.Clamp((i + 0.5) * from / count - 0.5 + offset, 0, from - 1);
            places[i] = ((int)place, (int)Math.Round((place - (int)place) * 256));
        }
        return places;
    }

    private static byte Level(int value) => (byte)Math.Clamp(value >> Bits, 0, 255);

    private static int Fixed(double value) => (int)Math.Round(value * Unit);
}

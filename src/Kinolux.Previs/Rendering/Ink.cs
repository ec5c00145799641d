using System.Numerics;
using Kinolux.Core.Frames;

namespace Kinolux.Previs.Rendering;

/// <summary>Draws strokes onto a tile: how much of each pixel lines cover, where strokes overlap the most, so that joints are no darker than lines.</summary>
internal sealed class Ink
{
    private const int Side = Tiles.Side;
    private readonly float[] _covered = new float[Side * Side];

    /// <summary>Black that still shows shadow beside it, and as dark in every picture.</summary>
    private const int Black = 20 * 257;

    public void Draw(Strokes[] bands, Frame frame, Passes? passes, int column, int row)
    {
        var tile = row * Tiles.Across(frame.Format.Width) + column;
        if (Array.TrueForAll(bands, band => band.Of(tile).IsEmpty))
            return;
        var (left, top) = (column * Side, row * Side);
        var (width, height) = (Math.Min(Side, frame.Format.Width - left), Math.Min(Side, frame.Format.Height - top));
        _covered.AsSpan().Clear();
        foreach (var band in bands)
            foreach (var stroke in band.Of(tile))
                Cover(band[stroke], left, top, width, height);
        for (var y = 0; y < height; y++)
        {
            var covered = _covered.AsSpan(y * Side, width);
            foreach (var plane in frame.Planes)
                Blend(covered, plane.Row(top + y).Slice(left, width));
            if (passes is not null)
                covered.CopyTo(passes.Edges.AsSpan((top + y) * passes.Width + left));
        }
    }

    private void Cover(in Stroke stroke, int left, int top, int width, int height)
    {
        var reach = stroke.Width / 2 + 0.5f;
        var (x0, y0, x1, y1) = (stroke.FromX - left, stroke.FromY - top, stroke.ToX - left, stroke.ToY - top);
        var (dx, dy) = (x1 - x0, y1 - y0);
        var length = dx * dx + dy * dy;
        var inverse = length > 1e-12f ? 1 / length : 0;
        var first = Math.Clamp((int)MathF.Floor(MathF.Min(x0, x1) - reach), 0, Side) & -Vector<float>.Count;
        var last = Math.Clamp((int)MathF.Ceiling(MathF.Max(x0, x1) + reach), 0, width);
        var (upper, lower) = (Math.Clamp((int)MathF.Floor(MathF.Min(y0, y1) - reach), 0, height), Math.Clamp((int)MathF.Ceiling(MathF.Max(y0, y1) + reach), 0, height));
        var most = new Vector<float>(MathF.Min(1, stroke.Width));
        for (var y = upper; y < lower; y++)
        {
            var down = y + 0.5f - y0;
            for (var x = first; x < last; x += Vector<float>.Count)
            {
                var across = Vector.ConvertToSingle(new Vector<int>(x) + Vector.CreateSequence(0, 1)) + new Vector<float>(0.5f - x0);
                var share = Vector.Min(Vector.Max((across * dx + new Vector<float>(down * dy)) * inverse, Vector<float>.Zero), Vector<float>.One);
                var (awayX, awayY) = (across - share * dx, new Vector<float>(down) - share * dy);
                var cover = Vector.Min(Vector.Max(new Vector<float>(reach) - Vector.SquareRoot(awayX * awayX + awayY * awayY), Vector<float>.Zero), most);
                var place = (nuint)(y * Side + x);
                Vector.Max(cover, Vector.LoadUnsafe(ref _covered[0], place)).StoreUnsafe(ref _covered[0], place);
            }
        }
    }

    private static void Blend(ReadOnlySpan<float> covered, Span<ushort> row)
    {
        for (var x = 0; x < covered.Length; x++)
            if (covered[x] > 0)
                row[x] = (ushort)((int)((row[x] + (Black - row[x]) * covered[x]) * (1 / 257f) + 0.5f) * 257);
    }
}

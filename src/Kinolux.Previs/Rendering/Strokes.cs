namespace Kinolux.Previs.Rendering;

/// <summary>The strokes that one band of edges and rows has found, sorted by the tiles that they touch.</summary>
internal sealed class Strokes
{
    private readonly Bins _bins = new();
    private Stroke[] _all = new Stroke[256];
    private int _count, _across, _down;

    public void Begin(int width, int height)
    {
        (_count, _across, _down) = (0, Tiles.Across(width), Tiles.Across(height));
        _bins.Begin(_across * _down);
    }

    public void Add(in Stroke stroke)
    {
        if (_count == _all.Length)
            Array.Resize(ref _all, 2 * _count);
        _all[_count] = stroke;
        var reach = stroke.Width / 2 + 1;
        var (left, right) = (TileAt(MathF.Min(stroke.FromX, stroke.ToX) - reach, _across), TileAt(MathF.Max(stroke.FromX, stroke.ToX) + reach, _across));
        var (top, bottom) = (TileAt(MathF.Min(stroke.FromY, stroke.ToY) - reach, _down), TileAt(MathF.Max(stroke.FromY, stroke.ToY) + reach, _down));
        for (var y = top; y <= bottom; y++)
            for (var x = left; x <= right; x++)
                _bins.Add(y * _across + x, _count);
        _count++;
    }

    public void Sort() => _bins.Sort();

    public ReadOnlySpan<int> Of(int tile) => _bins.Of(tile);

    public ref readonly Stroke this[int stroke] => ref _all[stroke];

    private static int TileAt(float pixel, int tiles) => Math.Clamp((int)MathF.Floor(pixel / Tiles.Side), 0, tiles - 1);
}

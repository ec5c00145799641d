namespace Kinolux.Previs.Rendering;

/// <summary>Which items touch which tiles: put in one by one, sorted once, read tile by tile in the order in which they came.</summary>
internal sealed class Bins
{
    private (int Tile, int Item)[] _pairs = new (int, int)[256];
    private int _count;
    private int[] _starts = [];
    private int[] _sorted = [];

    public void Begin(int tiles)
    {
        _count = 0;
        if (_starts.Length != tiles + 1)
            _starts = new int[tiles + 1];
    }

    public void Add(int tile, int item)
    {
        if (_count == _pairs.Length)
            Array.Resize(ref _pairs, 2 * _count);
        _pairs[_count++] = (tile, item);
    }

    public void Sort()
    {
        Array.Clear(_starts);
        foreach (var (tile, _) in _pairs.AsSpan(0, _count))
            _starts[tile + 1]++;
        for (var i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
        if (_sorted.Length < _count)
            _sorted = new int[_pairs.Length];
        foreach (var (tile, item) in _pairs.AsSpan(0, _count))
            _sorted[_starts[tile]++] = item;
        // Filling moved every start to its end, which is where the next one starts.
        for (var i = _starts.Length - 1; i > 0; i--)
            _starts[i] = _starts[i - 1];
        _starts[0] = 0;
    }

    public ReadOnlySpan<int> Of(int tile) => _sorted.AsSpan(_starts[tile], _starts[tile + 1] - _starts[tile]);
}

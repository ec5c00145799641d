using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Survey.Flecks;

/// <summary>Gathers a shot's flecks frame by frame and says how much they hang together.</summary>
internal sealed class FleckTracks(int width, int height)
{
    private const int Cells = FleckCensus.Side * FleckCensus.Side;

    // Moves between two frames are counted in so many steps each way.
    private const int Steps = 41;

    // The frames in which a fleck may come back to its place: not the next, where it would be no fleck.
    private const int SoonestReturn = 2;
    private const int LatestReturn = 12;

    private readonly List<(IReadOnlyList<Fleck> Flecks, double X, double Y)> _frames = [];
    private readonly int[] _moves = new int[Steps * Steps];
    private readonly double[] _still = new double[Cells];
    private readonly int[] _inCell = new int[Cells];
    private int _bright;
    private int _between;
    private int _straight;
    private int _turned;
    private int _returned;
    private int _passed;
    private int _old;
    private double _cos;
    private double _sin;

    // As far as a thing may fly between two frames.
    private readonly int _reach = width / 6;

    public int Count { get; private set; }

    /// <summary>The share that is brighter than its ground.</summary>
    public double Bright => _bright / (double)Math.Max(1, Count);

    /// <summary>In whole frames.</summary>
    public double Exposure { get; private set; }

    /// <summary>The share on a straight path through three frames, less that which paths turned by a right angle would have.</summary>
    public double Followed => (_straight - _turned) / (double)Math.Max(1, _between);

    /// <summary>The share of flecks that a single move from frame to frame explains, beyond chance.</summary>
    public double Drift
    {
        get
        {
            var sums = new int[(Steps - 2) * (Steps - 2)];
            for (var y = 1; y < Steps - 1; y++)
                for (var x = 1; x < Steps - 1; x++)
                    for (var k = 0; k < 9; k++)
                        sums[(y - 1) * (Steps - 2) + x - 1] += _moves[(y + k / 3 - 1) * Steps + x + k % 3 - 1];
            var most = sums.Max();
            var usual = Selection.Nth(sums.AsSpan(), sums.Length / 2);
            return Math.Max(0, most - usual - 3 - 2 * Math.Sqrt(usual)) / Math.Max(1, Count);
        }
    }

    /// <summary>The share that is where one like it was some frames ago, less what chance puts there.</summary>
    public double Returning => (_returned - _passed) / (double)Math.Max(1, _old);

    /// <summary>The share that points one way.</summary>
    public double Aligned => Math.Sqrt(_cos * _cos + _sin * _sin) / Math.Max(1, Count);

    /// <summary>The share of the picture's parts that have at least a fifth of the flecks that their still ground should have; 1 where there are too few to tell.</summary>
    public double Evenness
    {
        get
        {
            var (even, all) = (0, 0);
            for (var i = 0; i < Cells; i++)
                if (Count * _still[i] / Math.Max(1e-9, _still.Sum()) is var expected and >= 3)
                    (even, all) = (even + (_inCell[i] * 5 > expected ? 1 : 0), all + 1);
            return all == 0 ? 1 : (double)even / all;
        }
    }

    /// <param name="x">How far the picture has moved since the shot's begin.</param>
    /// <param name="y">The same downwards.</param>
    public void Add(FleckCensus census, double x, double y)
    {
        var flecks = census.Flecks;
        Count += flecks.Count;
        for (var i = 0; i < Cells; i++)
            (_still[i], Exposure) = (_still[i] + census.Still[i], Exposure + census.Still[i] / (255.0 * Cells));
        foreach (var fleck in flecks)
        {
            _inCell[Math.Min(FleckCensus.Side - 1, fleck.Y * FleckCensus.Side / height) * FleckCensus.Side + Math.Min(FleckCensus.Side - 1, fleck.X * FleckCensus.Side / width)]++;
            _bright += fleck.IsBright ? 1 : 0;
            (_cos, _sin) = (_cos + fleck.Cos / 127.0, _sin + fleck.Sin / 127.0);
        }
        _frames.Add((flecks, x, y));
        if (_frames.Count > 1)
            Move(_frames[^2].Flecks, flecks);
        if (_frames.Count > 2)
            Follow(_frames[^3].Flecks, _frames[^2].Flecks, flecks);
        Return(_frames[^1]);
        if (_frames.Count > LatestReturn)
            _frames.RemoveAt(0);
    }

    private void Move(IReadOnlyList<Fleck> before, IReadOnlyList<Fleck> now)
    {
        var step = 2 * _reach / Steps + 1;
        foreach (var a in before)
            foreach (var b in now)
                if (Math.Abs(b.X - a.X) <= _reach && Math.Abs(b.Y - a.Y) <= _reach && a.IsLike(b))
                    _moves[(b.Y - a.Y + _reach) / step * Steps + (b.X - a.X + _reach) / step]++;
    }

    private void Follow(IReadOnlyList<Fleck> before, IReadOnlyList<Fleck> now, IReadOnlyList<Fleck> after)
    {
        _between += now.Count;
        foreach (var fleck in now)
        {
            bool straight = false, turned = false;
            foreach (var a in before)
            {
                var (u, v) = (fleck.X - a.X, fleck.Y - a.Y);
                if (Math.Max(Math.Abs(u), Math.Abs(v)) is var far && (far < 2 || far > _reach) || !fleck.IsLike(a))
                    continue;
                var slack = 2 + far / 8;
                straight |= IsAt(after, fleck, fleck.X + u, fleck.Y + v, slack);
                turned |= IsAt(after, fleck, fleck.X - v, fleck.Y + u, slack);
            }
            (_straight, _turned) = (_straight + (straight ? 1 : 0), _turned + (turned ? 1 : 0));
        }
    }

    // What is beside a place by so much as nothing in the scene has a reason to be is there by chance.
    private void Return((IReadOnlyList<Fleck> Flecks, double X, double Y) now)
    {
        if (_frames.Count <= SoonestReturn)
            return;
        _old += now.Flecks.Count;
        foreach (var fleck in now.Flecks)
        {
            bool returned = false, passed = false;
            for (var i = _frames.Count - 1 - SoonestReturn; i >= 0; i--)
            {
                var (x, y) = ((int)Math.Round(fleck.X - now.X + _frames[i].X), (int)Math.Round(fleck.Y - now.Y + _frames[i].Y));
                returned |= IsAt(_frames[i].Flecks, fleck, x, y, 2);
                passed |= IsAt(_frames[i].Flecks, fleck, x + 13, y + 8, 2);
            }
            (_returned, _passed) = (_returned + (returned ? 1 : 0), _passed + (passed ? 1 : 0));
        }
    }

    private static bool IsAt(IReadOnlyList<Fleck> flecks, Fleck like, int x, int y, int slack)
    {
        foreach (var fleck in flecks)
            if (Math.Abs(fleck.X - x) <= slack && Math.Abs(fleck.Y - y) <= slack && fleck.IsLike(like))
                return true;
        return false;
    }
}

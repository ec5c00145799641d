using Kinolux.Core.Frames;
using Kinolux.Restore.Regions;
using Kinolux.Restore.Stages.Donors;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>What the neighbours say about one candidate: how much it looks like dirt, and from whom it could be filled.</summary>
internal sealed class SpeckExam
{
    private const float Level = 257;
    private const int MostCore = 200;
    private const int LeastRing = 16;

    // ln(1 + candidates) around a place in every frame that dirt alone hardly reaches.
    private const float Crowded = 3;

    // The share of fliers around that settles it.
    private const float Swarming = 0.25f;

    // Smaller specks find a double somewhere by chance.
    private const int LeastFlier = 24;

    private readonly Plane _current;
    private readonly (int X, int Y)[] _core;
    private readonly List<Donor> _donors = [];
    private readonly int[][] _values;

    public SpeckExam(Plane current, Neighbourhood around, Speck speck, SpeckHabit habit, byte[] marks)
    {
        (_current, Speck) = (current, speck);
        Shape = new RegionShape(current.Width, current.Height, speck.Pixels);
        _core = Shape.Places(0, 0, MostCore);
        // What stands out itself cannot tell where its surroundings went; where nothing else is left, it must.
        Ring = Shape.Places(2, RegionShape.Reach - 1, RingOf(speck), marks);
        if (Ring.Length < LeastRing)
            Ring = Shape.Places(2, RegionShape.Reach - 1, RingOf(speck));
        foreach (var neighbour in around.All)
            _donors.Add(Donor.Find(current, neighbour, Shape.Box, Ring, neighbour.Via is null ? null : _donors.Find(donor => donor.Neighbour == neighbour.Via)));
        (_core, IsSeen) = Seen(around);
        _values = [.. _donors.Select(Values)];
        var consensus = Consensus();
        Measure(around, consensus, habit);
        Best = Choose(consensus);
    }

    public Speck Speck { get; }

    public RegionShape Shape { get; }

    /// <summary>Places around it by which it was found again.</summary>
    public (int X, int Y)[] Ring { get; }

    /// <summary>The neighbours, each with the place where the surroundings were found.</summary>
    public IReadOnlyList<Donor> Donors => _donors;

    /// <summary>What it is judged by.</summary>
    public SpeckTraits Traits;

    /// <summary>The neighbour to fill from.</summary>
    public Donor Best { get; }

    /// <summary>False where the candidate's place has left the picture in a neighbour, so that nothing can be said.</summary>
    public bool IsSeen { get; }

    /// <summary>Mean difference to what should be there, in 8-bit levels.</summary>
    public float Contrast { get; private set; }

    /// <summary>The samples to repair: the candidate with the soft edge around it.</summary>
    /// <param name="low">Least difference to the fill, in 16-bit levels, that makes a sample beside the candidate a part of it.</param>
    public IReadOnlyList<int> Mask(int low)
    {
        var inner = Math.Max(low, Best.Match.Error);
        var outer = Math.Max(low, Best.Match.Error * 2);
        var mask = new List<int>(Speck.Pixels.Length * 2);
        for (var y = Shape.Box.Y; y < Shape.Box.Bottom; y++)
            for (var x = Shape.Box.X; x < Shape.Box.Right; x++)
            {
                var distance = Shape.DistanceAt(x, y);
                if (distance <= 2 && Speck.Sign * (_current[x, y] - Best.Fill(x, y)) > (distance == 0 ? inner : outer))
                    mask.Add(y * _current.Width + x);
            }
        return mask.Count > 0 ? mask : [.. Speck.Pixels];
    }

    // Only where both neighbours' pictures reach can anything be said; they must reach over most of the candidate.
    private ((int X, int Y)[] Core, bool Enough) Seen(Neighbourhood around)
    {
        var pair = around.Pair ?? throw new InvalidOperationException("A candidate needs two neighbours.");
        var both = _donors.Where(donor => donor.Neighbour == pair.First || donor.Neighbour == pair.Second).ToArray();
        var seen = _core.Where(place => both[0].Sees(place) && both[1].Sees(place)).ToArray();
        return seen.Length * 10 >= _core.Length * 6 ? (seen, true) : (_core, false);
    }

    private static int RingOf(Speck speck) => Math.Clamp(speck.Pixels.Length / 2, 96, 1000);

    private int[] Values(Donor donor)
    {
        var values = new int[_core.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = donor.Look(_core[i].X, _core[i].Y);
        return values;
    }

    // The median of all neighbours, sample by sample: one of them may have dirt of its own here.
    private int[] Consensus()
    {
        var consensus = new int[_core.Length];
        Span<int> sorted = stackalloc int[4];
        sorted = sorted[.._values.Length];
        for (var i = 0; i < consensus.Length; i++)
        {
            for (var k = 0; k < _values.Length; k++)
                sorted[k] = _values[k][i];
            sorted.Sort();
            consensus[i] = (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
        }
        return consensus;
    }

    private Donor Choose(int[] consensus)
    {
        var best = _donors[0];
        var least = long.MaxValue;
        for (var k = 0; k < _donors.Count; k++)
        {
            // The farther neighbour must be clearly better: motion followed through two frames is less sure.
            var cost = (_donors[k].Match.Error + MeanGap(_values[k], consensus)) * (_donors[k].Neighbour.Via is null ? 2L : 3L);
            if (cost < least)
                (best, least) = (_donors[k], cost);
        }
        return best;
    }

    private void Measure(Neighbourhood around, int[] consensus, SpeckHabit habit)
    {
        var pair = around.Pair ?? throw new InvalidOperationException("A candidate needs two neighbours.");
        var first = _donors.FindIndex(donor => donor.Neighbour == pair.First);
        var second = _donors.FindIndex(donor => donor.Neighbour == pair.Second);
        float contrast = 0, least = 0, most = 0;
        for (var i = 0; i < _core.Length; i++)
        {
            int value = _current[_core[i].X, _core[i].Y];
            var a = Speck.Sign * (value - _values[first][i]);
            var b = Speck.Sign * (value - _values[second][i]);
            contrast += Speck.Sign * (value - consensus[i]);
            least += Math.Min(a, b);
            most += Math.Max(a, b);
        }
        Contrast = Math.Max(0.5f, contrast / _core.Length / Level);
        var around1 = _donors[first].Match;
        var around2 = _donors[second].Match;
        var mismatch = (around1.Error + around2.Error) / 2 / Level;
        Traits[0] = (MathF.Log(Speck.Pixels.Length) - 3) / 1.5f;
        Traits[1] = MathF.Log(Contrast / 20);
        Traits[2] = MathF.Log(Contrast / (mismatch + 1)) - 1;
        Traits[3] = (Math.Clamp(least / Math.Max(1, most), -0.25f, 1) - 0.5f) * 4;
        Traits[4] = -MathF.Log((MeanGap(_values[first], _values[second]) / Level + 0.5f) / Contrast) - 1;
        Traits[5] = FarSupport(consensus);
        Traits[6] = habit.Flight;
        Traits[7] = Sharpness(_donors[first], _donors[second]);
        Traits[8] = MathF.Log((Texture() + 1) / 8);
        Traits[9] = MathF.Log(1 + (around1.Shift.Length + around2.Shift.Length) / 2 / Displacement.One) / 1.5f;
        Traits[10] = MathF.Log(1 + (around1.Shift + around2.Shift).Length / Displacement.One);
        Traits[11] = MathF.Log((mismatch + 0.5f) / 2);
        Traits[12] = Math.Max(0, habit.Crowd - Crowded);
        Traits[13] = MathF.Log(Speck.Peak / Level / Contrast + 0.1f);
        // Smoke and shadows are large and faint, a limb too fast to follow is large amid much else that does not match; dirt that large is neither.
        Traits[14] = Math.Max(0, MathF.Log(Speck.Pixels.Length / 60f)) * Math.Max(0, MathF.Log(20 / Contrast)) + 0.3f * Math.Max(0, Traits[0]) * Math.Max(0, Traits[11]);
        Traits[16] = Math.Min(1, habit.Swarm / Swarming);
        Traits[15] = pair.First.Offset * pair.Second.Offset > 0 ? 1 : 0;
        // It speaks only against dirt and costs much, so it is asked last, and only of what would be proposed.
        if (IsSeen && SpeckJudge.Confidence(Traits) >= SpeckJudge.LeastConfidence && habit.Flight == 0 && Flies(_donors[first], _donors[second]))
            Traits[6] = 1;
    }

    private static int MeanGap(int[] a, int[] b)
    {
        var sum = 0L;
        for (var i = 0; i < a.Length; i++)
            sum += Math.Abs(a[i] - b[i]);
        return (int)(sum / a.Length);
    }

    // A thing of some size that moved faster than motion can be followed is whole on one side in the frame before and on the other in the frame after.
    private bool Flies(Donor first, Donor second)
    {
        if (Speck.Pixels.Length < LeastFlier || first.Neighbour.Offset * second.Neighbour.Offset > 0)
            return false;
        var places = Shape.Places(0, 1, 64);
        var enough = (int)((0.3f * Contrast + 2) * Level * places.Length);
        return Search(places, first, enough) is { } a && Search(places, second, enough) is { } b
            && (a.U * a.U + a.V * a.V >= 9 || b.U * b.U + b.V * b.V >= 9)
            && Math.Abs(a.U + b.U) <= 4 + Math.Abs(a.U - b.U) / 6 && Math.Abs(a.V + b.V) <= 4 + Math.Abs(a.V - b.V) / 6;
    }

    // The best place for the candidate itself, in whole samples from where its surroundings went; null where none is good enough.
    private (int U, int V)? Search((int X, int Y)[] places, Donor donor, int enough)
    {
        var (u, v) = (donor.Match.Shift.U + 8 >> 4, donor.Match.Shift.V + 8 >> 4);
        var found = new FlightSearch(_current, donor.Neighbour.Frame.Guide, places, donor.Match.Lift).Run(u, v, Math.Max(4, _current.Width / 12), enough);
        return found is { } place ? (place.U - u, place.V - v) : null;
    }

    private float FarSupport(int[] consensus)
    {
        var least = int.MaxValue;
        for (var k = 0; k < _donors.Count; k++)
            if (_donors[k].Neighbour.Via is not null)
                least = Math.Min(least, MeanGap(_values[k], consensus));
        return least == int.MaxValue ? 0 : -MathF.Log((least / Level + 0.5f) / Contrast) - 1;
    }

    // Real dirt ends within a sample or two; a motion error fades out over the whole moving edge.
    private float Sharpness(Donor first, Donor second)
    {
        var rim = Shape.Places(3, 4, 48);
        var leak = 0f;
        foreach (var (x, y) in rim)
            leak += Math.Min(Speck.Sign * (_current[x, y] - first.Look(x, y)), Speck.Sign * (_current[x, y] - second.Look(x, y)));
        return rim.Length == 0 ? 0 : Math.Clamp((0.2f - leak / rim.Length / Level / Contrast) * 4, -3, 3);
    }

    private float Texture()
    {
        double sum = 0, squares = 0;
        foreach (var (x, y) in Ring)
        {
            sum += _current[x, y];
            squares += (double)_current[x, y] * _current[x, y];
        }
        var n = Math.Max(1, Ring.Length);
        return (float)Math.Sqrt(Math.Max(0, squares / n - sum / n * (sum / n))) / Level;
    }
}

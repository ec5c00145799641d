using Kinolux.Core.Frames;
using Kinolux.Core.Review;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>A neighbour from which a region could be filled, and where in it the region's surroundings are found.</summary>
/// <param name="Match">For the region as a whole.</param>
internal sealed record Donor(Neighbour Neighbour, PatchMatch Match)
{
    // Larger regions are matched tile by tile, since one motion does not fit them.
    private const int Tile = 32;
    private const int LeastPlaces = 16;

    private Box _box;
    private int _columns;
    private Displacement[] _tiles = [];

    /// <param name="box">The region's box.</param>
    /// <param name="ring">Places around the region that are surely undamaged.</param>
    /// <param name="nearer">The donor on the same side that motion to a farther neighbour is followed through.</param>
    public static Donor Find(Plane here, Neighbour neighbour, Box box, ReadOnlySpan<(int X, int Y)> ring, Donor? nearer)
    {
        var start = Median(neighbour, ring);
        if (nearer is not null)
            start += nearer.Match.Shift - Median(nearer.Neighbour, ring);
        var there = neighbour.Frame.Guide;
        var donor = new Donor(neighbour, PatchMatch.Find(here, there, ring, start, 2));
        if (Math.Max(box.Width, box.Height) > Tile + Tile / 2)
            donor.Divide(here, box, ring);
        return donor;
    }

    /// <summary>What the neighbour shows at (x, y) of the current frame, softly sampled, at the current frame's brightness.</summary>
    public int Look(int x, int y)
    {
        var shift = ShiftAt(x, y);
        return Sampling.Bilinear(Neighbour.Frame.Guide, x * 16 + shift.U, y * 16 + shift.V) + Match.Lift;
    }

    /// <summary>The same, sharply sampled.</summary>
    public int Fill(int x, int y)
    {
        var shift = ShiftAt(x, y);
        return Sampling.Sharp(Neighbour.Frame.Guide, x * 16 + shift.U, y * 16 + shift.V) + Match.Lift;
    }

    /// <summary>True where the place is inside the neighbour's picture.</summary>
    public bool Sees((int X, int Y) place)
    {
        var guide = Neighbour.Frame.Guide;
        var (u, v) = (place.X * 16 + Match.Shift.U, place.Y * 16 + Match.Shift.V);
        return u >= 0 && v >= 0 && u <= (guide.Width - 1) * 16 && v <= (guide.Height - 1) * 16;
    }

    /// <summary>Where to look for luma sample (x, y); between tiles' middles it changes evenly.</summary>
    public Displacement ShiftAt(int x, int y)
    {
        if (_tiles.Length == 0)
            return Match.Shift;
        var (left, fx) = Between(x - _box.X, _columns);
        var (top, fy) = Between(y - _box.Y, _tiles.Length / _columns);
        var right = Math.Min(left + 1, _columns - 1);
        var bottom = Math.Min(top + 1, _tiles.Length / _columns - 1);
        var (a, b) = (_tiles[top * _columns + left], _tiles[top * _columns + right]);
        var (c, d) = (_tiles[bottom * _columns + left], _tiles[bottom * _columns + right]);
        return new Displacement(
            ((a.U * (Tile - fx) + b.U * fx) * (Tile - fy) + (c.U * (Tile - fx) + d.U * fx) * fy + Tile * Tile / 2) / (Tile * Tile),
            ((a.V * (Tile - fx) + b.V * fx) * (Tile - fy) + (c.V * (Tile - fx) + d.V * fx) * fy + Tile * Tile / 2) / (Tile * Tile));

        static (int Index, int Fraction) Between(int at, int count)
        {
            var place = Math.Clamp(at - Tile / 2, 0, (count - 1) * Tile);
            return (place / Tile, place % Tile);
        }
    }

    private void Divide(Plane here, Box box, ReadOnlySpan<(int X, int Y)> ring)
    {
        (_box, _columns) = (box, (box.Width + Tile - 1) / Tile);
        var rows = (box.Height + Tile - 1) / Tile;
        var tiles = new Displacement[_columns * rows];
        var near = new List<(int X, int Y)>();
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < _columns; column++)
            {
                var (left, top) = (box.X + column * Tile - Tile / 2, box.Y + row * Tile - Tile / 2);
                near.Clear();
                foreach (var place in ring)
                    if (place.X >= left && place.X < left + 2 * Tile && place.Y >= top && place.Y < top + 2 * Tile)
                        near.Add(place);
                var places = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(near);
                tiles[row * _columns + column] = near.Count < LeastPlaces
                    ? Match.Shift
                    : PatchMatch.Find(here, Neighbour.Frame.Guide, places, Median(Neighbour, places), 1).Shift;
            }
        _tiles = tiles;
    }

    private static Displacement Median(Neighbour neighbour, ReadOnlySpan<(int X, int Y)> ring)
    {
        const int Most = 25;
        var every = Math.Max(1, (ring.Length + Most - 1) / Most);
        Span<int> u = stackalloc int[Most];
        Span<int> v = stackalloc int[Most];
        var count = 0;
        for (var i = 0; i < ring.Length; i += every)
        {
            var motion = neighbour.MotionAt(ring[i].X, ring[i].Y);
            (u[count], v[count++]) = (motion.U, motion.V);
        }
        if (count == 0)
            return default;
        u[..count].Sort();
        v[..count].Sort();
        return new Displacement(u[count / 2], v[count / 2]);
    }
}

using System.Numerics;
using System.Runtime.InteropServices;
using Kinolux.Core.Kernels;

namespace Kinolux.Previs.Rendering;

/// <summary>A moment as a camera sees it: every corner's place, and facets sorted by tiles. Kept and filled again for the next picture.</summary>
internal sealed class Projection
{
    public readonly Tiles[] Bands = [.. Enumerable.Range(0, Tiles.Bands).Select(_ => new Tiles())];
    public Placed[] Bodies = [];
    public Placed End;

    /// <summary>Where corners are, seen from the camera.</summary>
    public Vector3[] Places = [];

    /// <summary>For every triangle, whether its outside is seen.</summary>
    public bool[] Fronts = [];

    /// <summary>For every facet of every band, its normals.</summary>
    public readonly FacetNormals[][] Normals = [.. Enumerable.Range(0, Tiles.Bands).Select(_ => new FacetNormals[256])];

    /// <summary>For every body, whether any of it may be on the picture.</summary>
    public bool[] Seen = [];

    private Affine[] _placements = [];
    private Spot[] _spots = [];
    private Vector3[] _normals = [];
    private Camera _camera;
    private int _first, _last;
    private bool _depthOnly;
    private readonly float[] _nearest = new float[Tiles.Bands], _farthest = new float[Tiles.Bands];

    /// <summary>Facets are called by band and place in one number.</summary>
    public static int Name(int band, int facet) => (band << 27) | facet;

    public ref readonly Facet Facet(int name) => ref Bands[name >> 27].Facets[name & 0x7FFFFFF];

    public ref readonly FacetNormals NormalsOf(int name) => ref Normals[name >> 27][name & 0x7FFFFFF];

    /// <param name="first">The first sample of a pixel, in steps.</param>
    /// <param name="last">The last one.</param>
    /// <param name="depthOnly">True where normals are not asked for.</param>
    public void Set(RenderScene moment, in Camera camera, int first, int last, RowRunner rows, bool depthOnly = false)
    {
        Bodies = Placed.All(moment.Bodies, out End);
        (_camera, _first, _last, _depthOnly) = (camera, first, last, depthOnly);
        _placements = new Affine[Bodies.Length];
        Seen = new bool[Bodies.Length];
        for (var i = 0; i < Bodies.Length; i++)
        {
            _placements[i] = Affine.Of(Bodies[i].Body.World, camera);
            var ball = Bodies[i].Body.Posed is { } posed ? Ball.Around(posed) : Bodies[i].Topology.Ball;
            Seen[i] = camera.MaySee(_placements[i].Point(ball.Middle), ball.Radius * _placements[i].Stretch);
        }
        Room(ref Places, End.Corner);
        Room(ref _spots, End.Corner);
        Room(ref _normals, End.Normal);
        Room(ref Fronts, End.Triangle);
        rows.Run(Tiles.Bands, (from, to) => Spread(from, to, End.Corner, static body => body.Corner, Project));
        if (!depthOnly)
            rows.Run(Math.Max(1, Bodies.Length), (from, to) =>
            {
                for (var body = from; body < Math.Min(to, Bodies.Length); body++)
                    if (Seen[body])
                        TurnNormals(body);
            });
        rows.Run(Tiles.Bands, (from, to) =>
        {
            for (var band = from; band < to; band++)
            {
                (_nearest[band], _farthest[band]) = (0, float.PositiveInfinity);
                Bands[band].Begin(_camera.Width, _camera.Height);
                var (tiles, mine) = (Bands[band], band);
                Spread(band, band + 1, End.Triangle, static body => body.Triangle, (body, first, end) => Draw(body, first, end, mine));
                tiles.Sort();
            }
        });
    }

    /// <summary>The distances of the nearest and of the farthest surface on the picture, metres.</summary>
    public (float Nearest, float Farthest) Range => (1 / _nearest.Max(), 1 / _farthest.Min());

    /// <summary>For bands of what all bodies have that may be seen, calls <paramref name="part"/> with a body and its own first and end.</summary>
    public void Spread(int fromBand, int toBand, int all, Func<Placed, int> start, Action<int, int, int> part)
    {
        var (first, end) = ((int)((long)all * fromBand / Tiles.Bands), (int)((long)all * toBand / Tiles.Bands));
        for (var body = 0; body < Bodies.Length && first < end; body++)
        {
            var begin = start(Bodies[body]);
            var after = body + 1 < Bodies.Length ? start(Bodies[body + 1]) : all;
            var (low, high) = (Math.Max(first, begin), Math.Min(end, after));
            if (low < high && Seen[body])
                part(body, low - begin, high - begin);
        }
    }

    private static void Room<T>(ref T[] array, int count)
    {
        if (array.Length < count)
            array = new T[count + count / 4];
    }

    private void Project(int index, int first, int end)
    {
        ref readonly var body = ref Bodies[index];
        var (corners, placement) = (body.Body.Corners, _placements[index]);
        for (var i = first; i < end; i++)
        {
            var place = placement.Point(corners[i]);
            Places[body.Corner + i] = place;
            _spots[body.Corner + i] = SpotOf(place);
        }
    }

    private Spot SpotOf(Vector3 place)
    {
        // A little beyond where triangles are cut, so that a cut that is rounded still counts.
        if (!(place.Z >= 0.9f * Camera.Near && place.Z < Clipped.Far))
            return default;
        var nearness = 1 / place.Z;
        var (x, y) = (_camera.FocalX * (place.X * nearness), _camera.FocalY * (place.Y * nearness));
        if (!(MathF.Abs(x) <= 1.01f * Clipped.Reach && MathF.Abs(y) <= 1.01f * Clipped.Reach))
            return default;
        return new Spot((int)MathF.Floor((_camera.CentreX + x) * Rendering.Facet.Steps + 0.5f), (int)MathF.Floor((_camera.CentreY - y) * Rendering.Facet.Steps + 0.5f), nearness);
    }

    private void TurnNormals(int index)
    {
        ref readonly var body = ref Bodies[index];
        var normals = _normals.AsSpan(body.Normal, body.Topology.NormalCount);
        if (body.Body.Posed is { } posed)
            body.Topology.SumNormals(body.Body.Mesh.Triangles, posed, normals);
        else
            body.Topology.RestNormals.CopyTo(normals);
        var turn = _placements[index].Normals();
        foreach (ref var normal in normals)
            normal = Exact.Unit(turn.Point(normal), -Vector3.UnitZ);
    }

    private void Draw(int index, int first, int end, int band)
    {
        ref readonly var body = ref Bodies[index];
        var (triangles, topology, mirror) = (body.Body.Mesh.Triangles, body.Topology, _placements[index].IsMirror);
        var spots = _spots.AsSpan(body.Corner);
        var places = Places.AsSpan(body.Corner);
        for (var triangle = first; triangle < end; triangle++)
        {
            var (a, b, c) = (triangles[3 * triangle], triangles[3 * triangle + 1], triangles[3 * triangle + 2]);
            var isFront = Exact.Dot(Exact.Cross(places[b] - places[a], places[c] - places[a]), places[a]) > 0 != mirror;
            Fronts[body.Triangle + triangle] = isFront;
            var whole = spots[a].Nearness > 0 && spots[b].Nearness > 0 && spots[c].Nearness > 0;
            if (whole)
                Keep(index, triangle, band, spots[a], spots[b], spots[c], (NormalAt(body, triangle, 0), NormalAt(body, triangle, 1), NormalAt(body, triangle, 2)));
            else
                Cut(index, triangle, band, places[a], places[b], places[c]);
        }
    }

    private Vector3 NormalAt(in Placed body, int triangle, int corner) => _normals[body.Normal + body.Topology.Normals[3 * triangle + corner]];

    private void Cut(int index, int triangle, int band, Vector3 a, Vector3 b, Vector3 c)
    {
        if (!Exact.IsFinite(a) || !Exact.IsFinite(b) || !Exact.IsFinite(c) || MathF.Max(a.Z, MathF.Max(b.Z, c.Z)) < Camera.Near || MathF.Max(Extent(a), MathF.Max(Extent(b), Extent(c))) > Clipped.Far)
            return;
        ref readonly var body = ref Bodies[index];
        Span<SeenCorner> polygon = stackalloc SeenCorner[Clipped.MostCorners];
        (polygon[0], polygon[1], polygon[2]) = (new(a, NormalAt(body, triangle, 0)), new(b, NormalAt(body, triangle, 1)), new(c, NormalAt(body, triangle, 2)));
        var count = Clipped.Cut(polygon, _camera);
        for (var i = 2; i < count; i++)
        {
            var (one, two, three) = (SpotOf(polygon[0].Place), SpotOf(polygon[i - 1].Place), SpotOf(polygon[i].Place));
            if (one.Nearness > 0 && two.Nearness > 0 && three.Nearness > 0)
                Keep(index, triangle, band, one, two, three, (polygon[0].Normal, polygon[i - 1].Normal, polygon[i].Normal));
        }
    }

    private static float Extent(Vector3 place) => MathF.Max(MathF.Abs(place.X), MathF.Max(MathF.Abs(place.Y), MathF.Abs(place.Z)));

    // On the picture, rows go down: what is seen from outside goes round the other way than in the scene.
    private void Keep(int index, int triangle, int band, in Spot a, in Spot b, in Spot c, (Vector3 A, Vector3 B, Vector3 C) normals)
    {
        var tiles = Bands[band];
        ref var facet = ref tiles.Next();
        ref readonly var body = ref Bodies[index];
        var isMirror = _placements[index].IsMirror;
        var isSet = isMirror ? facet.Set(a, b, c, _first, _last, _camera.Width, _camera.Height) : facet.Set(a, c, b, _first, _last, _camera.Width, _camera.Height);
        var isBack = !isSet;
        if (isBack && (body.Topology.Closed[triangle] || !(isMirror ? facet.Set(a, c, b, _first, _last, _camera.Width, _camera.Height) : facet.Set(a, b, c, _first, _last, _camera.Width, _camera.Height))))
            return;
        (facet.Body, facet.Piece, facet.Tone) = (index, body.Piece + body.Topology.Pieces[triangle], body.Tone + body.Body.Mesh.Parts[triangle]);
        if (!_depthOnly)
        {
            if (Normals[band].Length < tiles.Facets.Length)
                Array.Resize(ref Normals[band], tiles.Facets.Length);
            var sign = isBack ? -1f : 1f;
            Normals[band][tiles.Count].Set(a, b, c, normals.A * (sign * a.Nearness), normals.B * (sign * b.Nearness), normals.C * (sign * c.Nearness));
            Reach(facet, band);
        }
        tiles.Keep();
    }

    // Nearness is even across the facet: its ends on the picture are at corners of its pixels, or at its own.
    private void Reach(in Facet facet, int band)
    {
        var across = facet.NearX * (facet.Right + 1 - facet.Left);
        var down = facet.NearY * (facet.Bottom + 1 - facet.Top);
        var corner = facet.NearnessAt(facet.Left, facet.Top);
        _nearest[band] = MathF.Max(_nearest[band], MathF.Min(corner + MathF.Max(across, 0) + MathF.Max(down, 0), facet.NearMost));
        _farthest[band] = MathF.Min(_farthest[band], MathF.Max(corner + MathF.Min(across, 0) + MathF.Min(down, 0), facet.NearLeast));
    }
}

using System.Numerics;

namespace Kinolux.Previs.Rendering;

/// <summary>
/// Finds the lines of a picture among the edges of its meshes: outlines, where one triangle of an edge is seen from outside and the other is not, creases, seams and rims;
/// and of each what is seen, pixel by pixel, by the facets around it (after Cole and Finkelstein, "Two fast methods for high-quality line visibility", 2010, who
/// sample along the line too).
/// </summary>
internal readonly struct EdgeLines(Camera camera, Projection projection, int[] owners)
{
    // A surface may be this much nearer than an edge that is on it: facets are on whole steps of a pixel, edges are not.
    private const float Slack = 1.0015f;
    private const float Margin = 2;

    private readonly Pen _pen = new(camera);

    public void Find(int index, int first, int end, Strokes strokes)
    {
        ref readonly var body = ref projection.Bodies[index];
        var edges = body.Topology.Edges;
        var places = projection.Places.AsSpan(body.Corner);
        var fronts = projection.Fronts.AsSpan(body.Triangle);
        for (var i = first; i < end; i++)
        {
            ref readonly var edge = ref edges[i];
            var (left, right) = (fronts[edge.Left], fronts[edge.Right]);
            var isOutline = left != right || edge.Kind == MeshEdgeKind.Rim;
            if (!isOutline && (edge.Kind == MeshEdgeKind.Smooth || (!left && body.Topology.Closed[edge.Left])))
                continue;
            var kind = isOutline ? Pen.Fold : edge.Kind == MeshEdgeKind.Seam ? Pen.Seam : Pen.Crease;
            Trace(body, places[edge.From], places[edge.To], kind, isOutline, strokes);
        }
    }

    private void Trace(in Placed body, Vector3 from, Vector3 to, float kind, bool isOutline, Strokes strokes)
    {
        if (!(from.Z >= Camera.Near) || !(to.Z >= Camera.Near))
        {
            if (!Exact.IsFinite(from) || !Exact.IsFinite(to) || (from.Z < Camera.Near && to.Z < Camera.Near))
                return;
            var share = (Camera.Near - from.Z) / (to.Z - from.Z);
            var cut = new Vector3(from.X + (to.X - from.X) * share, from.Y + (to.Y - from.Y) * share, Camera.Near);
            (from, to) = from.Z < Camera.Near ? (cut, to) : (from, cut);
        }
        var (a, b) = (OnPicture(from), OnPicture(to));
        if (!(MathF.Abs(a.X) < 1e7f && MathF.Abs(a.Y) < 1e7f && MathF.Abs(b.X) < 1e7f && MathF.Abs(b.Y) < 1e7f) || !Cut(ref a, ref b))
            return;
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var steps = Math.Max(1, (int)MathF.Ceiling(MathF.Sqrt(dx * dx + dy * dy)));
        var (begin, apart) = (-1, 0);
        for (var i = 0; i <= steps; i++)
        {
            var here = i == steps ? 0 : Seen(body, a + (b - a) * ((i + 0.5f) / steps));
            if (here == 0 && begin >= 0)
            {
                // A single dot on a long line is no line. And a line has one width: it is an outline where most of it is.
                if (i - begin > 1 || steps < 4)
                {
                    var (one, two) = (a + (b - a) * ((float)begin / steps), a + (b - a) * ((float)i / steps));
                    strokes.Add(new Stroke(one.X, one.Y, two.X, two.Y, _pen.Width(isOutline && 2 * apart >= i - begin ? Pen.Outline : kind, (one.Z + two.Z) / 2)));
                }
                begin = -1;
            }
            else if (here > 0)
            {
                (begin, apart) = begin < 0 ? (i, 0) : (begin, apart);
                apart += here == 2 ? 1 : 0;
            }
        }
    }

    /// <summary>Where a place is on the picture, in pixels, and how near.</summary>
    private Vector3 OnPicture(Vector3 place)
    {
        var nearness = 1 / place.Z;
        return new Vector3(camera.CentreX + camera.FocalX * (place.X * nearness), camera.CentreY - camera.FocalY * (place.Y * nearness), nearness);
    }

    // Liang and Barsky, "A new concept and method for line clipping", 1984.
    private bool Cut(ref Vector3 a, ref Vector3 b)
    {
        var (low, high) = (0f, 1f);
        var along = b - a;
        if (!Hold(along.X, a.X + Margin, ref low, ref high) || !Hold(-along.X, camera.Width + Margin - a.X, ref low, ref high)
            || !Hold(along.Y, a.Y + Margin, ref low, ref high) || !Hold(-along.Y, camera.Height + Margin - a.Y, ref low, ref high))
            return false;
        (a, b) = (a + along * low, a + along * high);
        return true;
    }

    private static bool Hold(float along, float inside, ref float low, ref float high)
    {
        if (along == 0)
            return inside >= 0;
        var share = -inside / along;
        if (along > 0)
            low = MathF.Max(low, share);
        else
            high = MathF.Min(high, share);
        return low <= high;
    }

    // 0: hidden; 1: seen before something of its own; 2: seen before something else. A line is seen where any facet around it is not before it, at the very place of the line:
    // at an outline that is what is behind, at a crease the surface itself.
    private int Seen(in Placed body, Vector3 point)
    {
        var (x, y) = ((int)MathF.Floor(point.X - 0.5f), (int)MathF.Floor(point.Y - 0.5f));
        var seen = 0;
        for (var row = y; row <= y + 1; row++)
            for (var column = x; column <= x + 1; column++)
            {
                if ((uint)column >= (uint)camera.Width || (uint)row >= (uint)camera.Height)
                    continue;
                var owner = owners[row * camera.Width + column];
                if (owner < 0)
                    return 2;
                ref readonly var facet = ref projection.Facet(owner);
                if (MathF.Min(MathF.Max(facet.NearnessAt(point.X, point.Y), facet.NearLeast), facet.NearMost) > point.Z * Slack)
                    continue;
                if (projection.Bodies[facet.Body].Body.Id != body.Body.Id)
                    return 2;
                seen = 1;
            }
        return seen;
    }
}

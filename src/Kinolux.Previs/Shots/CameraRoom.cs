using Kinolux.Previs.Cameras;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Kit;
using Kinolux.Previs.Scenes;

namespace Kinolux.Previs.Shots;

/// <summary>Where in a set a camera can be, and what it sees from there.</summary>
public sealed class CameraRoom
{
    /// <summary>How far behind a wall a camera may stand that shows all of a room: the wall is taken out for it, as in a studio.</summary>
    public const double Wild = 3;

    // The body of a camera with its lens and what it stands on.
    private const double Radius = 0.22;

    private readonly ScenePlan _plan;
    private readonly List<(double X, double Z, double Sin, double Cos, KitPiece Piece, double Y)> _pieces;

    public CameraRoom(ScenePlan plan)
    {
        _plan = plan;
        _pieces = [.. plan.Set.Pieces.Select(piece => (piece.X, piece.Z, Math.Sin(piece.Turn * Math.PI / 180), Math.Cos(piece.Turn * Math.PI / 180), PropKit.Pieces[piece.Piece], piece.Y)).Where(piece => piece.Item5.StandsInTheWay)];
    }

    /// <summary>Why no camera can be there; null where one can.</summary>
    /// <param name="subject">How far away that is which must be sharp, metres.</param>
    /// <param name="mayTakeOutAWall">True for a camera that shows all of a room.</param>
    public string? Fault(Camera camera, IReadOnlyList<Placement> people, double subject, bool mayTakeOutAWall = false)
    {
        var (at, set) = (camera.At, _plan.Set);
        if (!at.IsFinite)
            return "it is nowhere";
        if (at.Y < 0.15)
            return "it is in the floor";
        if (set.Inside && at.Y > set.Height - 0.15)
            return "it is in the ceiling";
        if (at.Y > 6)
            return "it is higher than a crane reaches here";
        if (set.Inside && Math.Max(Math.Abs(at.X) - set.Width / 2, Math.Abs(at.Z) - set.Depth / 2) is var beyond && beyond > -Radius && !(mayTakeOutAWall && beyond is > Radius and < Wild))
            return "it is in a wall";
        if (subject < Lens.Near(camera.Focal).Closest)
            return $"it is closer than its {camera.Focal:0} mm lens focuses";
        foreach (var (x, z, sin, cos, piece, y) in _pieces)
            if (Local(at, x, z, sin, cos) is var local && IsIn(local, y, piece, Radius))
                return $"it is in the {piece.Name}";
        return people.FirstOrDefault(person => (at - person.At).Flat.Length < 0.3 && at.Y < person.Top.Y + 0.15) is { } body ? $"it is in {body.Name}" : null;
    }

    /// <summary>True where a wall must be taken out for a camera.</summary>
    public bool IsOutside(Camera camera) => _plan.Set.Inside && (Math.Abs(camera.At.X) > _plan.Set.Width / 2 || Math.Abs(camera.At.Z) > _plan.Set.Depth / 2);

    /// <summary>How much of somebody's face is hidden by others and by what stands there, 0 to 1.</summary>
    public double Hidden(Camera camera, Placement person, IReadOnlyList<Placement> people, IReadOnlyList<string> ignored)
    {
        var eyes = person.Eyes;
        var side = Vector3D.Cross((eyes - camera.At).Flat.Unit, Vector3D.Up);
        var hidden = 0;
        // Five points of the head: brow, chin, ears, middle.
        foreach (var point in (ReadOnlySpan<Vector3D>)[eyes, eyes + side * 0.07, eyes - side * 0.07, eyes + Vector3D.Up * 0.09, eyes - Vector3D.Up * 0.1])
            if (people.Any(other => other.Name != person.Name && !ignored.Contains(other.Name) && Meets(camera.At, point, other)) || _pieces.Any(piece => Meets(camera.At, point, piece)))
                hidden++;
        return hidden / 5.0;
    }

    // A body is a post with a head, a little narrower than shoulders.
    private static bool Meets(Vector3D from, Vector3D to, Placement body)
    {
        var (way, rest) = ((to - from).Flat, (body.At - from).Flat);
        var along = Vector3D.Dot(rest, way) / Math.Max(1e-9, Vector3D.Dot(way, way));
        if (along is <= 0 or >= 1)
            return false;
        var apart = (rest - way * along).Length;
        var height = from.Y + (to.Y - from.Y) * along;
        return height < body.Top.Y - 0.26 ? apart < 0.21 : height < body.Top.Y && apart < 0.1;
    }

    private static bool Meets(Vector3D from, Vector3D to, (double X, double Z, double Sin, double Cos, KitPiece Piece, double Y) piece)
    {
        var (a, b) = (Local(from, piece.X, piece.Z, piece.Sin, piece.Cos), Local(to, piece.X, piece.Z, piece.Sin, piece.Cos));
        var (low, high, enter, leave) = (piece.Piece.Low, piece.Piece.High, 0.0, 1.0);
        return Slab(a.X, b.X, low.X, high.X) && Slab(a.Y - piece.Y, b.Y - piece.Y, low.Y, high.Y) && Slab(a.Z, b.Z, low.Z, high.Z) && enter < leave;

        bool Slab(double start, double end, double least, double most)
        {
            if (Math.Abs(end - start) < 1e-9)
                return start > least && start < most;
            var (near, far) = ((least - start) / (end - start), (most - start) / (end - start));
            (enter, leave) = (Math.Max(enter, Math.Min(near, far)), Math.Min(leave, Math.Max(near, far)));
            return enter < leave;
        }
    }

    private static Vector3D Local(Vector3D at, double x, double z, double sin, double cos) => new((at.X - x) * cos - (at.Z - z) * sin, at.Y, (at.X - x) * sin + (at.Z - z) * cos);

    private static bool IsIn(Vector3D at, double y, KitPiece piece, double around) =>
        at.X > piece.Low.X - around && at.X < piece.High.X + around && at.Z > piece.Low.Z - around && at.Z < piece.High.Z + around && at.Y > piece.Low.Y + y - around && at.Y < piece.High.Y + y + around;
}

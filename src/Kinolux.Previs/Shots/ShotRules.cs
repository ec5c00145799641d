using Kinolux.Previs.Cameras;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Scenes;

namespace Kinolux.Previs.Shots;

/// <summary>
/// What makes a shot good for what happens in it, a cut from one to the next smooth, a rhythm even: the three costs of Galvane, Ronfard, Lino and Christie,
/// "Continuity Editing for 3D Animation", 2015. Weights are ours, set so that what must not be outweighs all that should not.
/// </summary>
internal sealed class ShotRules(ScenePlan plan, CameraRoom room, FilmBack back)
{
    // What must not be: somebody named whom one does not see, a line that is crossed.
    private const double Never = 25;

    private readonly Blocking _blocking = plan.Blocking();

    /// <summary>How well one moment is seen.</summary>
    /// <param name="settled">How far into the scene it is, 0 to 1: closer shots come later.</param>
    /// <param name="isFirst">True where nobody has seen the place yet.</param>
    public Cost Quality(Framing framing, Moment moment, double settled, bool isFirst)
    {
        var cost = Cost.None;
        var frame = (moment.Frames.First + moment.Frames.Last) / 2;
        var people = _blocking.At(frame);
        var camera = CameraAt(framing, people);
        foreach (var name in moment.Seen)
            if (people.FirstOrDefault(person => person.Name == name) is { } person)
            {
                var (x, y, depth) = camera.Project(person.Eyes, back);
                if (depth < 0.2 || Math.Abs(x) > 0.96 || Math.Abs(y) > 0.97)
                    cost = cost.And(moment.IsSpeech && framing.Type is not ShotType.Master ? 2.2 : moment.Seen.Count > 4 ? Never / moment.Seen.Count : Never, $"{name} is not seen");
                else if (room.Hidden(camera, person, people, []) is > 0.3 and var hidden && !(framing.Type == ShotType.OverShoulder && framing.Subjects[0] != name))
                    cost = cost.And(hidden * 8, $"{name} is hidden");
            }
        foreach (var subject in framing.Subjects.Take(1))
            if (!people.Any(person => person.Name == subject))
                cost = cost.And(Never, $"{subject} is gone");
            else if (!framing.Follows && people.First(person => person.Name == subject) is { IsWalking: true } && framing.Type != ShotType.Master)
                cost = cost.And(6, $"{subject} walks out of it");
        if (moment.IsSpeech)
            cost = framing.Type switch
            {
                ShotType.Master => cost.And(0.9 + 0.9 * settled, "faces are small while somebody speaks"),
                ShotType.TwoShot => cost.And(0.35 + 0.6 * settled, "two share the picture while one speaks"),
                _ when moment.Speakers.Contains(framing.Subjects[0]) => cost,
                _ when moment.To.Contains(framing.Subjects[0]) => cost.And(1.0, $"who listens is seen, {moment.Speakers[0]} speaks"),
                _ => cost.And(3, "who neither speaks nor is spoken to is seen"),
            };
        else if (moment.Doings.Count > 0)
            cost = cost.And(framing.Size <= ShotSize.MediumCloseUp ? 3 : framing.Size == ShotSize.MediumShot ? 1 : 0, "too close for what is done");
        else if (moment.Seen.Count == 0)
            cost = cost.And(framing.Type switch { ShotType.Master => 0, ShotType.TwoShot => 0.5, _ => 1.2 }, "nobody is named, and the place is not seen");
        else if (framing.Type is ShotType.Single or ShotType.OverShoulder && moment.Seen[0] != framing.Subjects[0])
            cost = cost.And(1.5, $"{moment.Seen[0]} does it");
        // Tension rises, pictures close in.
        var wished = 2.9 - 1.7 * settled - (moment.Text.Contains('!', StringComparison.Ordinal) ? 0.5 : 0);
        if (framing.Type is ShotType.Single or ShotType.OverShoulder)
            cost = cost.And(0.28 * Math.Abs((int)framing.Size - wished), "of a size that does not fit how far the scene is");
        if (framing.Size == ShotSize.ExtremeCloseUp)
            cost = cost.And(1, "very close");
        if (isFirst)
            cost = cost.And(framing.Type switch { ShotType.Master => 0, ShotType.TwoShot => 1.4, _ => 2.6 }, "the place was not seen yet");
        return cost;
    }

    /// <summary>How smooth a cut is.</summary>
    /// <param name="frame">The first after the cut.</param>
    public Cost Cut(Framing from, Framing to, int frame)
    {
        var cost = Cost.None;
        var people = _blocking.At(frame);
        var (before, after) = (CameraAt(from, people), CameraAt(to, people));
        if (from.IsSetUpOf(to))
            return cost.And(Never, "it would cut to itself");
        if (Crosses(before, after, people))
            cost = cost.And(Never, "it crosses the line");
        var same = from.Subjects.Count > 0 && to.Subjects.Count > 0 && from.Subjects[0] == to.Subjects[0];
        if (same && people.FirstOrDefault(person => person.Name == from.Subjects[0]) is { } subject)
        {
            var turn = Vector3D.Angle((before.At - subject.Eyes).Flat, (after.At - subject.Eyes).Flat) * 180 / Math.PI;
            if (turn < 30 && Math.Abs((int)from.Size - (int)to.Size) < 2)
                cost = cost.And(9, $"only {turn:0}° and hardly a change of size: it jumps");
        }
        if (from.Type == to.Type && from.Type is ShotType.Single or ShotType.OverShoulder && from.Size != to.Size && !same)
            cost = cost.And(0.35 * Math.Abs((int)from.Size - (int)to.Size), "answers are not of one size");
        if (Eyeline(from, to, before, after, people) is > ShotChecks.MostEyeline)
            cost = cost.And(Never, "the two would look past each other");
        if (from.Type == ShotType.Master && to.Type == ShotType.Master)
            cost = cost.And(2, "from all to all");
        if (from.Type is ShotType.Single or ShotType.OverShoulder && to.Type == ShotType.Master)
            cost = cost.And(0.5, "back to all");
        foreach (var person in people)
            if (Place(before, person) is { } here && Place(after, person) is { } there)
                cost = cost.And(0.4 * Math.Abs(here - there), $"{person.Name} jumps across the picture");
        return cost;
    }

    /// <summary>How its length fits: log-normal about what such shots last (Cutting and others measure two to eight seconds in eighty years of films).</summary>
    public Cost Rhythm(Framing framing, double seconds)
    {
        if (seconds < 0.5)
            return Cost.None.And(Never, "under twelve frames");
        var usual = framing.Size switch { <= ShotSize.CloseUp => 3.0, ShotSize.MediumCloseUp => 3.6, ShotSize.MediumShot => 4.2, _ => 5.2 };
        var off = Math.Log(seconds / usual) / 0.75;
        return Cost.None.And(off * off / 2 * 0.8, seconds < usual ? "short" : "long");
    }

    /// <summary>True where two cameras stand on two sides of the line between two people whom both have to do with.</summary>
    public static bool Crosses(Camera before, Camera after, IReadOnlyList<Placement> people)
    {
        for (var i = 0; i < people.Count; i++)
            for (var j = i + 1; j < people.Count; j++)
                if (Line(people[i], people[j]) is { } line && Side(before, line) * Side(after, line) < 0)
                    return true;
        return false;
    }

    /// <summary>
    /// By how many degrees two who look at each other, each in a picture of one kind and size, look past each other: one must look as far to the left of the camera as the other to the right.
    /// Infinite where both look the same way; null where the two do not answer each other.
    /// </summary>
    public static double? Eyeline(Framing from, Framing to, Camera before, Camera after, IReadOnlyList<Placement> people)
    {
        if (from.Type != to.Type || to.Type is not (ShotType.Single or ShotType.OverShoulder) || from.Size != to.Size || from.Subjects[0] == to.Subjects[0])
            return null;
        if (people.FirstOrDefault(person => person.Name == from.Subjects[0]) is not { } a || people.FirstOrDefault(person => person.Name == to.Subjects[0]) is not { } b || Line(a, b) is null)
            return null;
        var (left, right) = (Gaze(a, before), Gaze(b, after));
        // Over a shoulder the other is in the picture, and looks speak for themselves.
        return left * right > 0 ? double.PositiveInfinity : from.Type == ShotType.Single ? Math.Abs(Math.Abs(left) - Math.Abs(right)) : 0;
    }

    // How far to the right of the camera somebody looks, degrees; to the left below 0.
    private static double Gaze(Placement person, Camera camera)
    {
        var (gaze, back) = ((person.Looks - person.Eyes).Flat.Unit, (camera.At - person.Eyes).Flat.Unit);
        return Math.Atan2(Vector3D.Dot(gaze, Vector3D.Cross(-back, Vector3D.Up)), Vector3D.Dot(gaze, back)) * 180 / Math.PI;
    }

    /// <summary>The camera at a moment: it turns where it follows.</summary>
    public Camera CameraAt(Framing framing, IReadOnlyList<Placement> people) =>
        framing.Follows && people.FirstOrDefault(person => person.Name == framing.Subjects[0]) is { } subject ? framing.Camera.Aimed(subject.Eyes, framing.Asked, back) : framing.Camera;

    // Two who look at each other make a line.
    private static (Vector3D A, Vector3D B)? Line(Placement a, Placement b) =>
        (a.Looks - b.Eyes).Flat.Length < 0.3 && (b.Looks - a.Eyes).Flat.Length < 0.3 && (a.At - b.At).Flat.Length > 0.2 ? (a.At, b.At) : null;

    // 1 and −1 for the sides, 0 near the line itself: such a shot is neutral.
    private static int Side(Camera camera, (Vector3D A, Vector3D B) line)
    {
        var (way, to) = ((line.B - line.A).Flat.Unit, (camera.At - line.A).Flat);
        var across = Vector3D.Cross(way, to.Unit).Y;
        return Math.Abs(across) < 0.09 ? 0 : Math.Sign(across);
    }

    private double? Place(Camera camera, Placement person) => camera.Project(person.Eyes, back) is (var x, var y, > 0.2) && Math.Abs(x) < 1 && Math.Abs(y) < 1 ? x : null;
}

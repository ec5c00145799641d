using Kinolux.Previs.Cameras;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Scenes;

namespace Kinolux.Previs.Shots;

/// <summary>Finds every framing that a moment of a scene could be shot with, each with a camera that can be there.</summary>
/// <param name="front">Where the camera's side is, seen from the people: a bearing, radians. It keeps all cameras on one side of the line.</param>
public sealed class FramingFinder(ScenePlan plan, CameraRoom room, FilmBack back, double front)
{
    private static readonly ShotSize[] SingleSizes = [ShotSize.CloseUp, ShotSize.MediumCloseUp, ShotSize.MediumShot, ShotSize.LongShot];

    private readonly Blocking _blocking = plan.Blocking();

    /// <summary>The framings of the people as they are at a frame.</summary>
    /// <param name="named">Who the moment is about; others get no shot of their own.</param>
    public IReadOnlyList<Framing> At(int frame, IReadOnlyList<string> named)
    {
        var people = _blocking.At(frame);
        List<Framing> found = [];
        Add(found, Masters(people), people);
        foreach (var person in people.Where(person => named.Contains(person.Name)))
        {
            foreach (var size in SingleSizes)
                Add(found, Singles(person, size), people);
            if (_blocking.PartnerOf(person.Name, frame) is { } partner && people.FirstOrDefault(other => other.Name == partner) is { } other)
            {
                Add(found, OverShoulders(person, other), people);
                if (!found.Any(framing => framing.Type == ShotType.TwoShot && framing.Subjects.Contains(person.Name) && framing.Subjects.Contains(other.Name)))
                    Add(found, TwoShots(person, other), people);
            }
        }
        // Every moment is seen somehow; what cannot be is told by the checks.
        if (found.Count == 0)
            found.Add(Masters(people).Last());
        return found;
    }

    // The first that can be: they come the best first.
    private void Add(List<Framing> found, IEnumerable<Framing> tries, IReadOnlyList<Placement> people)
    {
        foreach (var framing in tries)
        {
            var subject = people.FirstOrDefault(person => framing.Subjects.Count > 0 && person.Name == framing.Subjects[0]);
            if (room.Fault(framing.Camera, people, subject is null ? 3 : Vector3D.Distance(framing.Camera.At, subject.Eyes), framing.Type == ShotType.Master) is null)
            {
                found.Add(framing);
                return;
            }
        }
    }

    private IEnumerable<Framing> Masters(IReadOnlyList<Placement> people)
    {
        if (people.Count == 0)
        {
            foreach (var focal in (double[])[25, 18])
                for (var distance = 7.0; distance > 1.5; distance -= 0.5)
                    yield return new Framing(ShotType.Master, ShotSize.ExtremeLongShot, [], (0, 0), new Camera(Vector3D.Towards(front) * distance + Vector3D.Up * 1.7, front + Math.PI, -0.05, focal));
            yield break;
        }
        var (low, high) = (people.Select(person => person.Top).Aggregate((a, b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Min(a.Z, b.Z))), people.Select(person => person.Top).Aggregate((a, b) => new(Math.Max(a.X, b.X), Math.Max(a.Y, b.Y), Math.Max(a.Z, b.Z))));
        var middle = Vector3D.Mix(low, high, 0.5) with { Y = 0.98 };
        foreach (var focal in (double[])[32, 25, 18])
            foreach (var height in (double[])[1.65, 1.9, 1.4])
            {
                var (half, tall) = (Math.Tan(back.HorizontalField(focal) / 2), Math.Tan(back.VerticalField(focal) / 2));
                var across = Vector3D.Cross(Vector3D.Towards(front + Math.PI), Vector3D.Up);
                // Everybody from head to foot, with room around.
                var distance = people.Max(person => Math.Max(Math.Abs(Vector3D.Dot(person.At - middle, across)) + 0.5, 0) / (half * 0.82) - Vector3D.Dot(person.At - middle, -Vector3D.Towards(front)));
                distance = Math.Max(distance, people.Max(person => 1.12 * person.Height / (2 * tall * 0.86) - Vector3D.Dot(person.At - middle, -Vector3D.Towards(front))));
                var camera = new Camera(middle.Flat + Vector3D.Towards(front) * distance + Vector3D.Up * height, front + Math.PI, Math.Atan2(middle.Y - height, distance), focal);
                var first = people.MaxBy(person => -Vector3D.Distance(person.At, middle)) ?? people[0];
                var (x, y, _) = camera.Project(first.Eyes, back);
                yield return new Framing(ShotType.Master, ShotSizes.Near(2 * tall * distance / first.Height), [first.Name, .. people.Where(person => person != first).Select(person => person.Name)], (x, y), camera);
            }
    }

    private IEnumerable<Framing> Singles(Placement person, ShotSize size)
    {
        // From beside the line that the eyes look along, on the camera's side of it; nearer to it the closer the shot is.
        var gaze = (person.Looks - person.Eyes).Flat.Bearing;
        var side = SideOf(gaze);
        foreach (var turn in size <= ShotSize.MediumCloseUp ? (double[])[30, 40, 22, 55] : [38, 50, 28, 65])
            foreach (var focal in size.Lenses())
            {
                var from = gaze + side * turn * Math.PI / 180;
                var lead = person.IsWalking ? 0.1 : size <= ShotSize.MediumShot ? 0.16 : 0.08;
                // Who looks to the right stands on the left.
                var asked = (X: -LooksRight(person, from) * lead, Y: size.EyeLine());
                yield return new Framing(ShotType.Single, size, [person.Name], asked, Camera.Framing(person.Eyes, asked, size.Of() * person.Height, from + Math.PI, 0, focal, back), person.IsWalking);
            }
    }

    private IEnumerable<Framing> OverShoulders(Placement person, Placement other)
    {
        if (Vector3D.Distance(person.Eyes.Flat, other.Eyes.Flat) is < 0.4 or > 4)
            yield break;
        // Behind the shoulder that is on the camera's side, and beyond it.
        var away = (other.At - person.At).Flat.Unit;
        var beside = Vector3D.Cross(away, Vector3D.Up);
        if (Vector3D.Dot(beside, Vector3D.Towards(front)) < 0)
            beside = -beside;
        foreach (var (behind, aside) in ((double, double)[])[(0.85, 0.42), (0.7, 0.36), (0.55, 0.34), (1.1, 0.5)])
            foreach (var focal in (double[])[40, 50, 32])
            {
                var at = (other.At + away * behind + beside * aside) with { Y = (person.Eyes.Y + other.Eyes.Y) / 2 + 0.06 };
                var depth = Vector3D.Distance(at, person.Eyes);
                var size = ShotSizes.Near(2 * depth * Math.Tan(back.VerticalField(focal) / 2) / person.Height);
                var isOtherRight = Vector3D.Dot(Vector3D.Cross((person.Eyes - at).Flat, Vector3D.Up), other.At - at) > 0;
                var asked = (isOtherRight ? -0.3 : 0.3, Math.Max(0.26, size.EyeLine() - 0.06));
                yield return new Framing(ShotType.OverShoulder, size, [person.Name, other.Name], asked, new Camera(at, 0, 0, focal).Aimed(person.Eyes, asked, back));
            }
    }

    // The apex of the toric surface: both at one distance, seen under the angle that puts them where they shall be.
    private IEnumerable<Framing> TwoShots(Placement person, Placement other)
    {
        if (Vector3D.Distance(person.Eyes.Flat, other.Eyes.Flat) < 0.25)
            yield break;
        var line = (other.At - person.At).Flat;
        foreach (var apart in (double[])[0.4, 0.32, 0.5, 0.24])
            foreach (var focal in (double[])[40, 32, 25, 50])
            {
                var eyes = (A: person.Eyes, B: other.Eyes);
                var level = (person.Eyes.Y + other.Eyes.Y) / 2;
                var alpha = Toric.AngleOf((-apart, 0), (apart, 0), back.HorizontalField(focal), back.Aspect);
                foreach (var phi in (double[])[Math.PI / 2, -Math.PI / 2])
                {
                    var at = new Toric(alpha, Math.PI - alpha, phi).Position(eyes.A with { Y = level }, eyes.B with { Y = level }, Vector3D.Up);
                    if (Vector3D.Dot(at - Vector3D.Mix(eyes.A, eyes.B, 0.5), Vector3D.Towards(front)) < 0)
                        continue;
                    var depth = Math.Abs(Vector3D.Dot(at - eyes.A, Vector3D.Cross(line.Unit, Vector3D.Up)));
                    var size = ShotSizes.Near(2 * depth * Math.Tan(back.VerticalField(focal) / 2) / person.Height);
                    var camera = new Camera(at with { Y = level + 0.02 }, (Vector3D.Mix(eyes.A, eyes.B, 0.5) - at).Bearing, 0, focal);
                    var (x, _, _) = camera.Project(person.Eyes, back);
                    var asked = (x, size.EyeLine());
                    yield return new Framing(ShotType.TwoShot, size, [person.Name, other.Name], asked, camera.Aimed(person.Eyes, asked, back));
                }
            }
    }

    // On which side of a line the camera's side is: 1 counter-clockwise, −1 clockwise, seen from above.
    private int SideOf(double bearing) => Math.Sin(front - bearing) >= 0 ? 1 : -1;

    // 1 where somebody looks to the right of the picture, −1 where to the left.
    private static int LooksRight(Placement person, double from) => Vector3D.Dot((person.Looks - person.Eyes).Flat, Vector3D.Cross(Vector3D.Towards(from + Math.PI), Vector3D.Up)) > 0 ? 1 : -1;
}

using Kinolux.Previs.Figures;
using Kinolux.Previs.Geometry;

namespace Kinolux.Previs.Scenes;

/// <summary>Where everybody is at each frame of a scene: a function of the plan alone.</summary>
public sealed class Blocking(IReadOnlyList<PersonPlan> people, IReadOnlyList<Moment> moments, double framesPerSecond)
{
    /// <summary>An unhurried walk, metres a second.</summary>
    public const double Pace = 1.25;

    private const double SpeedUp = 0.35;

    public IReadOnlyList<PersonPlan> People => people;

    /// <summary>Everybody who is there.</summary>
    public IReadOnlyList<Placement> At(int frame) => [.. people.Select(person => At(person, frame)).OfType<Placement>()];

    /// <summary>Null where nobody of that name is there.</summary>
    public Placement? At(string name, int frame) => people.FirstOrDefault(person => person.Name == name) is { } person ? At(person, frame) : null;

    private Placement? At(PersonPlan person, int frame)
    {
        if (PlaceOf(person, frame) is not { } here)
            return null;
        var partner = PartnerOf(person.Name, frame);
        var other = partner is null ? null : people.FirstOrDefault(one => one.Name == partner) is { } found ? PlaceOf(found, frame) : null;
        var away = other is { } to && Vector3D.Distance(to.At, here.At) > 0.2 ? to.At - here.At : (Vector3D?)null;
        var facing = here.Walks ? here.Way.Bearing : here.Facing is { } degrees ? degrees * Math.PI / 180 : away is { } towards ? towards.Bearing : Nearest(person, here.At, frame);
        var placement = new Placement(person.Name, here.At, facing, here.Stance, here.Walks, person.Height, default);
        var looks = other is { } eyes && partner is not null && people.First(one => one.Name == partner) is var partnerPlan
            ? new Placement(partner, eyes.At, 0, eyes.Stance, false, partnerPlan.Height, default).Eyes with { X = eyes.At.X, Z = eyes.At.Z }
            : placement.Eyes + Vector3D.Towards(facing) * 3;
        return placement with { Looks = looks };
    }

    /// <summary>Whom somebody has to do with: who they speak to, who speaks, who is named beside them; null where nobody is.</summary>
    public string? PartnerOf(string name, int frame)
    {
        var moment = MomentAt(frame);
        for (var i = moment; i >= 0 && i > moment - 3; i--)
        {
            var now = moments[i];
            var partner = now.Speakers.Contains(name) ? now.To.FirstOrDefault(other => other != name)
                : now.Speakers.Count > 0 ? now.Speakers[0]
                : now.Seen.Contains(name) ? now.Seen.FirstOrDefault(other => other != name) : null;
            if (partner is not null && IsThere(partner, frame))
                return partner;
        }
        var others = moments.Skip(moment).SelectMany(later => later.Speakers).Where(other => other != name && IsThere(other, frame));
        return others.FirstOrDefault() ?? people.FirstOrDefault(other => other.Name != name && IsThere(other.Name, frame))?.Name;
    }

    /// <summary>The index of the moment of a frame; the last where there is none.</summary>
    public int MomentAt(int frame)
    {
        var (low, high) = (0, moments.Count - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (moments[middle].Frames.Last < frame)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private bool IsThere(string name, int frame) => people.FirstOrDefault(person => person.Name == name) is { } person && PlaceOf(person, frame) is not null;

    private double Nearest(PersonPlan person, Vector3D at, int frame)
    {
        var near = people.Where(other => other != person).Select(other => PlaceOf(other, frame)?.At).OfType<Vector3D>().Where(other => Vector3D.Distance(other, at) > 0.2).OrderBy(other => Vector3D.Distance(other, at)).Select(other => (Vector3D?)(other - at)).FirstOrDefault();
        return near?.Bearing ?? 0.35;
    }

    private readonly record struct Place(Vector3D At, Stance Stance, bool Walks, Vector3D Way, double? Facing);

    private Place? PlaceOf(PersonPlan person, int frame)
    {
        if (person.Marks.Count == 0 || frame < person.Marks[0].Frame)
            return null;
        var (from, current) = (Spot(person.Marks[0]), person.Marks[0]);
        foreach (var mark in person.Marks.Skip(1))
        {
            if (frame < mark.Frame)
                break;
            var way = Spot(mark) - from;
            var share = Share((frame - mark.Frame) / framesPerSecond, way.Length);
            if (share < 1)
                return new Place(Vector3D.Mix(from, Spot(mark), share), Stance.Stand, true, way, null);
            (from, current) = (Spot(mark), mark);
        }
        return current.Out ? null : new Place(from, current.Stance, false, default, current.Facing);
    }

    // Speeds up and slows down over a third of a second, so that nobody starts or stops at once.
    private static double Share(double seconds, double length)
    {
        if (length < 0.05)
            return 1;
        var ease = Math.Min(SpeedUp, length / Pace / 2);
        var whole = length / Pace + ease;
        if (seconds >= whole)
            return 1;
        var speed = length / (whole - ease);
        var way = seconds < ease ? speed * seconds * seconds / (2 * ease) : seconds > whole - ease ? length - speed * (whole - seconds) * (whole - seconds) / (2 * ease) : speed * (seconds - ease / 2);
        return way / length;
    }

    private static Vector3D Spot(Mark mark) => new(mark.X, 0, mark.Z);
}

using Kinolux.Core.Time;
using Kinolux.Previs.Figures;
using Kinolux.Previs.Geometry;
using Kinolux.Previs.Kit;
using Kinolux.Script.Model;
using Kinolux.Script.People;

namespace Kinolux.Previs.Scenes;

/// <summary>Lays a scene out from what the script says: where it plays, what stands there, what light there is, who is where when.</summary>
public static class SceneLayout
{
    // Two who talk stand this far apart (Hall, "The Hidden Dimension", 1966: personal distance, far phase).
    private const double Apart = 1.15;

    // More than these stand in rows behind.
    private const int MostInARing = 8;

    /// <param name="name">The scene's lasting name.</param>
    /// <param name="elements">The lasting name of each element of the script.</param>
    /// <param name="length">As <see cref="MomentReader.Of"/>.</param>
    public static ScenePlan Of(Cast cast, Scene scene, string name, IReadOnlyList<string> elements, Rational rate, Func<string, string, int>? length = null)
    {
        var slugline = scene.Slugline;
        var moments = MomentReader.Of(cast, scene, elements, rate, length);
        var (kind, isTold) = PropKit.SetOf(slugline.Place, slugline.Interior == slugline.Exterior ? null : slugline.Interior);
        var set = Set(kind, isTold, moments);
        var time = DayTime.Of(slugline.Time);
        return new ScenePlan(name, scene.Number, scene.Heading.Text, rate, time, set, Lamps(set, time), People(cast, moments, kind, set), moments);
    }

    private static SetPlan Set(SetKind kind, bool isTold, IReadOnlyList<Moment> moments)
    {
        var known = isTold ? Known.Inferred : Known.Invented;
        var count = moments.SelectMany(moment => moment.Seen.Concat(moment.Speakers)).Distinct().Count();
        // A crowd needs a larger room.
        var grow = Math.Max(1, Math.Sqrt(count / 8.0));
        List<PiecePlan> pieces = [];
        foreach (var (piece, x, z, turn) in kind.Pieces)
            pieces.Add(new PiecePlan(Id(piece), piece, Math.Abs(x) > kind.Size.Width / 2 - 0.3 ? x * grow : x, Math.Abs(z) > kind.Size.Depth / 2 - 0.3 ? z * grow : z, turn, moments.Any(moment => PropKit.NamedIn(moment.Text).Any(named => named.Name == piece)) ? Known.Said : known));
        return new SetPlan(kind.Name, known, kind.Inside, kind.Size.Width * grow, kind.Size.Height, kind.Size.Depth * grow, pieces);

        string Id(string piece) => $"{piece.Replace(' ', '-')}-{pieces.Count(other => other.Piece == piece) + 1}";
    }

    private static List<LampPlan> Lamps(SetPlan set, string time)
    {
        List<LampPlan> lamps = [];
        var known = time.Length > 0 ? Known.Inferred : Known.Invented;
        if (!set.Inside)
            lamps.Add(time switch
            {
                "night" => new LampPlan("moon", true, -5, 9, 4, 0.16, 0.20, 0.30, known),
                "between" => new LampPlan("sun", true, -9, 2.6, 3, 1.0, 0.62, 0.38, known),
                _ => new LampPlan("sun", true, -4, 8, 5, 1.0, 0.96, 0.88, known),
            });
        else
        {
            var window = set.Pieces.FirstOrDefault(piece => piece.Piece == "window");
            if (window is not null && time != "night")
                lamps.Add(new LampPlan("daylight", false, window.X * 0.85, 1.9, window.Z * 0.85, 0.75, 0.8, 0.9, known));
            lamps.Add(new LampPlan("ceiling", false, 0, set.Height - 0.25, 0.5, 0.9, 0.82, 0.68, Known.Invented));
        }
        foreach (var piece in set.Pieces)
            if (PropKit.Pieces[piece.Piece].Light is { } light && (set.Inside || time is "night" or "between"))
                lamps.Add(new LampPlan(piece.Id, false, piece.X + light.X, piece.Y + light.Y, piece.Z + light.Z, 0.9, 0.7, 0.4, Known.Inferred));
        return lamps;
    }

    private static List<PersonPlan> People(Cast cast, IReadOnlyList<Moment> moments, SetKind kind, SetPlan set)
    {
        List<string> names = [.. moments.SelectMany(moment => moment.Speakers.Count > 0 ? moment.Seen : moment.Seen.Concat(moment.Doings.Select(doing => doing.Who))).Distinct()];
        var seats = Seats(set);
        var spots = Spots(names.Count, kind, set);
        Dictionary<string, int> seatOf = [];
        List<PersonPlan> people = [];
        for (var i = 0; i < names.Count; i++)
        {
            var name = names[i];
            var doings = moments.SelectMany(moment => moment.Doings.Where(doing => doing.Who == name).Select(doing => (doing.Kind, doing.To, moment.Frames.First))).ToList();
            var spot = spots[i];
            List<Mark> marks = [];
            // What is said of somebody first is how they are found.
            var first = doings.Count > 0 && !moments.TakeWhile(moment => moment.Frames.First < doings[0].First).Any(moment => moment.Seen.Contains(name)) ? doings[0].Kind : (DoingKind?)null;
            var comesIn = first == DoingKind.Enter;
            if (comesIn)
            {
                marks.Add(new Mark(doings[0].First, set.Inside ? kind.Door.X * 0.93 : kind.Door.X, kind.Door.Z, Stance.Stand, Known.Said));
                marks.Add(new Mark(doings[0].First, spot.X, spot.Z, Stance.Stand, Known.Invented));
            }
            else if ((kind.Sits || first == DoingKind.Sit) && TakeSeat(name) is { } seat)
                marks.Add(new Mark(0, seat.At.X, seat.At.Z, Stance.Sit, first == DoingKind.Sit ? Known.Said : Known.Inferred, Facing: seat.Turn));
            else
                marks.Add(new Mark(0, spot.X, spot.Z, Stance.Stand, Known.Invented));
            foreach (var (doing, to, frame) in doings.Skip(first is DoingKind.Enter or DoingKind.Sit ? 1 : 0))
                switch (doing)
                {
                    case DoingKind.Exit:
                        marks.Add(new Mark(frame, set.Inside ? kind.Door.X * 0.93 : kind.Door.X, kind.Door.Z, Stance.Stand, Known.Said, Out: true));
                        break;
                    case DoingKind.Sit when TakeSeat(name) is { } place:
                        marks.Add(new Mark(frame, place.At.X, place.At.Z, Stance.Sit, Known.Said, Facing: place.Turn));
                        break;
                    case DoingKind.Enter when marks[^1].Out:
                        marks.Add(new Mark(frame, spot.X, spot.Z, Stance.Stand, Known.Said));
                        break;
                    case DoingKind.Rise or DoingKind.Walk when marks[^1].Stance == Stance.Sit:
                        marks.Add(new Mark(frame, spot.X, spot.Z, Stance.Stand, Known.Said));
                        seatOf.Remove(name);
                        break;
                    case DoingKind.Walk when to is not null && names.IndexOf(to) is >= 0 and var other && other != i:
                        var (there, here) = (spots[other], spot);
                        var way = new Vector3D(here.X - there.X, 0, here.Z - there.Z).Unit * 0.85;
                        marks.Add(new Mark(frame, there.X + way.X, there.Z + way.Z, Stance.Stand, Known.Said));
                        break;
                }
            var (words, seed) = (Introduction.Of(cast, name), Seed(name));
            people.Add(new PersonPlan(name, words, seed, Looks.Of(Description.Read(words), seed).Height.Value, marks));
        }
        return people;

        (Vector3D At, double Turn)? TakeSeat(string name)
        {
            if (seatOf.TryGetValue(name, out var own))
                return seats[own];
            for (var i = 0; i < seats.Count; i++)
                if (!seatOf.ContainsValue(i))
                {
                    seatOf[name] = i;
                    return seats[i];
                }
            return null;
        }
    }

    private static List<(Vector3D At, double Turn)> Seats(SetPlan set) =>
        [.. set.Pieces.Where(piece => PropKit.Pieces[piece.Piece] is { Seat: < 0.6 } && piece.Piece != "bed").Select(piece => (new Vector3D(piece.X, 0, piece.Z), piece.Turn))];

    // Two face each other, more stand in a ring, a crowd in rows behind it.
    private static List<(double X, double Z)> Spots(int count, SetKind kind, SetPlan set)
    {
        List<(double, double)> spots = [];
        var ring = Math.Min(count, MostInARing);
        var radius = ring <= 2 ? Apart / 2 : Math.Max(Apart / 2, 0.45 / Math.Sin(Math.PI / ring));
        for (var i = 0; i < count; i++)
            if (i < ring)
            {
                // The first two are left and right as the front of the set sees them, neither with the back to it.
                var angle = ring == 1 ? 0 : -Math.PI / 2 + Math.PI * 2 * i / ring - (ring > 2 ? Math.PI / ring - Math.PI / 2 : 0);
                spots.Add(ring == 1 ? kind.Stage : (kind.Stage.X + radius * Math.Sin(angle), kind.Stage.Z + radius * 0.85 * Math.Cos(angle)));
            }
            else
                spots.Add((kind.Stage.X + ((i - ring) % 8 - 3.5) * 0.75, Math.Max(-set.Depth / 2 + 0.6, kind.Stage.Z - radius - 0.8 - (i - ring) / 8 * 0.75)));
        return spots;
    }

    // The same for a name in every scene and on every machine (FNV-1a).
    private static int Seed(string name) => (int)(name.Aggregate(2166136261u, (hash, c) => (hash ^ c) * 16777619u) & 0x7FFFFFFF);
}

using Kinolux.Core.Review;
using Kinolux.Core.Time;

namespace Kinolux.Work.Review;

/// <summary>Gathers what is one and the same thing into one question, by what each kind says of how it recurs.</summary>
internal static class Questions
{
    /// <summary>Frames without it after which a line or a spot in the same place is another: ten seconds of film, and far fewer while it was hardly seen.</summary>
    private const int Forgotten = 240;

    private const int ForgottenAtFirst = 8;

    private const int RememberedLonger = 4;

    /// <summary>Lines seen in fewer frames, two thirds of a second, are fine scratches all over the film, the trade's rain, where there are several.</summary>
    private const int Lasting = 16;

    private const int Several = 4;

    /// <summary>All that a person may be asked, by part and place; of lines and of what is everywhere answered ones too.</summary>
    public static IReadOnlyList<Question> Of(ReviewState state, IReadOnlyList<ProposalKind> kinds) =>
    [
        .. ByKind(state.All).Where(kind => kind.Any(IsOpen)).SelectMany(kind => Of([.. kind.OrderBy(item => item.Outline.Place.Extent.First)], RecursOf(kind.Key, kinds), state.Document.Whole))
            .OrderBy(question => question.Members[0].Outline.Group.Number).ThenBy(question => question.Extent.First),
    ];

    /// <summary>How many more would be asked if nothing had been learned from what was rejected.</summary>
    public static int Spared(ReviewState state, IReadOnlyList<ProposalKind> kinds) =>
        ByKind(state.All.Where(IsTaught)).Sum(kind => RecursOf(kind.Key, kinds) switch
        {
            Recurrence.Everywhere => 1,
            Recurrence.Alone => kind.Count(),
            var recurs => Tracks([.. kind.OrderBy(item => item.Outline.Place.Extent.First)], recurs) is var tracks && recurs == Recurrence.Line && tracks.Count(IsRain) is >= Several and var rain ? tracks.Count - rain + 1 : tracks.Count,
        });

    private static IEnumerable<IGrouping<string, Ruled>> ByKind(IEnumerable<Ruled> items) => items.Where(item => !item.Outline.Group.Source.IsPerson).GroupBy(item => item.Outline.Group.Kind);

    private static Recurrence RecursOf(string kind, IReadOnlyList<ProposalKind> kinds) => kinds.FirstOrDefault(one => one.Id == kind)?.Recurs ?? Recurrence.Alone;

    private static IEnumerable<Question> Of(IReadOnlyList<Ruled> found, Recurrence recurs, Place whole) => recurs switch
    {
        Recurrence.Everywhere => [found.Count == 1 ? Alone(found[0]) : new Question(found, [whole])],
        // The whole of a line is asked about, also where a frame of it by itself was too faint.
        Recurrence.Line => Gathered(Tracks(found, Recurrence.Line)),
        // Of a feature's million specks, those that wait: whoever rejected them all is not to pay for it at every click.
        Recurrence.Spot => Tracks([.. found.Where(Waits)], Recurrence.Spot).Select(One),
        _ => found.Where(Waits).Select(Alone),
    };

    // What waits, or a person decided on: what the policy or a lesson settled is not asked.
    private static bool IsOpen(Ruled item) => Waits(item) || !(item.Now.By.StartsWith("policy ", StringComparison.Ordinal) || IsTaught(item));

    private static bool IsTaught(Ruled item) => item.Now.By == Lessons.By;

    private static bool IsRain(Track track) => track.Members.Count < Lasting;

    private static bool Waits(Ruled item) => item.Now.Verdict == Verdict.Wait;

    private static Question Alone(Ruled item) => new([item], [item.Outline.Place]);

    private static Question One(Track track) => track.Members.Count == 1 ? Alone(track.Members[0]) : new Question(track.Members, [track.Place()]);

    private static IEnumerable<Question> Gathered(IReadOnlyList<Track> tracks)
    {
        var open = tracks.Where(track => track.Members.Any(IsOpen)).ToList();
        var rain = open.Where(IsRain).ToList();
        if (rain.Count < Several)
            return open.Select(One);
        var all = new Question([.. rain.SelectMany(track => track.Members).OrderBy(item => item.Outline.Place.Extent.First)], [.. rain.Select(track => track.Members.Count == 1 ? track.Members[0].Outline.Place : track.Place())]);
        return open.Except(rain).Select(One).Append(all);
    }

    private static IReadOnlyList<Track> Tracks(IReadOnlyList<Ruled> found, Recurrence recurs)
    {
        List<Track> all = [];
        List<Track> open = [];
        var frame = -1;
        foreach (var item in found)
        {
            if (item.Outline.Place is not FilmPlace { Region.Box: var box } place)
            {
                all.Add(new Track(item));
                continue;
            }
            // Once a frame, not once a speck.
            if (place.Frames.First != frame)
                open.RemoveAll(track => place.Frames.First - track.Last > Math.Min(Forgotten, ForgottenAtFirst + RememberedLonger * track.Members.Count));
            frame = place.Frames.First;
            var near = open.Where(track => track.Last < place.Frames.First && track.IsNear(box, recurs)).MinBy(track => track.Distance(box));
            if (near is not null)
                near.Add(item);
            else
            {
                var begun = new Track(item);
                all.Add(begun);
                open.Add(begun);
            }
        }
        return all;
    }

    /// <summary>One thing through the frames in which it was found.</summary>
    private sealed class Track
    {
        private Box _box;

        public Track(Ruled item) => Add(item);

        public List<Ruled> Members { get; } = [];

        public int Last { get; private set; }

        public void Add(Ruled item)
        {
            Members.Add(item);
            if (item.Outline.Place is FilmPlace film)
                (_box, Last) = (film.Region?.Box ?? _box, film.Frames.Last);
        }

        public bool IsNear(Box box, Recurrence recurs) =>
            recurs == Recurrence.Line
                ? Distance(box) <= 2 + Math.Max(_box.Width, box.Width) * 2
                : (_box.Intersect(box)?.Area ?? 0) * 2 >= Math.Min(_box.Area, box.Area);

        /// <summary>Samples from middle to middle, across the picture.</summary>
        public double Distance(Box box) => Math.Abs(box.X + box.Width / 2.0 - _box.X - _box.Width / 2.0);

        public FilmPlace Place() => new(
            new FrameRange(Members[0].Outline.Place.InFilm().Frames.First, Last),
            Track: [.. Members.Select(item => item.Outline.Place.InFilm()).Select(place => new TrackedRegion(place.Frames.First, place.Region ?? RegionMask.Whole(_box)))]);
    }
}

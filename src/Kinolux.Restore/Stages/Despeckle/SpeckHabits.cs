using Kinolux.Restore.Regions;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>How a candidate fits in with the others of its frame and those of two frames around.</summary>
/// <param name="Flight">1 where it is on a straight path through like ones in both frames; 0 where it is not.</param>
/// <param name="Crowd">ln(1 + candidates of its kind around the same place in the quieter of both frames): snow, sparks and glitter are many there in every frame, dirt is not.</param>
/// <param name="Swarm">Which share of the candidates of its kind around it is on such paths, beyond what chance puts there: 0 for dirt, 0.2 and more in snow, rain and sparks.</param>
internal readonly record struct SpeckHabit(float Flight, float Crowd, float Swarm);

/// <summary>
/// Tells dirt, which is alone and for one frame, from what flies, falls or glitters in the scene. Not every flake can be followed (it hides, it melts into the light behind it),
/// but enough of its kind can: so those that are followed speak for all of about their size and brightness around them.
/// </summary>
internal sealed class SpeckHabits
{
    // A speck may cross the picture in no fewer than this many frames to be followed.
    private const int FewestFrames = 12;

    // Samples that the path may bend by: any more, and dirt falls in line by chance.
    private const int Slack = 2;

    // So many that do not fly are added to every count, that one or two by chance make no swarm.
    private const int Doubt = 3;

    // The side of the cells in which the end of a path is looked for.
    private const int Fine = 8;

    private readonly SpeckGrid _first;
    private readonly SpeckGrid _ends;
    private readonly (int First, int Second) _times;
    private readonly int _reach;
    private readonly SpeckHabit[] _habits;

    /// <param name="here">The candidates of the frame itself.</param>
    /// <param name="first">Those of another frame.</param>
    /// <param name="second">Those of a third.</param>
    /// <param name="times">When those are, in frames from this one: -1 and 1 in the midst of a shot.</param>
    public SpeckHabits(int width, int height, IReadOnlyList<Speck> here, IReadOnlyList<Speck> first, IReadOnlyList<Speck> second, (int First, int Second) times)
    {
        _reach = width / FewestFrames;
        var cell = Math.Max(8, _reach);
        (_first, _ends, _times) = (new SpeckGrid(width, height, cell, first), new SpeckGrid(width, height, Fine, second), times);
        // What would be in line if paths turned by a right angle is in line by chance.
        var flights = new (bool Straight, bool Turned)[here.Count];
        for (var i = 0; i < flights.Length; i++)
            flights[i] = (Flies(here[i], turned: false), Flies(here[i], turned: true));
        var own = new SpeckGrid(width, height, cell, here);
        // Grain is a crowd too, but of the small and faint: what stands out from it is none of them.
        var (before, after) = (All(own, _first, 1), All(own, new SpeckGrid(width, height, cell, second), 1));
        var (all, flying) = (All(own, own, 2), KinCount.Run(own, own, 2, [.. flights.Select(Excess)]));
        _habits = new SpeckHabit[here.Count];
        for (var i = 0; i < _habits.Length; i++)
            _habits[i] = new SpeckHabit(flights[i].Straight ? 1 : 0, MathF.Log(1 + Math.Min(before[i], after[i])), Math.Max(0, flying[i] - Excess(flights[i])) / (float)(Doubt + all[i] - 1));
    }

    /// <param name="index">In the frame's own list.</param>
    public SpeckHabit Of(int index) => _habits[index];

    private static int Excess((bool Straight, bool Turned) flight) => (flight.Straight ? 1 : 0) - (flight.Turned ? 1 : 0);

    private static int[] All(SpeckGrid here, SpeckGrid among, int cells) => KinCount.Run(here, among, cells, [.. Enumerable.Repeat(1, among.Specks.Count)]);

    private bool Flies(Speck speck, bool turned)
    {
        var (left, right) = (_first.At(speck.X) - 1, _first.At(speck.X) + 1);
        for (var row = _first.At(speck.Y) - 1; row <= _first.At(speck.Y) + 1; row++)
            foreach (var i in _first.Within(row, left, right))
            {
                var a = _first.Specks[i];
                var (u, v) = ((a.X - speck.X) / _times.First, (a.Y - speck.Y) / _times.First);
                if (Math.Abs(u) > _reach || Math.Abs(v) > _reach || Math.Max(Math.Abs(u), Math.Abs(v)) < 2 || !Alike(speck, a))
                    continue;
                if (turned ? Ends(speck, speck.X - v * _times.Second, speck.Y + u * _times.Second) : Ends(speck, speck.X + u * _times.Second, speck.Y + v * _times.Second))
                    return true;
            }
        return false;
    }

    // Whether one like it is where its path would lead in the third frame.
    private bool Ends(Speck speck, int x, int y)
    {
        for (var row = _ends.At(y - Slack); row <= _ends.At(y + Slack); row++)
            foreach (var k in _ends.Within(row, _ends.At(x - Slack), _ends.At(x + Slack)))
                if (_ends.Specks[k] is var b && Math.Abs(b.X - x) <= Slack && Math.Abs(b.Y - y) <= Slack && Alike(speck, b))
                    return true;
        return false;
    }

    private static bool Alike(Speck a, Speck b) =>
        a.Sign == b.Sign && a.Pixels.Length * 5 > b.Pixels.Length * 3 && b.Pixels.Length * 5 > a.Pixels.Length * 3 && Math.Abs(a.Tone - b.Tone) < 20 * 257;
}

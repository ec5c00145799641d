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

    private readonly SpeckGrid _here;
    private readonly SpeckGrid _first;
    private readonly SpeckGrid _second;
    private readonly (int First, int Second) _times;
    private readonly int _reach;
    private readonly sbyte[] _flights;

    /// <param name="here">The candidates of the frame itself.</param>
    /// <param name="first">Those of another frame.</param>
    /// <param name="second">Those of a third.</param>
    /// <param name="times">When those are, in frames from this one: -1 and 1 in the midst of a shot.</param>
    public SpeckHabits(int width, int height, IReadOnlyList<Speck> here, IReadOnlyList<Speck> first, IReadOnlyList<Speck> second, (int First, int Second) times)
    {
        _reach = width / FewestFrames;
        var cell = Math.Max(8, _reach);
        (_here, _first, _second) = (new SpeckGrid(width, height, cell, here), new SpeckGrid(width, height, cell, first), new SpeckGrid(width, height, cell, second));
        _times = times;
        // What would be in line if paths turned by a right angle is in line by chance.
        _flights = [.. here.Select(speck => (sbyte)((Flies(speck, turned: false) ? 1 : 0) | (Flies(speck, turned: true) ? 2 : 0)))];
    }

    /// <param name="index">In the frame's own list.</param>
    public SpeckHabit Of(int index)
    {
        var speck = _here.Specks[index];
        var crowd = Math.Min(Kin(_first, speck), Kin(_second, speck));
        return new SpeckHabit(_flights[index] & 1, MathF.Log(1 + crowd), Swarm(index, speck));
    }

    // Grain is a crowd too, but of the small and faint: what stands out from it is none of them.
    private static int Kin(SpeckGrid grid, Speck speck) => grid.Near(speck, 1).Count(index => Explains(grid.Specks[index], speck));

    private float Swarm(int index, Speck speck)
    {
        int all = Doubt, flying = 0;
        foreach (var other in _here.Near(speck, 2))
            if (other != index && Explains(_here.Specks[other], speck))
            {
                all++;
                flying += (_flights[other] & 1) - (_flights[other] >> 1);
            }
        return Math.Max(0, flying) / (float)all;
    }

    // Smaller and fainter ones belong to the kind too: pieces of a flake, and flakes farther off.
    private static bool Explains(Speck kind, Speck speck) =>
        kind.Sign == speck.Sign && kind.Pixels.Length * 5 >= speck.Pixels.Length * 3 && kind.Peak * 4 >= speck.Peak * 3;

    private bool Flies(Speck speck, bool turned)
    {
        foreach (var i in _first.Near(speck, 1))
        {
            var a = _first.Specks[i];
            var (u, v) = ((a.X - speck.X) / _times.First, (a.Y - speck.Y) / _times.First);
            if (Math.Abs(u) > _reach || Math.Abs(v) > _reach || Math.Max(Math.Abs(u), Math.Abs(v)) < 2 || !Alike(speck, a))
                continue;
            var (x, y) = turned ? (speck.X - v * _times.Second, speck.Y + u * _times.Second) : (speck.X + u * _times.Second, speck.Y + v * _times.Second);
            foreach (var k in _second.Near(x, y, Slack))
                if (_second.Specks[k] is var b && Math.Abs(b.X - x) <= Slack && Math.Abs(b.Y - y) <= Slack && Alike(speck, b))
                    return true;
        }
        return false;
    }

    private static bool Alike(Speck a, Speck b) =>
        a.Sign == b.Sign && a.Pixels.Length * 5 > b.Pixels.Length * 3 && b.Pixels.Length * 5 > a.Pixels.Length * 3 && Math.Abs(a.Tone - b.Tone) < 20 * 257;
}

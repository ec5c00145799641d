using Kinolux.Core.Frames;
using Kinolux.Restore.Survey;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>
/// The frames around the current one that can tell what it should look like: the next and next but one on each side that are not mere copies of it.
/// A repeated frame, as the survey or the pictures themselves show it, carries the same dirt and would vouch for it, so runs of copies are stepped over;
/// so are frames that were lost: what stands in their place is a copy, blank, or made of the frames around it, their dirt included.
/// </summary>
internal sealed record Neighbourhood(Neighbour? Before, Neighbour? After, Neighbour? FarBefore, Neighbour? FarAfter)
{
    // Two frames are copies when no 16 × 16 block differs by more than this on average, in 16-bit levels.
    private const int AlikeLevels = 2 * 257;

    // The same for a frame that the survey takes for a repeat: codecs change one by up to 3 levels of 8 bit in a block, while one that was made new differs by more.
    private const int RepeatLevels = 6 * 257;

    /// <summary>The two that detection compares with: one from each side, or both from the only side there is; null where the shot is too short.</summary>
    public (Neighbour First, Neighbour Second)? Pair => (Before, After) switch
    {
        ({ } before, { } after) => (before, after),
        (null, { } after) when FarAfter is { } far => (after, far),
        ({ } before, null) when FarBefore is { } far => (before, far),
        _ => null,
    };

    public IEnumerable<Neighbour> All => new[] { Before, After, FarBefore, FarAfter }.OfType<Neighbour>();

    /// <summary>The neighbourhood of the frame <paramref name="centre"/> frames from the window's own.</summary>
    /// <param name="reach">How far from it to look, in frames.</param>
    public static Neighbourhood Around(FrameWindow window, int centre, int reach, StageScope scope)
    {
        // A repeat that was left as it is is a copy like any other.
        var isMade = IsLost(0) && !(window[centre - 1] is { } earlier && Alike(Get(0).Guide, earlier.Guide, RepeatLevels));
        var (before, farBefore) = Side(-1);
        var (after, farAfter) = Side(1);
        return new Neighbourhood(before, after, farBefore, farAfter);

        (Neighbour? Near, Neighbour? Far) Side(int sign)
        {
            if (Next(0, sign) is not { } near)
                return (null, null);
            // What was made itself has the dirt of what it was made of.
            if (isMade && Next(near, sign) is { } other)
                return (Step(0, other, null), null);
            var nearer = Step(0, near, null);
            return (nearer, Next(near, sign) is { } far ? Step(near, far, nearer) : null);
        }

        bool IsLost(int offset) => StateOf(window.Number + centre + offset, scope) != FrameState.Good;

        Neighbour Step(int from, int to, Neighbour? via) =>
            new(to, Get(to), scope.Motion.Between(window.Number + centre + from, window.Number + centre + to), via);

        // The first offset past `from` whose frame is its own and no copy; where there is none the nearest must do (a still scene has copies only), but as a second witness no frame that was lost or repeated.
        int? Next(int from, int sign)
        {
            var repeats = true;
            for (var offset = from + sign; Math.Abs(offset) <= reach && window[centre + offset] is { } frame; offset += sign)
            {
                repeats &= StateOf(window.Number + centre + Math.Max(offset, offset - sign), scope) == FrameState.Duplicate;
                if (!IsLost(offset) && !Alike(Get(from).Guide, frame.Guide, repeats ? RepeatLevels : AlikeLevels))
                    return offset;
            }
            return Math.Abs(from + sign) <= reach && window[centre + from + sign] is not null && (from == 0 || !IsLost(from + sign)) ? from + sign : null;
        }

        Frame Get(int offset) => window[centre + offset] ?? throw new InvalidOperationException("A neighbour is missing.");
    }

    /// <summary>Exactly the frame <paramref name="offset"/> from the current one; null where it is outside the shot or the stage's window.</summary>
    public static Neighbour? At(FrameWindow window, int offset, StageScope scope) =>
        window.Reaches(offset) && Far(window, offset, scope) is { } neighbour && neighbour.Offset == offset ? neighbour : null;

    /// <summary>The frame <paramref name="offset"/> from the current one, or the farthest on that side that the shot has, with motion followed frame by frame; null where there is none.</summary>
    public static Neighbour? Far(FrameWindow window, int offset, StageScope scope)
    {
        Neighbour? reached = null;
        var sign = Math.Sign(offset);
        for (var at = sign; Math.Abs(at) <= Math.Abs(offset) && window[at] is { } frame; at += sign)
            reached = new Neighbour(at, frame, scope.Motion.Between(window.Number + at - sign, window.Number + at), reached);
        return reached;
    }

    private static FrameState StateOf(int number, StageScope scope) => scope.States[number - scope.Shot.Shot.Frames.First];

    private static bool Alike(Plane a, Plane b, int levels)
    {
        for (var y = 0; y < a.Height; y += 16)
            for (var x = 0; x < a.Width; x += 16)
            {
                var right = Math.Min(a.Width, x + 16);
                var bottom = Math.Min(a.Height, y + 16);
                var sum = 0;
                for (var v = y; v < bottom; v += 4)
                {
                    var rowA = a.Row(v);
                    var rowB = b.Row(v);
                    for (var u = x; u < right; u++)
                        sum += Math.Abs(rowA[u] - rowB[u]);
                }
                if (sum > levels * (right - x) * ((bottom - y + 3) / 4))
                    return false;
            }
        return true;
    }
}

using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>
/// The frames around the current one that can tell what it should look like: the next and next but one on each side that are not mere copies of it.
/// A repeated frame carries the same dirt and would vouch for it, so runs of copies are stepped over.
/// </summary>
internal sealed record Neighbourhood(Neighbour? Before, Neighbour? After, Neighbour? FarBefore, Neighbour? FarAfter)
{
    // Two frames are copies when no 16 × 16 block differs by more than this on average; web copies recompress repeats to within about one level of 8 bit.
    private const int AlikeLevels = 2 * 257;

    /// <summary>The two that detection compares with: one from each side, or both from the only side there is; null where the shot is too short.</summary>
    public (Neighbour First, Neighbour Second)? Pair => (Before, After) switch
    {
        ({ } before, { } after) => (before, after),
        (null, { } after) when FarAfter is { } far => (after, far),
        ({ } before, null) when FarBefore is { } far => (before, far),
        _ => null,
    };

    public IEnumerable<Neighbour> All => new[] { Before, After, FarBefore, FarAfter }.OfType<Neighbour>();

    public static Neighbourhood Around(FrameWindow window, int reach, StageScope scope)
    {
        var (before, farBefore) = Side(window, -1, reach, scope);
        var (after, farAfter) = Side(window, 1, reach, scope);
        return new Neighbourhood(before, after, farBefore, farAfter);
    }

    private static (Neighbour? Near, Neighbour? Far) Side(FrameWindow window, int sign, int reach, StageScope scope)
    {
        var near = Next(window, 0, sign, reach);
        if (near == 0)
            return (null, null);
        var nearer = new Neighbour(near, Get(window, near), scope.Motion.Between(window.Number, window.Number + near));
        var far = Next(window, near, sign, reach);
        return far == 0
            ? (nearer, null)
            : (nearer, new Neighbour(far, Get(window, far), scope.Motion.Between(window.Number + near, window.Number + far), nearer));
    }

    // The first offset past `from` whose frame is no copy of it; where all are copies the nearest must do (a still scene has copies only). 0 at the shot's end.
    private static int Next(FrameWindow window, int from, int sign, int reach)
    {
        var start = window[from] ?? throw new InvalidOperationException("A neighbour is missing.");
        for (var offset = from + sign; Math.Abs(offset) <= reach; offset += sign)
        {
            if (window[offset] is not { } frame)
                break;
            if (!Alike(start.Guide, frame.Guide))
                return offset;
        }
        var next = from + sign;
        return Math.Abs(next) <= reach && window[next] is not null ? next : 0;
    }

    private static Frame Get(FrameWindow window, int offset) =>
        window[offset] ?? throw new InvalidOperationException("A neighbour is missing.");

    private static bool Alike(Plane a, Plane b)
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
                if (sum > AlikeLevels * (right - x) * ((bottom - y + 3) / 4))
                    return false;
            }
        return true;
    }
}

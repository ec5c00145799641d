using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// A frame among those around it: earlier and later frames, nearest first.
/// What both sides show where the moving scene went is the scene's own: texture, poles, folds. Without it a scratch stands out.
/// </summary>
internal sealed record SceneLines(IReadOnlyList<SceneMotion> Before, IReadOnlyList<SceneMotion> After)
{
    // In 1/16 luma samples. Where the scene moved less, a scratch is where the scene went too, and would be taken for the scene's own.
    private const int Still = 24;
    private const int Moved = 48;

    /// <summary>The frame's responses less what is the scene's own; bands × width.</summary>
    public int[] TakenFrom(LineMap map, RowRunner rows)
    {
        var left = new int[map.Response.Length];
        rows.Run(map.Bands, (first, end) =>
        {
            for (var band = first; band < end; band++)
                for (var x = 0; x < map.Width; x++)
                {
                    var i = band * map.Width + x;
                    left[i] = map.Response[i] - (int)Of(band, x);
                }
        });
        return left;
    }

    private float Of(int band, int x)
    {
        var before = Side(Before, band, x);
        var after = Side(After, band, x);
        if (Before.Count == 0 || After.Count == 0)
            return before + after;
        return before > 0 == after > 0 ? (before > 0 ? Math.Min(before, after) : Math.Max(before, after)) : 0;
    }

    // From the nearest frame that is far enough: the nearer, the surer the motion.
    private static float Side(IReadOnlyList<SceneMotion> others, int band, int x)
    {
        for (var i = 0; i < others.Count; i++)
        {
            var moved = Math.Abs(others[i].At(band, x).U);
            if (moved >= Moved || (i == others.Count - 1 && moved > Still))
                return others[i].Response(band, x) * Math.Min(1, (moved - Still) / (float)(Moved - Still));
        }
        return 0;
    }
}

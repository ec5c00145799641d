using Kinolux.Core.Time;

namespace Kinolux.Restore.Survey;

/// <summary>
/// Finds dissolves: stretches whose frames are mixtures of the one before and the one after, with the share of the latter growing steadily
/// (as A. Hampapur, R. Jain, T. Weymouth, "Production model based digital video segmentation", 1995, describe them). Thumbnails without their broad light are compared,
/// and the share of two scenes does not depend on a frame's own light, so flicker does not matter.
/// </summary>
internal sealed class DissolveFinder
{
    /// <summary>Scenes whose thumbnails have more in common are the same.</summary>
    private const double SameScene = 0.5;

    /// <summary>Share of a frame's contrast that the mixture must explain, in all frames but a few.</summary>
    private const double Explained = 0.6;

    /// <summary>Halfway, two scenes lie over each other with less contrast than either; something that moves keeps its own.</summary>
    private const double Faint = 0.9;

    /// <summary>Root mean square of a thumbnail's detail, 8-bit levels, below which there is nothing to mix.</summary>
    private const double Nothing = 2;

    /// <summary>A share that leaps further at once is a cut's.</summary>
    private const double Leap = 0.4;

    /// <summary>A quicker change is a cut or a flash.</summary>
    private const int Shortest = 5;

    /// <summary>Unmixed frames on each side, or else the ends would be those of the stretch that was looked at.</summary>
    private const int Calm = 2;

    /// <summary>Cells, each way, that the camera may have moved a scene by.</summary>
    private const int Moved = 4;

    private static readonly int[] Reaches = [6, 9, 13, 19, 28];

    private readonly float[][] _details = new float[2 * Reaches[^1] + 1][];
    private int _count;

    /// <summary>The mixed frames of each dissolve, in order.</summary>
    public static IReadOnlyList<FrameRange> Find(IReadOnlyList<FrameSurvey> frames, CancellationToken cancel)
    {
        var finder = new DissolveFinder();
        var found = new List<(FrameRange Frames, double Quality)>();
        for (var centre = 0; centre < frames.Count; centre++)
        {
            cancel.ThrowIfCancellationRequested();
            for (; finder._count <= Math.Min(frames.Count - 1, centre + Reaches[^1]); finder._count++)
                finder._details[finder._count % finder._details.Length] = Detail(frames[finder._count].Thumbnail);
            foreach (var reach in Reaches)
                if (centre - reach >= 0 && centre + reach < frames.Count && finder.Between(centre - reach, centre + reach) is var (range, quality))
                {
                    found.Add((range, quality));
                    break;
                }
        }
        return Best(found);
    }

    /// <summary>Of those that overlap, the one that is best explained.</summary>
    private static List<FrameRange> Best(List<(FrameRange Frames, double Quality)> found)
    {
        var best = new List<FrameRange>();
        foreach (var (range, _) in found.OrderByDescending(one => one.Quality).ThenBy(one => one.Frames.First))
            if (!best.Exists(other => other.First <= range.Last && range.First <= other.Last))
                best.Add(range);
        best.Sort((a, b) => a.First.CompareTo(b.First));
        return best;
    }

    private (FrameRange Frames, double Quality)? Between(int first, int last)
    {
        var (before, after) = (At(first), At(last));
        var (aa, bb, ab) = (Dot(before, before), Dot(after, after), Dot(before, after));
        if (Math.Min(aa, bb) < Nothing * Nothing * before.Length || ab > SameScene * Math.Sqrt(aa * bb) || !IsMixed((first + last) / 2, before, after, (aa, ab, bb)))
            return null;
        var shares = new double[last - first + 1];
        var explained = new double[shares.Length];
        var halfway = new List<double>();
        for (var i = 0; i < shares.Length; i++)
        {
            (shares[i], explained[i], var energy) = Mix(At(first + i), before, after, (aa, ab, bb));
            if (shares[i] is > 0.3 and < 0.7)
                halfway.Add(energy);
        }
        halfway.Sort();
        if (halfway.Count == 0 || halfway[halfway.Count / 2] > Faint)
            return null;
        Array.Sort(explained);
        // A few frames may be spoilt.
        var quality = explained[explained.Length / 5];
        return quality >= Explained && Ramp(shares) is var (from, to) && !IsMoved(before, after) ? (new FrameRange(first + from, first + to), quality) : null;
    }

    /// <summary>True where both show the same scene from a camera that moved.</summary>
    private static bool IsMoved(float[] before, float[] after)
    {
        const int width = FrameSurvey.ThumbnailWidth, height = FrameSurvey.ThumbnailHeight;
        for (var dy = -Moved; dy <= Moved; dy++)
            for (var dx = -Moved; dx <= Moved; dx++)
            {
                double aa = 1, bb = 1, ab = 0;
                for (var y = Math.Max(0, -dy); y < Math.Min(height, height - dy); y++)
                    for (var x = Math.Max(0, -dx); x < Math.Min(width, width - dx); x++)
                    {
                        var (a, b) = (before[y * width + x], after[(y + dy) * width + x + dx]);
                        (aa, bb, ab) = (aa + a * a, bb + b * b, ab + a * b);
                    }
                if (ab > SameScene * Math.Sqrt(aa * bb))
                    return true;
            }
        return false;
    }

    private bool IsMixed(int frame, float[] before, float[] after, (double Aa, double Ab, double Bb) scenes) =>
        Mix(At(frame), before, after, scenes) is { Share: > 0.15 and < 0.85, Explained: > Explained - 0.1 };

    /// <summary>The share of the later scene in a frame, how much of the frame the best mixture explains, and the frame's energy against that of the scenes, its own light taken out.</summary>
    private static (double Share, double Explained, double Energy) Mix(float[] frame, float[] before, float[] after, (double Aa, double Ab, double Bb) scenes)
    {
        var (fa, fb, ff) = (Dot(frame, before), Dot(frame, after), Dot(frame, frame));
        var determinant = scenes.Aa * scenes.Bb - scenes.Ab * scenes.Ab;
        var (p, q) = ((fa * scenes.Bb - fb * scenes.Ab) / determinant, (fb * scenes.Aa - fa * scenes.Ab) / determinant);
        var sum = Math.Max(p, 0) + Math.Max(q, 0);
        return sum <= 0 || ff <= 0
            ? (0, 0, 0)
            : (Math.Max(q, 0) / sum, Math.Clamp((p * fa + q * fb) / ff, 0, 1), ff / (sum * sum * Math.Sqrt(scenes.Aa * scenes.Bb)));
    }

    /// <summary>First and last mixed frame where shares rise steadily from none to all, within the stretch; null where they do not.</summary>
    private static (int First, int Last)? Ramp(double[] shares)
    {
        var smooth = new double[shares.Length];
        for (var i = 0; i < shares.Length; i++)
            smooth[i] = Middle(shares[Math.Max(0, i - 1)], shares[i], shares[Math.Min(shares.Length - 1, i + 1)]);
        var (low, high) = (Array.FindLastIndex(smooth, share => share < 0.12), Array.FindIndex(smooth, share => share > 0.88));
        if (low < 0 || high - low - 1 < Shortest - 2)
            return null;
        for (var i = 1; i < smooth.Length; i++)
            if (smooth[i] - smooth[i - 1] is < -0.2 or > Leap)
                return null;
        // The ends are where the line through the steep part meets none and all.
        var slope = (smooth[high] - smooth[low]) / (high - low);
        var (first, last) = ((int)Math.Round(low - smooth[low] / slope) + 1, (int)Math.Round(high + (1 - smooth[high]) / slope) - 1);
        return first > Calm && last < shares.Length - 1 - Calm && last - first + 1 >= Shortest ? (first, last) : null;
    }

    private static double Middle(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));

    private float[] At(int frame) => _details[frame % _details.Length];

    private static double Dot(float[] a, float[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>A thumbnail less its 9 × 9 mean.</summary>
    private static float[] Detail(byte[] thumbnail)
    {
        const int reach = 4;
        var detail = new float[thumbnail.Length];
        for (var y = 0; y < FrameSurvey.ThumbnailHeight; y++)
            for (var x = 0; x < FrameSurvey.ThumbnailWidth; x++)
            {
                var (sum, count) = (0, 0);
                for (var j = Math.Max(0, y - reach); j <= Math.Min(FrameSurvey.ThumbnailHeight - 1, y + reach); j++)
                    for (var i = Math.Max(0, x - reach); i <= Math.Min(FrameSurvey.ThumbnailWidth - 1, x + reach); i++)
                    {
                        sum += thumbnail[j * FrameSurvey.ThumbnailWidth + i];
                        count++;
                    }
                detail[y * FrameSurvey.ThumbnailWidth + x] = thumbnail[y * FrameSurvey.ThumbnailWidth + x] - (float)sum / count;
            }
        return detail;
    }
}

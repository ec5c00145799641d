using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Noise;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>
/// Denoises blocks of one plane of a frame together with their likes in neighbouring frames: blocks are followed along the motion, stacked, and filtered where noise and picture part best
/// (after K. Dabov, A. Foi and K. Egiazarian, "Video denoising by sparse 3D transform-domain collaborative filtering", 2007). Holds scratch memory; one call at a time.
/// </summary>
internal sealed class PlaneFilter(BlockSearch search)
{
    private readonly Stack<GroupFilter> _filters = new();
    private readonly Stack<BlockMatcher> _matchers = new();

    /// <summary>Filters the blocks of the window's middle frame and adds them to the sums of the frames they lie in.</summary>
    /// <param name="sums">By frame of the window; null for frames that take nothing.</param>
    public void Run(FilterWindow window, RowRunner rows, IReadOnlyList<BlockSum?> sums)
    {
        var height = window.Noisy[window.Middle]!.Height; // The frame at work is always there.
        var lines = (height - 8 + search.Step - 1) / search.Step + 1;
        // Strips reach at most Strip samples beyond themselves; of strips this high, every other one can be filled at the same time, and each sample is added to in one order.
        var high = (2 * BlockSearch.Strip + 8 + search.Step - 1) / search.Step;
        var strips = (lines + high - 1) / high;
        for (var odd = 0; odd < 2; odd++)
            if (strips > odd)
                rows.Run((strips - odd + 1) / 2, (first, end) =>
                {
                    for (var strip = 2 * first + odd; strip < 2 * end; strip += 2)
                        Filter(window, strip * high, Math.Min((strip + 1) * high, lines), sums);
                });
    }

    private void Filter(FilterWindow window, int first, int end, IReadOnlyList<BlockSum?> sums)
    {
        var source = window.Noisy[window.Middle]!;
        var filter = Take(_filters, static () => new GroupFilter());
        var matcher = Take(_matchers, () => new BlockMatcher(search.Blocks));
        var (top, bottom) = (first * search.Step - BlockSearch.Strip, (end - 1) * search.Step + BlockSearch.Strip);
        for (var line = first; line < end; line++)
        {
            var y = Math.Min(line * search.Step, source.Height - 8);
            for (var x = 0; ; x = Math.Min(x + search.Step, source.Width - 8))
            {
                Match(window, matcher, x, y);
                var places = matcher.Places.AsSpan(0, matcher.Take((int)window.Limit.At(window.Guide[window.Middle]![x + 4, y + 4])));
                var weight = window.Basic is null ? filter.Shrink(window, places) : filter.Wiener(window, places);
                for (var i = 0; i < places.Length; i++)
                    if (places[i].Y >= top && places[i].Y <= bottom)
                        sums[places[i].Frame]?.Add(places[i].X, places[i].Y, ref filter.Result[i * 64], weight);
                if (x == source.Width - 8)
                    break;
            }
        }
        Give(_filters, filter);
        Give(_matchers, matcher);
    }

    private void Match(FilterWindow window, BlockMatcher matcher, int x, int y)
    {
        matcher.Clear();
        matcher.Add(new BlockPlace(window.Middle, x, y), 0);
        Look(window, matcher, x, y, window.Middle, x, y, search.Near);
        for (var side = -1; side <= 1; side += 2)
        {
            var (atX, atY) = (x, y);
            for (var frame = window.Middle + side; frame >= 0 && frame < window.Guide.Count && window.Guide[frame] is { } plane; frame += side)
            {
                if (window.Motion[frame] is { } flow)
                    (atX, atY) = Follow(flow, window.Shift, atX, atY, plane);
                (atX, atY) = Look(window, matcher, x, y, frame, atX, atY, search.Far);
            }
        }
    }

    // Searches a square around a place; returns the best place.
    private static (int X, int Y) Look(FilterWindow window, BlockMatcher matcher, int x, int y, int frame, int atX, int atY, int radius)
    {
        var one = window.Guide[window.Middle]!;
        var two = window.Guide[frame]!; // The caller looked.
        ref var block = ref one.Data[y * one.Stride + x];
        var (bestX, bestY, bestCost) = (atX, atY, int.MaxValue);
        for (var otherY = Math.Max(atY - radius, 0); otherY <= Math.Min(atY + radius, two.Height - 8); otherY++)
            for (var otherX = Math.Max(atX - radius, 0); otherX <= Math.Min(atX + radius, two.Width - 8); otherX++)
            {
                if (frame == window.Middle && otherX == x && otherY == y)
                    continue;
                var cost = BlockMatcher.Difference(ref block, one.Stride, ref two.Data[otherY * two.Stride + otherX], two.Stride);
                matcher.Add(new BlockPlace(frame, otherX, otherY), cost);
                if (cost < bestCost)
                    (bestX, bestY, bestCost) = (otherX, otherY, cost);
            }
        return (bestX, bestY);
    }

    private static (int X, int Y) Follow(FlowField flow, (int X, int Y) shift, int x, int y, Plane plane)
    {
        var column = Math.Min(((x + 4) << shift.X) / flow.Step, flow.Width - 1);
        var row = Math.Min(((y + 4) << shift.Y) / flow.Step, flow.Height - 1);
        var at = row * flow.Width + column;
        return (Math.Clamp(x + Round(flow.U[at], shift.X), 0, plane.Width - 8), Math.Clamp(y + Round(flow.V[at], shift.Y), 0, plane.Height - 8));
    }

    // Sixteenths of a luma sample to samples of the plane.
    private static int Round(int sixteenths, int shift) => (sixteenths + (8 << shift)) >> (4 + shift);

    private static T Take<T>(Stack<T> idle, Func<T> make)
    {
        lock (idle)
            return idle.TryPop(out var one) ? one : make();
    }

    private static void Give<T>(Stack<T> idle, T one)
    {
        lock (idle)
            idle.Push(one);
    }
}

using Kinolux.Core.Frames;
using Kinolux.Core.Review;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// How far a repair may go: a dark line becomes no brighter than the brightest of its flanks and no darker than it was, a bright one the other way round, and no row beyond the line's ends, or in which it is broken, changes at all.
/// So what was no line after all is paled at worst, and nothing is drawn that was not there.
/// </summary>
internal sealed class LineFlanks(ScratchProfile profile)
{
    // Samples of a flank, outwards from where the line has gone, and rows above and below.
    private const int Wide = 3;
    private const int Around = 1;

    /// <summary>Holds what a repair made of a plane to it, where it differs from what the plane showed before this repair.</summary>
    /// <param name="source">Before any repair.</param>
    /// <param name="earlier">What <paramref name="target"/> showed in <paramref name="box"/> before this repair, row by row: the repairs of other lines, of which the stronger stay.</param>
    public void Hold(Plane source, Plane target, Box box, ReadOnlySpan<ushort> earlier)
    {
        for (var y = box.Y; y < box.Bottom; y++)
        {
            var inside = profile.ShowsAt(y);
            var level = inside ? Level(source, y) : default;
            for (var x = box.X; x < box.Right; x++)
            {
                ref var sample = ref target.Row(y)[x];
                var (was, before) = (source[x, y], earlier[(y - box.Y) * box.Width + x - box.X]);
                if (sample == before)
                    continue;
                var held = !inside ? before : profile.IsBright ? Math.Clamp(sample, Math.Min(was, level), was) : Math.Clamp(sample, was, Math.Max(was, level));
                sample = Math.Abs(held - was) > Math.Abs(before - was) ? held : before;
            }
        }
    }

    // The darkest sample of a bright line's flanks, the brightest of a dark one's.
    private ushort Level(Plane source, int y)
    {
        var level = profile.IsBright ? ushort.MaxValue : ushort.MinValue;
        for (var v = Math.Max(0, y - Around); v <= Math.Min(source.Height - 1, y + Around); v++)
            for (var off = profile.Reach - Wide + 1; off <= profile.Reach; off++)
                foreach (var x in (ReadOnlySpan<int>)[profile.X(y) - off, profile.X(y) + off])
                {
                    var sample = source[Math.Clamp(x, 0, source.Width - 1), v];
                    level = profile.IsBright ? Math.Min(level, sample) : Math.Max(level, sample);
                }
        return level;
    }
}

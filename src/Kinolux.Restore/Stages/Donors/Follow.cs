using System.Runtime.CompilerServices;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>Brings a neighbour's plane onto the current frame in whole samples: enough for detectors that bear an error of a sample, and cheap.</summary>
internal static class Follow
{
    public static void Run(Neighbour neighbour, Plane target, RowRunner rows)
    {
        var source = neighbour.Frame.Guide;
        var step = neighbour.Flow.Step;
        rows.Run((target.Height + step - 1) / step, (first, end) =>
        {
            for (var cellY = first; cellY < end; cellY++)
                for (var x = 0; x < target.Width; x += step)
                {
                    var motion = neighbour.MotionAt(x + step / 2, cellY * step + step / 2);
                    Copy(source, target, x, cellY * step, step, motion.U + 8 >> 4, motion.V + 8 >> 4);
                }
        });
    }

    private static void Copy(Plane source, Plane target, int x, int y, int step, int dx, int dy)
    {
        var width = Math.Min(step, target.Width - x);
        var inside = x + dx >= 0 && x + dx + width <= source.Width;
        for (var v = y; v < Math.Min(target.Height, y + step); v++)
        {
            var from = source.Row(Math.Clamp(v + dy, 0, source.Height - 1));
            var to = target.Row(v).Slice(x, width);
            if (inside && width == 4)
                Unsafe.WriteUnaligned(ref Unsafe.As<ushort, byte>(ref to[0]), Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref from[x + dx])));
            else if (inside)
                from.Slice(x + dx, width).CopyTo(to);
            else
                for (var u = 0; u < width; u++)
                    to[u] = from[Math.Clamp(x + u + dx, 0, source.Width - 1)];
        }
    }
}

using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;

namespace Kinolux.Media.Display;

/// <summary>Makes a plane smaller: each new sample is the mean of the area that it covers.</summary>
internal static class AreaScale
{
    private const int One = 1 << 12;

    /// <param name="target">No wider and no higher than the source.</param>
    public static void Run(Plane source, Plane target, RowRunner rows)
    {
        var across = new Cover(source.Width, target.Width);
        var down = new Cover(source.Height, target.Height);
        rows.Run(target.Height, (first, end) =>
        {
            var sums = new long[source.Width];
            for (var y = first; y < end; y++)
            {
                Array.Clear(sums);
                var all = 0L;
                for (var from = down.First(y); from <= down.Last(y); from++)
                {
                    var weight = down.Weight(y, from);
                    all += weight;
                    var row = source.Row(from);
                    for (var x = 0; x < row.Length; x++)
                        sums[x] += row[x] * weight;
                }
                Narrow(sums, all, across, target.Row(y));
            }
        });
    }

    private static void Narrow(long[] sums, long height, Cover across, Span<ushort> target)
    {
        for (var x = 0; x < target.Length; x++)
        {
            var (sum, all) = (0L, 0L);
            for (var from = across.First(x); from <= across.Last(x); from++)
            {
                var weight = across.Weight(x, from);
                all += weight;
                sum += sums[from] * weight;
            }
            all *= height;
            target[x] = (ushort)((sum + all / 2) / all);
        }
    }

    /// <summary>Which of <paramref name="from"/> samples lie under each of <paramref name="to"/>, and with how much of themselves.</summary>
    private readonly struct Cover(int from, int to)
    {
        public int First(int at) => (int)((long)at * from / to);

        public int Last(int at) => (int)(((long)(at + 1) * from - 1) / to);

        public long Weight(int at, int sample) =>
            (Math.Min((long)(sample + 1) * to, (long)(at + 1) * from) - Math.Max((long)sample * to, (long)at * from)) * One / to;
    }
}

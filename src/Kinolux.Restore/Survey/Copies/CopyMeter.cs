using System.Runtime.InteropServices;
using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Kernels;

namespace Kinolux.Restore.Survey.Copies;

/// <summary>
/// Whether a frame is an earlier one again but for what a codec made of it. It is held against the first of those that it repeats, so that what changes slowly is seen before it has gone far.
/// </summary>
internal sealed class CopyMeter(RowRunner rows) : IDisposable
{
    private readonly List<PairCells> _cells = [];
    private Frame? _first;

    /// <param name="noise">The frame's, in 16-bit levels.</param>
    public bool Add(Frame frame, float noise)
    {
        if (_first is { } first && first.Format == frame.Format && Compare(first, frame, noise)?.IsCopy(noise) == true)
            return true;
        _first?.Dispose();
        _first = frame.Share();
        return false;
    }

    /// <summary>Null where the frames differ by too much to look further.</summary>
    public CopyTraits? Compare(Frame earlier, Frame later, float noise)
    {
        var mean = Mean(earlier.Guide, later.Guide);
        if (mean > CopyTraits.MostMean(noise))
            return null;
        var (beyond, usual, sum, move) = (double.NegativeInfinity, 0.0, default(CellSums), default((double Far, double Explained)));
        for (var plane = 0; plane < later.Planes.Length; plane++)
        {
            var cells = Cells(plane, later.Planes[plane]);
            cells.Take(earlier.Planes[plane], later.Planes[plane], rows);
            var differences = new List<double>();
            foreach (var block in cells.Blocks())
            {
                beyond = Math.Max(beyond, block.Difference - CopyTraits.BlockNoise - CopyTraits.OfDetail * block.Detail);
                if (!block.IsEven)
                    differences.Add(block.Difference);
            }
            if (later.Planes[plane] != later.Guide)
                continue;
            usual = differences.Count == 0 ? 0 : Selection.Nth(CollectionsMarshal.AsSpan(differences), differences.Count / 2);
            (sum, move) = (cells.Sum(), cells.Move());
        }
        return sum.Count == 0 ? null : new CopyTraits(mean, sum.Difference, usual, beyond, Math.Abs((double)(sum.Later - sum.Earlier) / sum.Count), move.Far, move.Explained);
    }

    public void Dispose() => _first?.Dispose();

    private PairCells Cells(int index, Plane plane)
    {
        if (_cells.Count == index)
            _cells.Add(new PairCells(plane.Width, plane.Height));
        return _cells[index];
    }

    private double Mean(Plane earlier, Plane later)
    {
        var sums = new long[later.Height];
        rows.Run(later.Height, (first, end) =>
        {
            for (var y = first; y < end; y++)
                sums[y] = AbsoluteDifference.Run(earlier.Row(y), later.Row(y));
        });
        return (double)sums.Sum() / ((long)later.Width * later.Height);
    }
}

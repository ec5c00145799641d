using System.Numerics;
using System.Runtime.InteropServices;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Restore.Stages.Despeckle;

/// <summary>Looks for a set of samples in another picture, in whole samples, all over a square of places.</summary>
/// <param name="here">The picture that the samples are of.</param>
/// <param name="there">The picture to look in; beyond its edge the nearest sample counts.</param>
/// <param name="lift">How much brighter the first picture is, in 16-bit levels.</param>
internal readonly ref struct FlightSearch(Plane here, Plane there, ReadOnlySpan<(int X, int Y)> places, int lift)
{
    // So many samples are added up before it is asked whether a row can still win.
    private const int Stretch = 8;

    private readonly ReadOnlySpan<(int X, int Y)> _places = places;

    /// <summary>The obvious way; what <see cref="Run"/> must equal.</summary>
    public (int U, int V)? Reference(int startU, int startV, int reach, int enough)
    {
        (int U, int V)? best = null;
        for (var v = startV - reach; v <= startV + reach; v++)
            for (var u = startU - reach; u <= startU + reach; u++)
            {
                var error = 0;
                foreach (var (x, y) in _places)
                    error += Math.Abs(here[x, y] - there[Math.Clamp(x + u, 0, there.Width - 1), Math.Clamp(y + v, 0, there.Height - 1)] - lift);
                if (error < enough)
                    (best, enough) = ((u, v), error);
            }
        return best;
    }

    /// <param name="startU">The middle of the square, as an offset from the samples' own places.</param>
    /// <param name="reach">How far the square goes each way.</param>
    /// <param name="enough">Only a sum of absolute differences below this counts, in 16-bit levels.</param>
    /// <returns>The best offset, the first in reading order among equals; null where none is good enough.</returns>
    public (int U, int V)? Run(int startU, int startV, int reach, int enough)
    {
        var n = Vector<ushort>.Count;
        var length = (2 * reach + n) / n * n;
        Span<int> errors = new int[length];
        Span<ushort> row = new ushort[length];
        (int U, int V)? best = null;
        for (var v = startV - reach; v <= startV + reach; v++)
        {
            errors.Clear();
            var done = 0;
            do
            {
                Add(_places[done..Math.Min(_places.Length, done + Stretch)], startU - reach, v, row, errors);
                done += Stretch;
            }
            while (done < _places.Length && AnyBelow(errors, enough));
            if (done < _places.Length)
                continue;
            for (var i = 0; i <= 2 * reach; i++)
                if (errors[i] < enough)
                    (best, enough) = ((startU - reach + i, v), errors[i]);
        }
        return best;
    }

    // Some samples at a time: so what is summed is read and written once for all of them.
    private void Add(ReadOnlySpan<(int X, int Y)> places, int u, int v, Span<ushort> copy, Span<int> errors)
    {
        Span<int> levels = stackalloc int[Stretch];
        Span<int> starts = stackalloc int[Stretch];
        for (var k = 0; k < places.Length; k++)
        {
            var (x, y) = places[k];
            if (x + u < 0 || x + u + errors.Length > there.Width)
            {
                foreach (var (eachX, eachY) in places)
                    Add([here[eachX, eachY] - lift], [0], Row(eachX + u, Math.Clamp(eachY + v, 0, there.Height - 1), copy), errors);
                return;
            }
            (levels[k], starts[k]) = (here[x, y] - lift, Math.Clamp(y + v, 0, there.Height - 1) * there.Stride + x + u);
        }
        Add(levels[..places.Length], starts[..places.Length], there.Data, errors);
    }

    // The samples from x on, of which some are beyond the picture's edge.
    private ReadOnlySpan<ushort> Row(int x, int y, Span<ushort> copy)
    {
        var row = there.Row(y);
        for (var i = 0; i < copy.Length; i++)
            copy[i] = row[Math.Clamp(x + i, 0, row.Length - 1)];
        return copy;
    }

    private static void Add(ReadOnlySpan<int> levels, ReadOnlySpan<int> starts, ReadOnlySpan<ushort> samples, Span<int> errors)
    {
        ref var from = ref MemoryMarshal.GetReference(samples);
        ref var to = ref MemoryMarshal.GetReference(errors);
        var n = Vector<int>.Count;
        for (var i = 0; i < errors.Length; i += 2 * n)
        {
            var (first, second) = (Vector.LoadUnsafe(ref to, (nuint)i), Vector.LoadUnsafe(ref to, (nuint)(i + n)));
            for (var k = 0; k < levels.Length; k++)
            {
                var level = new Vector<int>(levels[k]);
                Vector.Widen(Vector.LoadUnsafe(ref from, (nuint)(starts[k] + i)), out var low, out var high);
                first += Vector.Abs(level - low.As<uint, int>());
                second += Vector.Abs(level - high.As<uint, int>());
            }
            first.StoreUnsafe(ref to, (nuint)i);
            second.StoreUnsafe(ref to, (nuint)(i + n));
        }
    }

    private static bool AnyBelow(ReadOnlySpan<int> errors, int limit)
    {
        var most = new Vector<int>(limit);
        for (var i = 0; i < errors.Length; i += Vector<int>.Count)
            if (Vector.LessThanAny(new Vector<int>(errors[i..]), most))
                return true;
        return false;
    }
}

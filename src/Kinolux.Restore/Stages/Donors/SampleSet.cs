using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Donors;

/// <summary>Samples of one plane, to be held against another plane at one displacement after the other.</summary>
internal readonly unsafe ref struct SampleSet
{
    public const int Needs = 3;

    private readonly Plane _there;
    private readonly ReadOnlySpan<(int X, int Y)> _places;
    private readonly Span<int> _levels;
    private readonly Span<int> _offsets;
    private readonly Span<int> _differences;
    private readonly int _left = int.MaxValue;
    private readonly int _top = int.MaxValue;
    private readonly int _right;
    private readonly int _bottom;

    /// <param name="room">For <see cref="Needs"/> numbers a place.</param>
    public SampleSet(Plane here, Plane there, ReadOnlySpan<(int X, int Y)> places, Span<int> room)
    {
        _there = there;
        _places = places;
        _levels = room[..places.Length];
        _offsets = room.Slice(places.Length, places.Length);
        _differences = room.Slice(2 * places.Length, places.Length);
        for (var i = 0; i < places.Length; i++)
        {
            var (x, y) = places[i];
            (_levels[i], _offsets[i]) = (here[x, y], y * there.Stride + x);
            (_left, _right) = (Math.Min(_left, x), Math.Max(_right, x));
            (_top, _bottom) = (Math.Min(_top, y), Math.Max(_bottom, y));
        }
    }

    /// <returns>The mean difference at a displacement (this plane less the other), and the mean |difference| left once that is taken out, in 16-bit levels; zeros for no samples.</returns>
    public (int Lift, int Error) Run(Displacement shift)
    {
        var (x, y) = (shift.U >> 4, shift.V >> 4);
        var inside = _left + x >= 0 && _top + y >= 0 && _right + x < _there.Width - 1 && _bottom + y < _there.Height - 1;
        if (!Avx2.IsSupported || !inside || _places.IsEmpty)
            return Reference(shift);
        var done = _places.Length & ~(Vector256<int>.Count - 1);
        var sum = (long)Vector256.Sum(Differ(shift, y * _there.Stride + x, done)) + Differ(shift, done);
        var lift = (int)(sum / _places.Length);
        var errors = Vector256<int>.Zero;
        for (var i = 0; i < done; i += Vector256<int>.Count)
            errors += Vector256.Abs(Vector256.Create<int>(_differences[i..]) - Vector256.Create(lift));
        return (lift, (int)((Vector256.Sum(errors) + Left(lift, done)) / _places.Length));
    }

    /// <summary>The obvious way; what <see cref="Run"/> must equal.</summary>
    public (int Lift, int Error) Reference(Displacement shift)
    {
        if (_places.IsEmpty)
            return default;
        var lift = (int)(Differ(shift, 0) / _places.Length);
        return (lift, (int)(Left(lift, 0) / _places.Length));
    }

    // Two neighbours of a row come in one 32-bit piece.
    private Vector256<int> Differ(Displacement shift, int at, int end)
    {
        var (fx, fy) = (Vector256.Create(shift.U & 15), Vector256.Create(shift.V & 15));
        var low = Vector256.Create(ushort.MaxValue).AsInt32() >>> 16;
        var sum = Vector256<int>.Zero;
        fixed (ushort* data = _there.Data)
            for (var i = 0; i < end; i += Vector256<int>.Count)
            {
                var offsets = Vector256.Create<int>(_offsets[i..]);
                var upper = Avx2.GatherVector256((int*)(data + at), offsets, sizeof(ushort));
                var lower = Avx2.GatherVector256((int*)(data + at + _there.Stride), offsets, sizeof(ushort));
                var a = ((upper & low) << 4) + ((upper >>> 16) - (upper & low)) * fx;
                var b = ((lower & low) << 4) + ((lower >>> 16) - (lower & low)) * fx;
                var difference = Vector256.Create<int>(_levels[i..]) - (((a << 4) + (b - a) * fy + Vector256.Create(128)) >> 8);
                difference.CopyTo(_differences[i..]);
                sum += difference;
            }
        return sum;
    }

    private long Differ(Displacement shift, int first)
    {
        var sum = 0L;
        for (var i = first; i < _places.Length; i++)
        {
            var (x, y) = _places[i];
            _differences[i] = _levels[i] - Sampling.Bilinear(_there, x * 16 + shift.U, y * 16 + shift.V);
            sum += _differences[i];
        }
        return sum;
    }

    private long Left(int lift, int first)
    {
        var sum = 0L;
        foreach (var difference in _differences[first..])
            sum += Math.Abs(difference - lift);
        return sum;
    }
}

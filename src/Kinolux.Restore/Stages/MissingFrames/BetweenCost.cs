using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.MissingFrames;

/// <summary>How far two frames disagree around a cell along a vector: the sum of absolute differences over 8 × 8 samples, less what a change of light explains.</summary>
internal sealed class BetweenCost
{
    public const int Samples = 64;

    // Samples copied around each plane, so that places outside need no care.
    private const int Margin = 24;

    private readonly ushort[] _first;
    private readonly ushort[] _last;
    private readonly int _stride;
    private readonly BetweenMotion _motion;

    public BetweenCost(Plane first, Plane last, BetweenMotion motion)
    {
        _motion = motion;
        (Width, Height) = (first.Width, first.Height);
        _stride = Width + 2 * Margin + 16;
        _first = Extend(first);
        _last = Extend(last);
    }

    public int Width { get; }

    public int Height { get; }

    public int Of(int cellX, int cellY, int u, int v)
    {
        var x = (cellX * BetweenMotion.Step - 2) * 16;
        var y = (cellY * BetweenMotion.Step - 2) * 16;
        var (beforeX, beforeY) = _motion.Before(u, v);
        var (firstAt, firstX, firstY) = Place(x + beforeX, y + beforeY);
        var (lastAt, lastX, lastY) = Place(x + beforeX + u, y + beforeY + v);
        return Difference(firstAt, firstX, firstY, lastAt, lastX, lastY);
    }

    private (int At, int X, int Y) Place(int x16, int y16)
    {
        var x = Math.Clamp(x16, (2 - Margin) * 16, (Width + Margin - 10) * 16);
        var y = Math.Clamp(y16, (2 - Margin) * 16, (Height + Margin - 10) * 16);
        return (((y >> 4) + Margin) * _stride + (x >> 4) + Margin, x & 15, y & 15);
    }

    private int Difference(int first, int firstX, int firstY, int last, int lastX, int lastY)
    {
        Span<Vector256<int>> differences = stackalloc Vector256<int>[8];
        var sum = Vector256<int>.Zero;
        var upper = Row(_first, first, firstX);
        var lower = Row(_last, last, lastX);
        for (var row = 0; row < 8; row++)
        {
            first += _stride;
            last += _stride;
            var nextUpper = Row(_first, first, firstX);
            var nextLower = Row(_last, last, lastX);
            // Bilinear, in 256ths; then back to levels.
            var one = upper * (16 - firstY) + nextUpper * firstY;
            var two = lower * (16 - lastY) + nextLower * lastY;
            var difference = (one - two) >> 8;
            differences[row] = difference;
            sum += difference;
            (upper, lower) = (nextUpper, nextLower);
        }
        // Light may change a little between frames, but a change of more than twelve 8-bit levels is something else.
        var mean = Vector256.Create(Math.Clamp(Vector256.Sum(sum) >> 6, -12 * 257, 12 * 257));
        var total = Vector256<int>.Zero;
        foreach (var difference in differences)
            total += Vector256.Abs(difference - mean);
        return Vector256.Sum(total) + Math.Abs(mean[0]) * (Samples / 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Row(ushort[] plane, int at, int x)
    {
        var left = Vector256.WidenLower(Vector128.LoadUnsafe(ref plane[at]).ToVector256()).AsInt32();
        var right = Vector256.WidenLower(Vector128.LoadUnsafe(ref plane[at + 1]).ToVector256()).AsInt32();
        return left * (16 - x) + right * x;
    }

    private ushort[] Extend(Plane plane)
    {
        var extended = new ushort[_stride * (Height + 2 * Margin + 1)];
        for (var y = -Margin; y < Height + Margin; y++)
        {
            var source = plane.Row(Math.Clamp(y, 0, Height - 1));
            var target = extended.AsSpan((y + Margin) * _stride, _stride);
            target[..Margin].Fill(source[0]);
            source.CopyTo(target[Margin..]);
            target[(Margin + Width)..].Fill(source[^1]);
        }
        return extended;
    }
}

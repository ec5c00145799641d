using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Kinolux.Core.Frames;

namespace Kinolux.Restore.Stages.Degrain;

/// <summary>Where a matched block is: which frame of the window, and its top left sample.</summary>
internal readonly record struct BlockPlace(int Frame, int X, int Y);

/// <summary>Keeps the best matches of one 8 × 8 block, best first; of equally good ones the first found.</summary>
internal sealed class BlockMatcher(int capacity)
{
    private readonly int[] _cost = new int[capacity];

    public BlockPlace[] Places { get; } = new BlockPlace[capacity];

    public int Count { get; private set; }

    public void Clear() => Count = 0;

    public void Add(BlockPlace place, int cost)
    {
        if (Count == capacity && cost >= _cost[^1])
            return;
        var at = Count == capacity ? capacity - 1 : Count++;
        while (at > 0 && _cost[at - 1] > cost)
        {
            _cost[at] = _cost[at - 1];
            Places[at] = Places[at - 1];
            at--;
        }
        _cost[at] = cost;
        Places[at] = place;
    }

    /// <summary>How many matches, a power of two, differ by no more than <paramref name="most"/>; at least 1.</summary>
    public int Take(int most)
    {
        var count = 1;
        while (count * 2 <= Count && _cost[count * 2 - 1] <= most)
            count *= 2;
        return count;
    }

    public static int DifferenceReference(Plane one, int x, int y, Plane two, int otherX, int otherY)
    {
        var sum = 0;
        for (var j = 0; j < 8; j++)
            for (var i = 0; i < 8; i++)
                sum += Math.Abs(one[x + i, y + j] - two[otherX + i, otherY + j]) >> 3;
        return sum;
    }

    /// <summary>Sum of absolute differences of two blocks, in eighths of a level.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Difference(ref ushort one, int stride, ref ushort two, int otherStride)
    {
        // Eight differences of 13 bits fit a lane of 16.
        var sum = Vector128<ushort>.Zero;
        for (var row = 0; row < 8; row++)
        {
            var a = Vector128.LoadUnsafe(ref one, (nuint)(row * stride));
            var b = Vector128.LoadUnsafe(ref two, (nuint)(row * otherStride));
            sum += (Vector128.Max(a, b) - Vector128.Min(a, b)) >>> 3;
        }
        var (low, high) = Vector128.Widen(sum);
        return (int)Vector128.Sum(low + high);
    }
}

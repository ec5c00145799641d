using System.Numerics;

namespace Kinolux.Restore.Kernels;

/// <summary>The value that would stand at a place if values were sorted, without sorting them all (C. A. R. Hoare, "Algorithm 65: Find", 1961).</summary>
internal static class Selection
{
    /// <param name="values">Without NaN; changes its order.</param>
    /// <param name="place">From 0, below the length.</param>
    public static T Nth<T>(Span<T> values, int place)
        where T : INumber<T>
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var pivot = values[place];
            var (i, j) = (low, high);
            while (i <= j)
            {
                while (values[i] < pivot)
                    i++;
                while (pivot < values[j])
                    j--;
                if (i > j)
                    break;
                (values[i], values[j]) = (values[j], values[i]);
                i++;
                j--;
            }
            if (j < place)
                low = i;
            if (place < i)
                high = j;
        }
        return values[place];
    }
}

using System.Numerics;

namespace Kinolux.Restore.Kernels;

/// <summary>a - b for each sample; the caller keeps the result within 16 bits.</summary>
internal static class Difference
{
    public static void Reference(ReadOnlySpan<short> a, ReadOnlySpan<short> b, Span<short> result)
    {
        for (var i = 0; i < result.Length; i++)
            result[i] = (short)(a[i] - b[i]);
    }

    public static void Run(ReadOnlySpan<short> a, ReadOnlySpan<short> b, Span<short> result)
    {
        var lanes = Vector<short>.Count;
        var i = 0;
        for (; i <= result.Length - lanes; i += lanes)
            (new Vector<short>(a[i..]) - new Vector<short>(b[i..])).CopyTo(result[i..]);
        Reference(a[i..], b[i..], result[i..]);
    }
}

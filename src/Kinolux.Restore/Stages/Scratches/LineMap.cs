using System.Numerics;
using Kinolux.Core.Kernels;
using Plane = Kinolux.Core.Frames.Plane;

namespace Kinolux.Restore.Stages.Scratches;

/// <summary>
/// How much each place of a picture looks like a piece of a thin upright line. Rows are averaged in bands of <see cref="Band"/>, since a faint scratch shows only along its length;
/// in each band the response is the smaller of the differences to both flanks, signed, and 0 where one flank is brighter and the other darker: an edge is no line.
/// After the pixel test of Newson, Almansa, Gousseau, Pérez, "Robust automatic line scratch detection in films", 2014.
/// </summary>
internal sealed class LineMap
{
    /// <summary>Rows to a band.</summary>
    public const int Band = 8;

    private readonly ushort[] _means;

    public LineMap(Plane plane, RowRunner rows)
    {
        Width = plane.Width;
        Bands = (plane.Height + Band - 1) / Band;
        Half = Math.Max(1, plane.Width / 900);
        Response = new int[Width * Bands];
        _means = new ushort[Width * Bands];
        rows.Run(Bands, (first, end) =>
        {
            var sums = new long[Width + 1];
            for (var band = first; band < end; band++)
            {
                var mean = _means.AsSpan(band * Width, Width);
                Mean(plane, band * Band, Math.Min(plane.Height, (band + 1) * Band), mean);
                Respond(mean, sums, Response.AsSpan(band * Width, Width));
            }
        });
        Scale = ScaleOf(Response);
    }

    public int Width { get; }

    public int Bands { get; }

    /// <summary>Half the width of the widest line looked for.</summary>
    public int Half { get; }

    /// <summary>16-bit levels, positive for brighter than both flanks; bands × width.</summary>
    public int[] Response { get; }

    /// <summary>Mean |response| in the band around each place: how much of it texture makes there by itself.</summary>
    public int[] Scale { get; }

    /// <summary>Mean |response| in the band around each place, of this map's or of what is left of them.</summary>
    public int[] ScaleOf(int[] response)
    {
        var scale = new int[response.Length];
        var sums = new long[Width + 1];
        for (var band = 0; band < Bands; band++)
            Measure(response.AsSpan(band * Width, Width), sums, scale.AsSpan(band * Width, Width));
        return scale;
    }

    public int At(int band, int x) => (uint)band < (uint)Bands && (uint)x < (uint)Width ? Response[band * Width + x] : 0;

    /// <summary>The mean of a band's samples from <paramref name="first"/> to <paramref name="last"/>, as far as the picture goes.</summary>
    public float Mean(int band, int first, int last)
    {
        var (sum, count) = (0f, 0);
        for (var x = Math.Max(0, first); x <= Math.Min(Width - 1, last); x++)
            (sum, count) = (sum + _means[band * Width + x], count + 1);
        return count == 0 ? 0 : sum / count;
    }

    /// <summary>Mean of rows, the obvious way; what the vector form must equal.</summary>
    public static void MeanReference(Plane plane, int first, int end, Span<ushort> mean)
    {
        for (var x = 0; x < plane.Width; x++)
        {
            uint sum = 0;
            for (var y = first; y < end; y++)
                sum += plane[x, y];
            mean[x] = (ushort)(sum / (uint)(end - first));
        }
    }

    public static void Mean(Plane plane, int first, int end, Span<ushort> mean)
    {
        if (end - first != Band)
        {
            MeanReference(plane, first, end, mean);
            return;
        }
        var n = Vector<ushort>.Count;
        var x = 0;
        for (; x <= plane.Width - n; x += n)
        {
            Vector<uint> low = default, high = default;
            for (var y = first; y < end; y++)
            {
                Vector.Widen(new Vector<ushort>(plane.Row(y)[x..]), out var a, out var b);
                (low, high) = (low + a, high + b);
            }
            Vector.Narrow(low >>> 3, high >>> 3).CopyTo(mean[x..]);
        }
        for (; x < plane.Width; x++)
        {
            uint sum = 0;
            for (var y = first; y < end; y++)
                sum += plane[x, y];
            mean[x] = (ushort)(sum / Band);
        }
    }

    private void Respond(ReadOnlySpan<ushort> mean, long[] sums, Span<int> response)
    {
        for (var x = 0; x < mean.Length; x++)
            sums[x + 1] = sums[x] + mean[x];
        response.Clear();
        var near = 3 * Half + 1;
        var far = 4 * Half + 1;
        for (var x = far; x < mean.Length - far; x++)
        {
            var centre = Centre(mean, sums, x);
            var left = centre - (int)((sums[x - near + 1] - sums[x - far]) / (far - near + 1));
            var right = centre - (int)((sums[x + far + 1] - sums[x + near]) / (far - near + 1));
            response[x] = (left > 0) == (right > 0) ? (left > 0 ? Math.Min(left, right) : Math.Max(left, right)) : 0;
        }
    }

    // The middle counts twice: in a small scan a scratch is a sample wide.
    private int Centre(ReadOnlySpan<ushort> mean, long[] sums, int x) => (int)((sums[x + Half + 1] - sums[x - Half] + mean[x]) / (2 * Half + 2));

    private static void Measure(ReadOnlySpan<int> response, long[] sums, Span<int> scale)
    {
        const int Reach = 24;
        for (var x = 0; x < response.Length; x++)
            sums[x + 1] = sums[x] + Math.Abs(response[x]);
        for (var x = 0; x < response.Length; x++)
        {
            var left = Math.Max(0, x - Reach);
            var right = Math.Min(response.Length, x + Reach + 1);
            scale[x] = (int)((sums[right] - sums[left]) / (right - left));
        }
    }
}

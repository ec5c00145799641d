using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Evaluation;
using Kinolux.Tests.Restore.Damage;

namespace Kinolux.Tests.Restore.Evaluation;

public sealed class MeasureTests
{
    private readonly FramePool _pool = new();

    [Fact]
    public void Equal_planes_reach_the_cap_and_similarity_one()
    {
        using var frame = CleanPictures.Make(_pool, 70, 40);
        Assert.Equal(Fidelity.Cap, Fidelity.Psnr(frame.Guide, frame.Guide));
        Assert.Equal(1, Similarity.Ssim(frame.Guide, frame.Guide, RowRunner.Serial), 1e-6);
    }

    [Fact]
    public void A_plane_ten_levels_off_has_28_13_decibels()
    {
        using var frame = CleanPictures.Make(_pool, 70, 40);
        using var off = _pool.Copy(frame);
        for (var y = 0; y < 40; y++)
            foreach (ref var sample in off.Guide.Row(y))
                sample += 10 * 257;
        Assert.Equal(28.13, Fidelity.Psnr(frame.Guide, off.Guide), 0.005);
    }

    [Fact]
    public void Similarity_is_what_the_paper_says_window_by_window()
    {
        using var a = CleanPictures.Make(_pool, 31, 23);
        using var b = CleanPictures.Make(_pool, 31, 23, phase: 2);
        Assert.Equal(Slow(a.Guide, b.Guide), Similarity.Ssim(a.Guide, b.Guide, RowRunner.Serial), 1e-4);
        Assert.Equal(Similarity.Ssim(a.Guide, b.Guide, RowRunner.Serial), Similarity.Ssim(a.Guide, b.Guide, new RowRunner(4)));
    }

    private static double Slow(Plane a, Plane b)
    {
        var weights = new double[11, 11];
        for (var j = -5; j <= 5; j++)
            for (var i = -5; i <= 5; i++)
                weights[j + 5, i + 5] = Math.Exp(-(i * i + j * j) / 4.5);
        var norm = weights.Cast<double>().Sum();
        var total = 0.0;
        for (var y = 5; y < a.Height - 5; y++)
            for (var x = 5; x < a.Width - 5; x++)
            {
                double p = 0, q = 0, pp = 0, qq = 0, pq = 0;
                for (var j = -5; j <= 5; j++)
                    for (var i = -5; i <= 5; i++)
                    {
                        var w = weights[j + 5, i + 5] / norm;
                        double u = a[x + i, y + j] / 257.0, v = b[x + i, y + j] / 257.0;
                        (p, q, pp, qq, pq) = (p + w * u, q + w * v, pp + w * u * u, qq + w * v * v, pq + w * u * v);
                    }
                (pp, qq, pq) = (pp - p * p, qq - q * q, pq - p * q);
                total += (2 * p * q + 6.5025) * (2 * pq + 58.5225) / ((p * p + q * q + 6.5025) * (pp + qq + 58.5225));
            }
        return total / ((a.Width - 10) * (a.Height - 10));
    }

    [Fact]
    public void The_flicker_index_of_a_steady_error_is_zero_and_of_an_alternating_one_its_step()
    {
        using var clean = CleanPictures.Make(_pool, 64, 48);
        using var bright = _pool.Copy(clean);
        for (var y = 0; y < 48; y++)
            foreach (ref var sample in bright.Guide.Row(y))
                sample += 8 * 257;
        int[] nine = [.. Enumerable.Range(0, 9)];
        var steady = new FlickerTrace();
        var beating = new FlickerTrace();
        for (var n = 0; n < 9; n++)
        {
            steady.Add(clean.Guide, bright.Guide);
            beating.Add(clean.Guide, n % 2 == 0 ? clean.Guide : bright.Guide);
        }
        Assert.Equal(0, steady.Index(nine), 1e-9);
        // Steps of +8 and -8 in turn, as many of each.
        Assert.Equal(8, beating.Index(nine), 1e-9);
        Assert.Equal(8, beating.LocalIndex(nine), 1e-9);
    }
}

using Kinolux.Core.Frames;
using Kinolux.Core.Kernels;
using Kinolux.Restore.Motion;
using Kinolux.Restore.Survey;

namespace Kinolux.Tests.Restore.Motion;

[Trait("Category", "Golden")]
public sealed class GoldenTests
{
    /// <summary>Rings, stripes and a fine check, moved by a fraction of a sample and turned: sharp, without echoes, the same bits everywhere.</summary>
    [Fact]
    public void A_resampled_test_chart_is_its_golden_picture()
    {
        var chart = new Plane(120, 80);
        for (var y = 0; y < chart.Height; y++)
            for (var x = 0; x < chart.Width; x++)
                chart[x, y] = x < 40
                    ? (ushort)(((x - 20) * (x - 20) + (y - 40) * (y - 40)) * 97 & 0xFFFF)
                    : x < 80 ? (ushort)((x / 3 & 1) * 50000 + 8000) : (ushort)(((x ^ y) & 2) * 24000 + y * 200);
        var result = new Plane(120, 80);
        new Resampler(RowRunner.Serial).Run(chart, new GlobalMotion(1.37f, -0.61f, 0.015f, 0, 1), 0, 0, result);
        Golden.Check("resampled-chart", result);
    }
}

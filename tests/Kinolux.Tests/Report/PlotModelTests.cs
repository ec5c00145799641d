using Kinolux.Report;
using Kinolux.Report.Plots;

namespace Kinolux.Tests.Report;

public sealed class PlotModelTests
{
    [Fact]
    public void A_lone_peak_in_a_long_film_stays_visible()
    {
        var values = new float[150_000];
        values[77_777] = 9;
        var line = PlotModel.Overview(Plot(values), values.Length).Lines[0];
        Assert.InRange(line.Low.Length, 1, PlotModel.Stretches);
        Assert.Equal(9, line.High?.Max());
        Assert.Equal(0, line.Low.Max());
    }

    [Fact]
    public void A_short_film_is_shown_frame_by_frame_and_gaps_stay_gaps()
    {
        var line = PlotModel.Overview(Plot([1.23456f, float.NaN, 0.0123456f]), 3).Lines[0];
        Assert.Equal(new double?[] { 1.235, null, 0.01235 }, line.Low);
        Assert.Null(line.High);
    }

    private static FramePlot Plot(float[] values) => new("dirt", "Dirt", "specks", PlotStyle.Bars, [new PlotLine("specks", values)]);
}

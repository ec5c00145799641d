using Kinolux.Core.Faults;
using Kinolux.Script.Forecast;

namespace Kinolux.Tests.Script.Forecast;

/// <summary>A forecast says how often it is right, and where it knows nothing.</summary>
public sealed class BoxOfficeTests
{
    private static readonly BoxOfficeModel Model = BoxOfficeModel.Shipped;

    [Fact]
    public void The_model_is_as_good_as_its_bars_and_better_than_one_number_for_all()
    {
        Assert.True(Model.Quality.FiveFold >= 0.47, $"{Model.Quality.FiveFold}");
        Assert.True(Model.Quality.LatestFifth >= 0.47, $"{Model.Quality.LatestFifth}");
        Assert.True(Model.Baseline.FiveFold < 0.05 && Model.Quality.MedianFactor < Model.Baseline.MedianFactor);
        foreach (var (band, any) in Model.Quality.Bands.Zip(Model.Baseline.Bands))
        {
            Assert.InRange(band.FiveFold, band.Meant - 0.03, band.Meant + 0.03);
            Assert.InRange(band.LatestFifth, band.Meant - 0.05, band.Meant + 0.05);
            Assert.True(band.Factor < any.Factor);
        }
    }

    [Fact]
    public void More_money_takes_more_in_within_the_table_and_beyond_it()
    {
        double[] budgets = [1, 100, 8_000, 50_000, 1e6, 1e7, 1e8, 4e8, 1e9, 1e12];
        var gross = budgets.Select(budget => BoxOffice.Of(Model, budget, 2013).Gross).ToList();
        Assert.Equal(gross.Order(), gross);
        Assert.InRange(BoxOffice.Of(Model, 5e7, 2013).Gross, 5e7, 2e8);
    }

    [Theory]
    [InlineData(1e7, 2013, 0)]
    [InlineData(1e7, null, 1)]
    [InlineData(1e7, 2026, 1)]
    [InlineData(1e9, 1900, 2)]
    [InlineData(100.0, 2000, 1)]
    public void What_the_table_does_not_hold_is_said(double budget, int? year, int notes)
    {
        var forecast = BoxOffice.Of(Model, budget, year);
        Assert.Equal(notes, forecast.Extrapolations.Count);
        Assert.InRange(forecast.Year, 1970, 2013);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void No_budget_is_a_fault(double budget) => Assert.Equal("KX1430", Assert.Throws<FaultException>(() => BoxOffice.Of(Model, budget, null)).Fault.Code);

    [Fact]
    public void The_card_says_what_it_ignores_and_refuses()
    {
        Assert.Contains(Model.Ignores, what => what.Contains("rating, genre, cast", StringComparison.Ordinal));
        Assert.NotEmpty(Model.Refuses);
        Assert.Contains("CC BY 4.0", Model.Data, StringComparison.Ordinal);
    }
}

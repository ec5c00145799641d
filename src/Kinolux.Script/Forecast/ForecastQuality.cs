namespace Kinolux.Script.Forecast;

/// <summary>How near forecasts came to films that were not learned from.</summary>
/// <param name="FiveFold">R² of the logarithm, each fifth forecast from the four others; 1 is exact, 0 no better than one number for all.</param>
/// <param name="LatestFifth">The same of the latest fifth of the years, forecast from all before.</param>
/// <param name="MedianFactor">Half of the forecasts of the five folds are nearer than this factor.</param>
/// <param name="Bands">Intervals, the narrowest first.</param>
public sealed record ForecastQuality(double FiveFold, double LatestFifth, double MedianFactor, IReadOnlyList<ForecastBand> Bands);

namespace Kinolux.Script.Forecast;

/// <summary>An interval about a forecast, made of how far forecasts of films that were not learned from were off (conformal; Vovk, Gammerman and Shafer 2005).</summary>
/// <param name="Meant">The share of films that it is to hold.</param>
/// <param name="Factor">From the forecast divided by it to the forecast times it.</param>
/// <param name="FiveFold">The share that such intervals held in five folds, none of which saw its own films.</param>
/// <param name="LatestFifth">The share that they held of the latest fifth of the years, made of all before.</param>
public sealed record ForecastBand(double Meant, double Factor, double FiveFold, double LatestFifth);

using Kinolux.Core.Text;

namespace Kinolux.Script.Forecast;

/// <summary>What is known of films' money before they are made, with its card: a ridge regression of the logarithm of what a film takes in. Made by <c>./dev bench forecast --write</c>.</summary>
/// <param name="Target">What it forecasts, in words.</param>
/// <param name="Data">What it learned from, with the licence.</param>
/// <param name="Training">How it was made.</param>
/// <param name="Films">How many it learned from.</param>
/// <param name="Budgets">The least and the greatest budget among them, in dollars.</param>
/// <param name="Years">The first and the last year.</param>
/// <param name="LatestYears">The years of the latest fifth of the films.</param>
/// <param name="Intercept">In powers of ten, as are the weights.</param>
/// <param name="Weights">Of what <see cref="Features"/> makes.</param>
/// <param name="Quality">Measured on films that it had not seen.</param>
/// <param name="Baseline">The same of the median of all films.</param>
/// <param name="MedianGross">That median, in dollars.</param>
/// <param name="Ignores">What may matter and is not asked.</param>
/// <param name="Refuses">What it does not say.</param>
public sealed record BoxOfficeModel(
    string Target, string Data, string Training, int Films, IReadOnlyList<double> Budgets, IReadOnlyList<int> Years, IReadOnlyList<int> LatestYears,
    double Intercept, IReadOnlyList<double> Weights, ForecastQuality Quality, ForecastQuality Baseline, double MedianGross, IReadOnlyList<string> Ignores, IReadOnlyList<string> Refuses)
{
    private static BoxOfficeModel? _shipped;

    /// <summary>The one that comes with Kinolux.</summary>
    public static BoxOfficeModel Shipped => _shipped ??= Read();

    /// <summary>What it looks at: the budget's power of ten from 10 million, its square, decades from 1990.</summary>
    public static double[] Features(double budget, double year)
    {
        var power = Math.Log10(budget) - 7;
        return [power, power * power, (year - 1990) / 10];
    }

    private static BoxOfficeModel Read()
    {
        using var stream = typeof(BoxOfficeModel).Assembly.GetManifestResourceStream("forecast/box-office.json") ?? throw new InvalidOperationException("the build left forecast/box-office.json out");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return KinoluxJson.Read<BoxOfficeModel>(bytes);
    }
}

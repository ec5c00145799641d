using System.Globalization;
using Kinolux.Core.Faults;

namespace Kinolux.Script.Forecast;

/// <summary>What a film of such a budget and year took in, as others did.</summary>
/// <param name="Gross">The middle, in dollars: as many films come out above as below.</param>
/// <param name="Year">The one it was made for, within those of the table.</param>
/// <param name="Extrapolations">Why it is less sure than its intervals say; empty where it is not.</param>
public sealed record BoxOffice(double Budget, int Year, double Gross, IReadOnlyList<string> Extrapolations)
{
    /// <summary>Forecasts from a budget in dollars of the model's last year.</summary>
    /// <param name="year">When it comes out; the last of the table where nobody says.</param>
    /// <exception cref="FaultException">KX1430: the budget is no amount above zero.</exception>
    public static BoxOffice Of(BoxOfficeModel model, double budget, int? year)
    {
        if (!double.IsFinite(budget) || budget <= 0)
            throw FaultException.Of("KX1430", ("given", budget.ToString(CultureInfo.InvariantCulture)));
        var (first, last) = (model.Years[0], model.Years[^1]);
        var within = Math.Clamp(year ?? last, first, last);
        List<string> notes = [];
        if (year is null)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"no year was given: {last}, the table's last, stands for it"));
        else if (year != within)
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"the table ends where {year} is not: {within} stands for it, and what changed since is not known"));
        if (budget < model.Budgets[0] || budget > model.Budgets[^1])
            notes.Add(string.Create(CultureInfo.InvariantCulture, $"no film of the table has such a budget ({model.Budgets[0]:N0} to {model.Budgets[^1]:N0} dollars): this is an extrapolation, what the nearest one takes for each dollar, and the intervals were not measured for it"));
        var nearest = Math.Clamp(budget, model.Budgets[0], model.Budgets[^1]);
        var gross = budget / nearest * Math.Pow(10, model.Intercept + BoxOfficeModel.Features(nearest, within).Zip(model.Weights, (value, weight) => value * weight).Sum());
        return new BoxOffice(budget, within, gross, notes);
    }
}

using System.CommandLine;
using System.Globalization;
using Kinolux.Script.Files;
using Kinolux.Script.Forecast;

namespace Kinolux.Cli.Commands.Script;

/// <summary><c>kinolux script forecast SCRIPT --budget N</c>: what films of such a budget took in, with how often that was right.</summary>
internal static class ForecastCommand
{
    public static Command Create(CliContext context)
    {
        var script = ScriptCommand.Argument();
        var budget = new Option<double>("--budget") { Required = true, Description = "What the film is to cost, in US dollars of 2013.", HelpName = "N" };
        var year = new Option<int?>("--year") { Description = "When it comes out; the table's last year where this is not given.", HelpName = "N" };
        var command = new KinoluxCommand("forecast", "Says what films of such a budget and year took in, as intervals with how often they held, beside a guess that knows nothing. What the script says does not enter, nor do rating, genre and cast.", "script forecast story.fountain --budget 12000000", "script forecast story.fountain --budget 12000000 --year 2013 --json") { script, budget, year };
        command.SetAction(parsed => Show(context, parsed.GetRequiredValue(script), parsed.GetRequiredValue(budget), parsed.GetValue(year)));
        return command;
    }

    private static int Show(CliContext context, string path, double budget, int? year)
    {
        var title = ScriptCommand.TitleOf(path, ScriptFile.Read(path).Script);
        var model = BoxOfficeModel.Shipped;
        var forecast = BoxOffice.Of(model, budget, year);
        context.Write(
            new
            {
                path, title, budget, forecast.Year, model.Target, gross = Math.Round(forecast.Gross), intervals = Intervals(model.Quality, forecast.Gross),
                quality = new { model.Quality.FiveFold, model.Quality.LatestFifth, model.Quality.MedianFactor, model.LatestYears },
                baseline = new { gross = Math.Round(model.MedianGross), intervals = Intervals(model.Baseline, model.MedianGross), model.Baseline.FiveFold, model.Baseline.LatestFifth, model.Baseline.MedianFactor },
                forecast.Extrapolations, model.Ignores, model.Refuses, model.Data, model.Training, model.Films,
            },
            () =>
            {
                context.Out.WriteLine($"{title}: {model.Target}");
                context.Table(["of such films", "took in", "held of unseen films", $"of those of {model.LatestYears[0]}–{model.LatestYears[^1]}", "any film"], model.Quality.Bands.Zip(model.Baseline.Bands, (band, any) => (IReadOnlyList<string>)
                [
                    Percent(band.Meant), Range(forecast.Gross, band.Factor), Percent(band.FiveFold), Percent(band.LatestFifth), Range(model.MedianGross, any.Factor),
                ]));
                context.Out.WriteLine($"middle: {Dollars(forecast.Gross)}; of any film, whatever it costs: {Dollars(model.MedianGross)}");
                foreach (var note in forecast.Extrapolations)
                    context.Out.WriteLine($"beyond: {note}");
                context.Out.WriteLine(Say($"how good: R² of the logarithm {model.Quality.FiveFold:0.00} in five folds, {model.Quality.LatestFifth:0.00} for {model.LatestYears[0]} to {model.LatestYears[^1]} from the years before; half are within a factor of {model.Quality.MedianFactor:0.0}, of a guess that knows nothing within {model.Baseline.MedianFactor:0.0}"));
                context.Out.WriteLine($"not asked: {string.Join("; ", model.Ignores)}");
                context.Out.WriteLine($"not said: {string.Join("; ", model.Refuses)}");
                context.Out.WriteLine($"from: {model.Data}");
            });
        return 0;
    }

    private static IEnumerable<object> Intervals(ForecastQuality quality, double gross) => quality.Bands.Select(band => new { band.Meant, from = Math.Round(gross / band.Factor), to = Math.Round(gross * band.Factor), band.FiveFold, band.LatestFifth });

    private static string Range(double gross, double factor) => $"{Dollars(gross / factor)} to {Dollars(gross * factor)}";

    // Two digits are more than it knows.
    private static string Dollars(double amount)
    {
        var (size, unit) = amount switch { >= 1e9 => (1e9, " billion"), >= 1e6 => (1e6, " million"), >= 1e3 => (1e3, " thousand"), _ => (1, "") };
        return Say($"{(amount / size >= 10 ? Math.Round(amount / size) : Math.Round(amount / size, 1))}{unit}");
    }

    private static string Percent(double share) => Say($"{100 * share:0} %");

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

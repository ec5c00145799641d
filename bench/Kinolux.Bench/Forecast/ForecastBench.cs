using System.Globalization;
using System.Text.Json;
using Kinolux.Core.Text;
using Kinolux.Script.Forecast;

namespace Kinolux.Bench.Forecast;

/// <summary>Makes the forecast of what a film takes in from FiveThirtyEight's table, and measures it on films that it has not seen beside the median of all.</summary>
internal static class ForecastBench
{
    private const int Folds = 5;
    private const int Seed = 538;
    private const double Strength = 1;
    private static readonly double[] Shares = [0.5, 0.8, 0.9];

    private sealed record Film(int Year, double Budget, double Gross)
    {
        public double[] Features { get; } = BoxOfficeModel.Features(Budget, Year);

        public double Power { get; } = Math.Log10(Gross);
    }

    // Learns from films and returns what it says of others.
    private delegate Func<Film, double> Learner(IReadOnlyList<Film> films);

    public static void Run(string table, string model, bool write)
    {
        // By year, so that what is latest is last; in the table's order within one.
        var films = Read(table).OrderBy(film => film.Year).ToList();
        var made = Make(films);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{films.Count} films, {made.Years[0]} to {made.Years[^1]}; five folds by seed {Seed}; latest fifth: {films.Count / Folds} films, {made.LatestYears[0]} to {made.LatestYears[^1]}, from the {films.Count - films.Count / Folds} before"));
        Console.WriteLine("| | R² five folds | R² latest fifth | half within | interval | factor | held, five folds | held, latest fifth |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var (name, quality) in ((string, ForecastQuality)[])[("ridge on budget and year", made.Quality), ("median of all", made.Baseline)])
            foreach (var band in quality.Bands)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {quality.FiveFold:0.000} | {quality.LatestFifth:0.000} | × {quality.MedianFactor:0.00} | {band.Meant:0 %} | × {band.Factor:0.00} | {band.FiveFold:0.0 %} | {band.LatestFifth:0.0 %} |"));
        var text = JsonSerializer.Serialize(made, KinoluxJson.Pretty) + "\n";
        Console.WriteLine(File.Exists(model) && File.ReadAllText(model) == text ? "the model in the repository is this one" : write ? $"written to {model}" : "the model in the repository is another: --write puts this one there");
        if (write)
            File.WriteAllText(model, text);
    }

    private static BoxOfficeModel Make(IReadOnlyList<Film> films)
    {
        var ridge = Fit(films);
        var latest = films.Skip(films.Count - films.Count / Folds).ToList();
        return new BoxOfficeModel(
            "what it takes in in cinemas of the world, in US dollars of 2013",
            "FiveThirtyEight, bechdel/movies.csv, CC BY 4.0 (github.com/fivethirtyeight/data): films with budget and worldwide gross, both in dollars of 2013",
            $"ridge regression (1) of log10 of the gross on log10 of the budget, its square and the year; intervals from the residuals of five folds (seed {Seed}); ./dev bench forecast",
            films.Count, [films.Min(film => film.Budget), films.Max(film => film.Budget)], [films[0].Year, films[^1].Year], [latest[0].Year, latest[^1].Year],
            Math.Round(ridge.Intercept, 6), [.. ridge.Weights.Select(weight => Math.Round(weight, 6))], Measure(films, Said), Measure(films, Median), Math.Round(Math.Pow(10, Middle(films))),
            ["the script itself: its words, length and people", "rating, genre, cast, language, company and release, which the table does not have", "what films took in after 2013, and anywhere but in cinemas"],
            ["whether it makes a profit: half of what cinemas take stays with them", "how good it is", "anything of a film that the table would not have: it holds films that came to cinemas and were written about"]);
    }

    private static ForecastQuality Measure(IReadOnlyList<Film> films, Learner learn)
    {
        var off = OutOfFold(films, learn);
        var (before, latest) = (films.Take(films.Count - films.Count / Folds).ToList(), films.Skip(films.Count - films.Count / Folds).ToList());
        var said = learn(before);
        var beforeOff = OutOfFold(before, learn);
        return new ForecastQuality(
            Math.Round(Fit(films, off), 4), Math.Round(Fit(latest, [.. latest.Select(film => film.Power - said(film))]), 4), Math.Round(Math.Pow(10, Quantile(off, 0.5)), 3),
            [.. Shares.Select(share => new ForecastBand(
                share, Math.Round(Math.Pow(10, Quantile(off, share)), 3), Math.Round(Held(films, learn, share), 4),
                Math.Round(latest.Count(film => Math.Abs(film.Power - said(film)) <= Quantile(beforeOff, share)) / (double)latest.Count, 4)))]);
    }

    // Each fold's films with an interval made of the others alone.
    private static double Held(IReadOnlyList<Film> films, Learner learn, double share)
    {
        var held = 0;
        foreach (var (own, others) in Split(films))
        {
            var said = learn(others);
            var width = Quantile(OutOfFold(others, learn), share);
            held += own.Count(film => Math.Abs(film.Power - said(film)) <= width);
        }
        return held / (double)films.Count;
    }

    private static List<double> OutOfFold(IReadOnlyList<Film> films, Learner learn)
    {
        Dictionary<Film, double> off = new(ReferenceEqualityComparer.Instance);
        foreach (var (own, others) in Split(films))
        {
            var said = learn(others);
            foreach (var film in own)
                off[film] = film.Power - said(film);
        }
        return [.. films.Select(film => off[film])];
    }

    private static IEnumerable<(List<Film> Own, List<Film> Others)> Split(IReadOnlyList<Film> films)
    {
        var shuffled = films.ToArray();
        new Random(Seed).Shuffle(shuffled);
        for (var fold = 0; fold < Folds; fold++)
            yield return ([.. shuffled.Where((_, i) => i % Folds == fold)], [.. shuffled.Where((_, i) => i % Folds != fold)]);
    }

    private static Ridge Fit(IReadOnlyList<Film> films) => Ridge.Fit([.. films.Select(film => film.Features)], [.. films.Select(film => film.Power)], Strength);

    private static Func<Film, double> Said(IReadOnlyList<Film> films) => Fit(films) is var ridge ? film => ridge.Of(film.Features) : _ => 0;

    private static Func<Film, double> Median(IReadOnlyList<Film> films) => Middle(films) is var middle ? _ => middle : _ => 0;

    private static double Middle(IReadOnlyList<Film> films) => films.Select(film => film.Power).Order().ElementAt(films.Count / 2);

    private static double Fit(IReadOnlyList<Film> films, IReadOnlyList<double> off) => films.Average(film => film.Power) is var mean ? 1 - off.Sum(error => error * error) / films.Sum(film => (film.Power - mean) * (film.Power - mean)) : 0;

    // Of so many films and the one to come, as conformal intervals count.
    private static double Quantile(IReadOnlyList<double> off, double share) => off.Select(Math.Abs).Order().ElementAt(Math.Min(off.Count - 1, (int)Math.Ceiling((off.Count + 1) * share) - 1));

    private static IEnumerable<Film> Read(string table)
    {
        var lines = File.ReadLines(table).Select(Fields).ToList();
        var (year, budget, gross) = (lines[0].IndexOf("year"), lines[0].IndexOf("budget_2013$"), lines[0].IndexOf("intgross_2013$"));
        foreach (var line in lines.Skip(1))
            if (double.TryParse(line[budget], NumberStyles.Float, CultureInfo.InvariantCulture, out var cost) && double.TryParse(line[gross], NumberStyles.Float, CultureInfo.InvariantCulture, out var took) && cost > 0 && took > 0)
                yield return new Film(int.Parse(line[year], CultureInfo.InvariantCulture), cost, took);
    }

    private static List<string> Fields(string line) => [.. line.Split('"').SelectMany((part, i) => i % 2 == 0 ? part.Trim(',').Split(',') : [part])];
}

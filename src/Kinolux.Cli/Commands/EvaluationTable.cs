using System.Globalization;
using Kinolux.Restore.Evaluation;

namespace Kinolux.Cli.Commands;

/// <summary>An evaluation as tables for people.</summary>
internal static class EvaluationTable
{
    public static void Show(CliContext context, FilmEvaluation evaluation)
    {
        var (film, damaged) = (evaluation.Film, evaluation.Damaged);
        context.Table(
            damaged is null ? ["measure", "film"] : ["measure", "damaged", "film", "gained"],
            Rows(film, damaged).Select(row => (IReadOnlyList<string>)(damaged is null ? [row.Name, row.Film] : [row.Name, row.Damaged, row.Film, row.Gained])));
        if (evaluation.Detection.Count > 0)
        {
            context.Out.WriteLine();
            context.Table(
                ["found", "precision", "recall", "F1"],
                evaluation.Detection.Select(score => (IReadOnlyList<string>)[score.Kind, Number(score.Precision, "0.000"), Number(score.Recall, "0.000"), Number(score.F1, "0.000")]));
        }
        if (evaluation.Shots.Count < 2)
            return;
        context.Out.WriteLine();
        context.Table(
            ["shot", "PSNR", "SSIM", "after the fit", "flicker", "local flicker", "jitter"],
            evaluation.Shots.Select(shot => (IReadOnlyList<string>)
            [
                $"{shot.Frames}", Number(shot.Film.Psnr, "0.00"), Number(shot.Film.Ssim, "0.0000"), Number(shot.Film.AfterFit, "0.00"),
                Number(shot.Film.FlickerIndex, "0.00"), Number(shot.Film.LocalFlickerIndex, "0.00"), Number(shot.Film.Jitter, "0.00"),
            ]));
    }

    private static IEnumerable<(string Name, string Damaged, string Film, string Gained)> Rows(FilmScore film, FilmScore? damaged)
    {
        (string, string, string, string) Row(string name, Func<FilmScore, double?> value, string format) =>
            (name, Number(damaged is null ? null : value(damaged), format), Number(value(film), format),
                damaged is null || value(film) is not { } now || value(damaged) is not { } then ? "" : (now >= then ? "+" : "") + Number(now - then, format));
        yield return Row("PSNR, dB", score => score.Psnr, "0.00");
        yield return Row("SSIM", score => score.Ssim, "0.0000");
        yield return Row("after the fit, dB", score => score.AfterFit, "0.00");
        yield return Row("flicker index", score => score.FlickerIndex, "0.00");
        yield return Row("local flicker index", score => score.LocalFlickerIndex, "0.00");
        yield return Row("jitter, px", score => score.Jitter, "0.00");
        yield return Row("altered outside damage, %", score => 100 * score.Altered, "0.00");
        for (var i = 0; i < film.Kinds.Count; i++)
        {
            var kind = i;
            yield return Row($"in {film.Kinds[i].Kind}, dB", score => score.Kinds[kind].Psnr, "0.00");
            yield return Row($"{film.Kinds[i].Kind} fixed, %", score => 100 * score.Kinds[kind].Fixed, "0.0");
        }
        if (film.LostFrames is not null)
            yield return Row("lost frames, dB", score => score.LostFrames, "0.00");
    }

    private static string Number(double? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "";
}

using System.Globalization;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Evaluation;

namespace Kinolux.Cli.Commands;

/// <summary>What the demo ends in: what was found, what is better and what waits, a sentence each, and where it all is.</summary>
internal static class DemoSummary
{
    /// <param name="paths">What each is, and where.</param>
    public static void Show(CliContext context, FilmEvaluation evaluation, RestoreOutcome outcome, IReadOnlyList<(string What, string Path)> paths)
    {
        context.Out.WriteLine(Found(outcome.Kinds));
        context.Out.WriteLine(Better(evaluation));
        context.Out.WriteLine(Waits(outcome));
        context.Out.WriteLine();
        var width = paths.Max(path => path.What.Length) + 1;
        foreach (var (what, path) in paths)
            context.Out.WriteLine($"{(what + ":").PadRight(width)} {path}");
    }

    private static string Found(IReadOnlyList<KindCount> kinds) =>
        $"Found: {List(kinds.Where(kind => kind.Found > 0 && FilmKinds.IsDamage(kind.Kind)).OrderByDescending(kind => kind.Found).Select(kind => Say($"{Title(kind.Kind)} {(kind.Found == 1 ? "once" : Say($"{kind.Found:N0} times"))}")))}.";

    private static string Better(FilmEvaluation evaluation)
    {
        var (film, damaged) = (evaluation.Film, evaluation.Damaged ?? evaluation.Film);
        List<string> gained =
        [
            .. film.Kinds.Where(kind => kind.Fixed is > 0).Select(kind => Say($"{kind.Fixed:0 %} of what {kind.Kind} covered is as it was")),
            .. Less("the light flickers", damaged.FlickerIndex, film.FlickerIndex), .. Less("the picture shakes", damaged.Jitter, film.Jitter),
        ];
        return $"Better: {List(gained)}.";
    }

    private static IEnumerable<string> Less(string what, double? before, double? after) =>
        before is > 0 and var then && after is { } now && now < then ? [Say($"{what} {1 - now / then:0 %} less")] : [];

    private static string Waits(RestoreOutcome outcome) =>
        outcome.Questions == 0
            ? "Waiting: nothing; a policy decided all of it, and every decision can be taken back."
            : Say($"Waiting: {outcome.Questions} question{(outcome.Questions == 1 ? "" : "s")} that only a person can answer: kinolux studio {Path.GetDirectoryName(outcome.Output)}");

    private static string Title(string kind) => (FilmKinds.All.FirstOrDefault(known => known.Id == kind)?.Title ?? kind).ToLowerInvariant();

    private static string List(IEnumerable<string> words) => words.ToList() switch
    {
        [] => "nothing",
        [var only] => only,
        [.. var first, var last] => $"{string.Join(", ", first)} and {last}",
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

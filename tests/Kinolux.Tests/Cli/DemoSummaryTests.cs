using Kinolux.Cli;
using Kinolux.Cli.Commands;
using Kinolux.Restoration.Report;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Evaluation;

namespace Kinolux.Tests.Cli;

public sealed class DemoSummaryTests
{
    private static readonly FilmScore Clean = new(30, 0.9, 30, 2, 3, 0.5, 0.0001, [new MaskScore("dirt", 0.01, 30, 0.71), new MaskScore("stains", 0.01, 30, 0.4)], null);

    [Fact]
    public void Three_sentences_say_what_was_found_what_is_better_and_what_waits()
    {
        var lines = Show(
            new FilmEvaluation(240, Clean, Clean with { FlickerIndex = 8, Jitter = 2 }, [], []),
            [new KindCount("cut", 2, 0, 0, 2), new KindCount("stain", 2, 0, 2, 0), new KindCount("dirt", 1200, 1000, 0, 200), new KindCount("scratch", 1, 0, 1, 0)], questions: 3);
        Assert.Equal(
        [
            "Found: dirt 1,200 times, stain 2 times and scratch once.",
            "Better: 71 % of what dirt covered is as it was, 40 % of what stains covered is as it was, the light flickers 75 % less and the picture shakes 75 % less.",
            "Waiting: 3 questions that only a person can answer: kinolux studio demo",
            "",
            "restored: demo/restored.mkv",
            "report:   demo/report/index.html",
        ], lines);
    }

    [Fact]
    public void What_is_no_better_and_what_does_not_wait_is_not_claimed()
    {
        var lines = Show(new FilmEvaluation(240, Clean with { Kinds = [] }, Clean with { FlickerIndex = 1, Jitter = 0 }, [], []), [], questions: 0);
        Assert.Equal(["Found: nothing.", "Better: nothing.", "Waiting: nothing; a policy decided all of it, and every decision can be taken back."], lines[..3]);
    }

    private static string[] Show(FilmEvaluation evaluation, IReadOnlyList<KindCount> kinds, int questions)
    {
        using var output = new StringWriter();
        var outcome = new RestoreOutcome("demo/damaged.mkv", "demo/restored.mkv.kinolux", "", "demo/restored.mkv", "demo/report/index.html", 240, 4, 4, 4, 60, null, kinds, questions, []);
        DemoSummary.Show(new CliContext { Time = TimeProvider.System, Out = output, Error = output, OwnFolder = "" }, evaluation, outcome, [("restored", "demo/restored.mkv"), ("report", "demo/report/index.html")]);
        return output.ToString().TrimEnd('\n').Split('\n');
    }
}

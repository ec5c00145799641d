using System.Text.Json.Nodes;
using Kinolux.Restoration.Plans;

namespace Kinolux.Tests.Cli;

/// <summary>What <c>kinolux review</c> and <c>kinolux why</c> may be asked, and what they must not say.</summary>
public sealed class ReviewCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ReviewCommandTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Restoration.DirtyFilm.Write(_folder.File("film.mkv"), frames: 24);
        Assert.Equal(0, Run("restore film.mkv -o out.mkv --only despeckle").Exit);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Wishes_that_eight_programs_add_at_once_are_all_kept()
    {
        for (var i = 0; i < 8; i++)
            File.WriteAllText(_folder.File($"w{i}.jsonl"), $$"""{"kind":"dirt","frames":"{{i}}"}""");
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => KinoluxProgram.Run(_folder.Path, $"kinolux review out.mkv --add w{i}.jsonl"))));
        Assert.All(all, run => Assert.Equal(0, run.ExitCode));
        using var work = FilmWork.Open(_folder.File("out.mkv"));
        Assert.Equal(8, work.Log.Read().Wishes.Count);
    }

    [Theory]
    [InlineData("""{"kind":"drit","frames":"3"}""", "KX2203")]
    [InlineData("""{"kind":"dirt","frames":"900"}""", "KX1011")]
    [InlineData("""{"kind":"dirt","frames":"3","box":{"x":94,"y":5,"width":6,"height":7}}""", "KX2202")]
    public void A_wish_that_the_film_has_no_place_for_is_refused_and_nothing_else_is_done(string wish, string code)
    {
        File.WriteAllText(_folder.File("w.jsonl"), """{"kind":"dirt","frames":"3"}""" + "\n" + wish + "\n");
        var run = Run("review out.mkv --reject blotch --add w.jsonl --json");
        Assert.Equal((2, code), (run.Exit, JsonNode.Parse(run.Out)!["error"]!["code"]!.GetValue<string>()));
        Assert.False(File.Exists(_folder.File("out.mkv.kinolux/review.jsonl")));
    }

    [Fact]
    public void What_is_decided_now_and_what_was_rendered_are_both_named()
    {
        Assert.Equal(0, Run("review out.mkv --reject blotch --reason birds").Exit);
        var list = JsonNode.Parse(Run("review out.mkv --list --json").Out)!;
        var found = list["proposals"]!.AsArray().Where(item => item!["kind"]!.GetValue<string>() == "blotch").ToList();
        Assert.Equal(list["groups"]!.AsArray().Where(group => group!["kind"]!.GetValue<string>() == "blotch").Sum(group => group!["rejected"]!.GetValue<int>()), found.Count);
        Assert.All(found, item => Assert.Equal(("reject", "tester", "birds"), (Text(item, "now", "verdict"), Text(item, "now", "by"), Text(item, "now", "reason"))));
        Assert.Contains(found, item => Text(item, "rendered", "verdict") == "accept");

        var why = Run($"why out.mkv --at {found[0]!["frames"]}").Out;
        Assert.Contains("accepted by policy standard", why, StringComparison.Ordinal);
        Assert.Contains("decided now: rejected by tester: birds; the next run renders it", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("blotches", "blotch")]
    [InlineData("blotch-", "blotch")]
    [InlineData("despeckle", "blotch")]
    public void A_near_miss_leads_to_what_was_found(string name, string meant)
    {
        var run = Run($"review out.mkv --accept {name}");
        Assert.Equal(2, run.Exit);
        Assert.Contains($"called {name}, did you mean {meant}?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_dry_run_kinds_are_decided_on_before_anything_was_found()
    {
        Assert.Equal(0, Run("restore film.mkv -o later.mkv --only despeckle --dry-run").Exit);
        Assert.Contains("nothing was looked for yet", Run("review later.mkv --list").Out, StringComparison.Ordinal);
        Assert.Contains("1 decisions", Run("review later.mkv --reject blotch").Out, StringComparison.Ordinal);
        Assert.Equal(2, Run("review later.mkv --reject nonsense").Exit);
        var kinds = JsonNode.Parse(Run("restore film.mkv -o later.mkv --json").Out)!["kinds"]!.AsArray();
        var blotch = Assert.Single(kinds, kind => kind!["kind"]!.GetValue<string>() == "blotch")!;
        Assert.Equal((0, blotch["found"]!.GetValue<int>()), (blotch["applied"]!.GetValue<int>(), blotch["rejected"]!.GetValue<int>()));
        Assert.Equal(2, Run("review later.mkv --accept stain").Exit);
    }

    [Theory]
    [InlineData("9999", "KX1011")]
    [InlineData("3,5000,5000", "KX2202")]
    [InlineData("3,96,0", "KX2202")]
    [InlineData("-1", "KX2018")]
    [InlineData("here", "KX2018")]
    public void No_place_outside_the_film_is_answered_for(string place, string code)
    {
        var run = Run($"why out.mkv --at={place} --json");
        Assert.Equal((2, code), (run.Exit, JsonNode.Parse(run.Out)!["error"]!["code"]!.GetValue<string>()));
        Assert.Equal(0, Run("why out.mkv --at 23,95,63").Exit);
    }

    [Fact]
    public void A_proof_that_fails_exits_with_1()
    {
        Assert.Equal(0, Run("verify out.mkv").Exit);
        Assert.Equal(0, KinoluxProgram.Run(_folder.Path, "ffmpeg -v error -y -i out.mkv -vf negate -c:v ffv1 other.mkv && mv other.mkv out.mkv").ExitCode);
        var run = Run("verify out.mkv");
        Assert.Equal(1, run.Exit);
        Assert.Contains("not proven", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_policy_whose_rules_make_no_sense_is_refused()
    {
        File.WriteAllText(_folder.File("p.json"), """{"name":"mine","rules":[{"kind":"*","minConfidence":7,"verdict":"accept"}]}""");
        var run = Run("review out.mkv --policy p.json --json");
        Assert.Equal((2, "KX2204"), (run.Exit, JsonNode.Parse(run.Out)!["error"]!["code"]!.GetValue<string>()));
    }

    private static string? Text(JsonNode? item, string part, string name) => item![part]?[name]?.GetValue<string>();

    private CliRun Run(string line) => CliRun.Of([.. line.Split(' ').Select(word => File.Exists(_folder.File(word)) || word is "out.mkv" or "later.mkv" ? _folder.File(word) : word)]);
}

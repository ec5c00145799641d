using System.Security.Cryptography;
using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Core.Processes;
using Kinolux.Restoration.Pictures;
using Kinolux.Restoration.Plans;
using Kinolux.Restoration.Runs;
using Kinolux.Restore.Stages;
using Kinolux.Work;
using Kinolux.Work.Review;

namespace Kinolux.Tests.Restoration;

/// <summary>A folder that came from elsewhere, with files and links that were made to harm: nothing outside it is opened for it, written or removed.</summary>
[Trait("Category", "Slow")]
public sealed class ForeignFolderTests : IDisposable
{
    private readonly TemporaryFolder _home = new();

    public ForeignFolderTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Directory.CreateDirectory(_home.File("prod"));
        Directory.CreateDirectory(_home.File("victim"));
        File.WriteAllText(_home.File("victim/thesis.doc"), "precious");
        DirtyFilm.Write(_home.File("prod/film.mkv"), frames: 6);
    }

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("../victim/thesis.doc", "")]
    [InlineData("film.mkv", "")]
    [InlineData("../victim/thesis.doc", "own")]
    [InlineData("film.mkv", "link")]
    public void A_list_of_moves_that_came_with_the_films_removes_nothing(string name, string kind)
    {
        var film = File.ReadAllBytes(_home.File("prod/film.mkv"));
        var stem = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("out.mkv")))[..12];
        var left = _home.File(kind == "link" ? "victim" : $"prod/.{stem}.aaaaaaaa.part");
        Directory.CreateDirectory(left);
        var file = new FileInfo(_home.File("prod/" + name));
        // With the right length and time too, where it leads out; with none, as an attacker writes it.
        File.WriteAllText(Path.Combine(left, ".moves"), kind == "own" ? $"{file.Length} {file.LastWriteTimeUtc.Ticks} {name}\n" : $"{name}\n");
        if (kind == "link")
            Directory.CreateSymbolicLink(_home.File($"prod/.{stem}.aaaaaaaa.part"), "../victim");
        Run(request => request with { DryRun = true });
        Assert.Equal("precious", File.ReadAllText(_home.File("victim/thesis.doc")));
        Assert.Equal(film, File.ReadAllBytes(_home.File("prod/film.mkv")));
        Assert.Empty(Directory.GetFileSystemEntries(_home.File("prod"), "*.part"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("chunks")]
    [InlineData("survey")]
    [InlineData("proposals")]
    [InlineData("proposals.next")]
    [InlineData("deliveries")]
    [InlineData("survey/survey.bin")]
    [InlineData("survey/survey.bin.part")]
    [InlineData("survey/index.jsonl")]
    [InlineData("survey/delivered.bin")]
    [InlineData("plan.json")]
    [InlineData("review.jsonl")]
    [InlineData(".review.lock")]
    [InlineData("policy.json")]
    [InlineData("wishes.jsonl")]
    [InlineData("decisions.jsonl")]
    [InlineData("links.jsonl")]
    [InlineData("work.json")]
    [InlineData(".lock")]
    [InlineData("deliveries/out.mkv.json")]
    [InlineData("deliveries/out.mkv.original.mkv")]
    public void A_link_in_a_work_folder_is_refused_or_replaced_and_never_followed(string name)
    {
        var link = _home.File($"prod/out.mkv.kinolux/{name}".TrimEnd('/'));
        Directory.CreateDirectory(Path.GetDirectoryName(link) ?? "");
        foreach (var target in (string[])[_home.File("victim"), _home.File("victim/thesis.doc"), _home.File("victim/new")])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(link) ?? "");
            File.CreateSymbolicLink(link, target);
            try
            {
                Run(request => request with { Overwrite = true, KeepOriginal = true });
            }
            catch (FaultException refused)
            {
                Assert.Equal("KX4107", refused.Fault.Code);
            }
            Assert.Equal(["thesis.doc"], Directory.GetFileSystemEntries(_home.File("victim")).Select(Path.GetFileName));
            Assert.Equal("precious", File.ReadAllText(_home.File("victim/thesis.doc")));
            if (new FileInfo(link).LinkTarget is not null)
                File.Delete(link);
            if (Directory.Exists(_home.File("prod/out.mkv.kinolux")))
                Directory.Delete(_home.File("prod/out.mkv.kinolux"), recursive: true);
        }
    }

    [Fact]
    public async Task Pipes_in_the_place_of_work_files_end_no_run()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "mkfifo");
        foreach (var name in (string[])["plan.json", "review.jsonl", "policy.json", "wishes.jsonl", "decisions.jsonl", "links.jsonl", "work.json", "survey/index.jsonl", "survey/survey.bin", "survey/delivered.bin", "proposals/00001.dirt.jsonl", ".lock", ".review.lock"])
        {
            var work = _home.File("prod/out.mkv.kinolux");
            Directory.CreateDirectory(Path.Combine(work, Path.GetDirectoryName(name) ?? ""));
            Tool.Run("mkfifo", [Path.Combine(work, name)]);
            var run = Task.Run(() => Refusal(() =>
            {
                Run(request => request with { Overwrite = true });
                using var opened = FilmWork.Open(work);
                new WorkReview(opened, TimeProvider.System, "Ann").Decide([DirtyFilm.Kind], Kinolux.Core.Review.Verdict.Wait, null);
                new WorkReview(opened, TimeProvider.System, "Ann").Why("0");
            }), TestContext.Current.CancellationToken);
            Assert.True(await Task.WhenAny(run, Task.Delay(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken)) == run, $"{name}: it never ends");
            Directory.Delete(work, recursive: true);
        }
    }

    [Fact]
    public void A_plan_that_names_a_film_elsewhere_is_not_shown_and_chunks_neither()
    {
        Run(request => request);
        var work = _home.File("prod/out.mkv.kinolux");
        var chunk = Directory.GetFiles(Path.Combine(work, "chunks"), "*.jsonl")[0];
        DirtyFilm.Write(_home.File("victim/private.mkv"), frames: 6);
        var lines = File.ReadAllLines(chunk);
        var name = System.Text.Json.Nodes.JsonNode.Parse(lines[0])!["film"]!.GetValue<string>(); // It has a film.
        Kinolux.Core.Files.SealedLines.Write(chunk, [lines[0].Replace(name, _home.File("victim/private.mkv"), StringComparison.Ordinal), .. lines[1..^1]]);
        File.Delete(_home.File("prod/out.mkv"));
        Assert.Null(new Kinolux.Restoration.Pictures.FramePlaces(_home.File("prod/film.mkv"), null, work).Find(Kinolux.Restoration.Pictures.FrameSide.After, 2));
        var again = Run(request => request);
        Assert.Equal(1, again.ChunksMade);
    }

    private RestoreOutcome Run(Func<RestoreRequest, RestoreRequest> change)
    {
        var output = _home.File("prod/out.mkv");
        return new RestorationRun(TimeProvider.System).Run(change(new RestoreRequest { Film = _home.File("prod/film.mkv"), Output = output, Work = WorkFolder.For(output), Quality = Quality.Fast, Only = ["despeckle"] }));
    }

    private static void Refusal(Action work)
    {
        try
        {
            work();
        }
        catch (FaultException)
        {
            // Refused with a code.
        }
    }
}

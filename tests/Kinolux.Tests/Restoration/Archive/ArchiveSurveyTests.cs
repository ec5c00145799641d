using Kinolux.Core.Processes;
using Kinolux.Core.Progress;
using Kinolux.Restoration.Archive;
using Kinolux.Tests.Cli;

namespace Kinolux.Tests.Restoration.Archive;

public sealed class ArchiveSurveyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _steps = [];

    public ArchiveSurveyTests()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        Directory.CreateDirectory(_folder.File("archive/b"));
        DirtyFilm.Write(_folder.File("archive/b/dirty.mkv"), frames: 24);
        KinoluxProgram.PutFilm(_folder.File("archive"), "a.mkv");
        File.WriteAllText(_folder.File("archive/b/=broken \"one\".mkv"), "no film");
    }

    private string Report => _folder.File("survey");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_film_is_a_row_and_one_that_is_at_fault_says_why()
    {
        var before = Listing();
        var reels = Run();
        Assert.Equal(before, Listing());
        Assert.Equal(["a.mkv", "b/=broken \"one\".mkv", "b/dirty.mkv"], reels.Select(reel => reel.Path));
        Assert.StartsWith("KX1004: ", reels[1].Fault, StringComparison.Ordinal);
        Assert.Equal(("pcm_s16le, 1 channel", ""), (reels[0].Sound, reels[2].Sound));
        Assert.All((Reel[])[reels[0], reels[2]], reel => Assert.True(reel is { Fault: null, Frames: 24, Trial.Frames: 24, Width: 96 } && reel.Estimate() is { Most: > 0 } && reel.IsWhole));
        Assert.True(reels[2].PerFrame("dirt", "blotch") > 0.5, $"{reels[2].PerFrame("dirt", "blotch")} specks a frame");
        var page = File.ReadAllText(Path.Combine(Report, "index.html"));
        Assert.Contains("3 films; 2 looked at, 48 frames, 00:00:02 long.", page, StringComparison.Ordinal);
        Assert.Contains("1 could not be read", page, StringComparison.Ordinal);
        // The worst first, those at fault last, and no name is a formula.
        Assert.Equal(["film", "b/dirty.mkv", "a.mkv", "b/=broken \"\"one\"\".mkv"], File.ReadAllLines(Path.Combine(Report, "survey.csv")).Select(line => line.Split(',')[0].Trim('"')));
    }

    [Fact]
    public void What_was_looked_at_is_looked_at_again_only_when_it_changed()
    {
        Run();
        File.AppendAllText(ArchiveSurvey.LogOf(Report), "{\"path\":\"torn");
        _steps.Clear();
        Assert.Equal(3, Run().Count);
        Assert.Empty(_steps);
        File.SetLastWriteTimeUtc(_folder.File("archive/a.mkv"), DateTime.UnixEpoch);
        Assert.Equal(3, Run().Count);
        Assert.Equal(["film 1 of 3, a.mkv"], _steps.Distinct());
        _steps.Clear();
        Run();
        Assert.Empty(_steps);
    }

    [Fact]
    public void A_survey_that_was_stopped_goes_on_where_it_was()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => Run(step =>
        {
            if (step.StartsWith("film 3", StringComparison.Ordinal))
                stop.Cancel();
        }, stop.Token));
        Assert.Contains("1 are still to come", File.ReadAllText(Path.Combine(Report, "index.html")), StringComparison.Ordinal);
        _steps.Clear();
        Assert.Equal(3, Run().Count);
        Assert.Equal(["film 3 of 3, dirty.mkv"], _steps.Distinct());
    }

    [Fact]
    public void Neither_hidden_films_nor_what_kinolux_made_nor_what_a_link_leads_to_is_of_the_archive()
    {
        foreach (var place in (string[])["archive/.hidden", "archive/out.mkv.kinolux/chunks", "archive/out.report", "elsewhere"])
            KinoluxProgram.PutFilm(Directory.CreateDirectory(_folder.File(place)).FullName, "not.mkv");
        File.CreateSymbolicLink(_folder.File("archive/linked"), _folder.File("elsewhere"));
        Assert.Equal(3, Run().Count);
    }

    [Theory]
    [InlineData("scan_%06d.png", "gray")]
    [InlineData("%d.tiff", "rgb48le")]
    public void Numbered_pictures_are_a_film_and_a_few_stills_are_none(string pattern, string pixels)
    {
        var scans = Directory.CreateDirectory(_folder.File("archive/100 % scans")).FullName;
        Tool.Run("ffmpeg", ["-v", "error", "-i", _folder.File("archive/b/dirty.mkv"), "-pix_fmt", pixels, "-start_number", "95", pattern], workingDirectory: scans);
        string Scan(int number) => Path.Combine(scans, pattern.Replace("%06d", $"{number:000000}", StringComparison.Ordinal).Replace("%d", $"{number}", StringComparison.Ordinal));
        for (var still = 1; still < 9; still++)
            File.Copy(Scan(95), Path.Combine(scans, $"still {still}{Path.GetExtension(pattern)}"));
        var reels = Run();
        Assert.Equal(4, reels.Count);
        var reel = reels.Single(reel => reel.Path == Path.Combine("100 % scans", pattern));
        Assert.True(reel is { Fault: null, Frames: 24, Trial.Frames: 24, Width: 96, Seconds: 1 }, $"{reel}");
        Assert.Contains("24 were supposed", Assert.Single(reel.Notes), StringComparison.Ordinal);
        Assert.True(reel.PerFrame("dirt", "blotch") > 0.5, $"{reel.PerFrame("dirt", "blotch")} specks a frame");
        _steps.Clear();
        Run();
        Assert.Empty(_steps);
        File.Delete(Scan(101));
        Assert.Contains(Run().Single(reel => reel.Path == Path.Combine("100 % scans", pattern)).Notes, note => note.Contains("101", StringComparison.Ordinal) || note.Contains("6", StringComparison.Ordinal));
        Assert.Equal([$"film 1 of 4, {pattern}"], _steps.Distinct());
    }

    [Fact]
    public void The_command_answers_in_words_and_in_one_document()
    {
        var words = KinoluxProgram.Run(_folder.Path, "kinolux survey archive -o survey");
        Assert.Equal((0, "3 films, 1 of them at fault\nopen survey/index.html\n"), (words.ExitCode, words.Output));
        var document = System.Text.Json.Nodes.JsonNode.Parse(KinoluxProgram.Run(_folder.Path, "kinolux survey archive -o survey --json").Output)!;
        Assert.Equal(3, document["films"]!.AsArray().Count);
        Assert.Contains("KX6005", KinoluxProgram.Run(_folder.Path, "kinolux survey nowhere -o survey").ErrorTail, StringComparison.Ordinal);
        Assert.Contains("KX4801", KinoluxProgram.Run(_folder.Path, "kinolux survey archive -o archive").ErrorTail, StringComparison.Ordinal);
    }

    private IReadOnlyList<Reel> Run(Action<string>? seen = null, CancellationToken cancel = default) =>
        new ArchiveSurvey(TimeProvider.System, new Steps(step =>
        {
            lock (_steps)
                _steps.Add(step);
            seen?.Invoke(step);
        })).Run(_folder.File("archive"), Report, cancel);

    private string Listing() => Tool.Run("ls", ["-lRA", "--full-time", _folder.File("archive")]).Output;

    private sealed class Steps(Action<string> seen) : IProgress<JobProgress>
    {
        public void Report(JobProgress value) => seen(value.Step);
    }
}

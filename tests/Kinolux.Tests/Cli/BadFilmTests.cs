using Kinolux.Media;

namespace Kinolux.Tests.Cli;

/// <summary>Films and wishes that cannot be: each ends in its fault, with its exit code, and leaves nothing; small and odd films are restored.</summary>
[Trait("Category", "Slow")]
public sealed class BadFilmTests
{
    [Theory]
    [InlineData("KX1001", 1, "", "nothing.mkv")]
    [InlineData("KX1002", 1, "mkdir bad", "bad")]
    [InlineData("KX1003", 1, ": > bad.mkv", "bad.mkv")]
    [InlineData("KX1004", 1, "echo a letter > bad.mkv", "bad.mkv")]
    [InlineData("KX1004", 1, "ffmpeg -v error -i clean.mkv -c:v libx264 whole.mp4 && head -c 3000 whole.mp4 > bad.mp4", "bad.mp4")]
    [InlineData("KX1005", 1, "ffmpeg -v error -i clean.mkv -map 0:a bad.wav", "bad.wav")]
    [InlineData("KX1006", 1, "printf '#EXTM3U\\n#EXTINF:10,\\nclean.mkv\\n' > bad.m3u8", "bad.m3u8")]
    [InlineData("KX2001", 2, "", "clean.mkv --quality worst")]
    [InlineData("KX2001", 2, "", "clean.mkv --jobs 0")]
    [InlineData("KX2010", 2, "", "clean.mkv --only nonsense")]
    [InlineData("KX2011", 2, "", "clean.mkv --set despeckle.nonsense=1")]
    [InlineData("KX2012", 2, "", "clean.mkv --set despeckle.max-size=99999")]
    [InlineData("KX1011", 2, "", "clean.mkv --range 12-24")]
    [InlineData("KX2301", 2, "echo '{\"version\":1}' > plan.json", "clean.mkv --plan plan.json")]
    [InlineData("KX2401", 2, "mkdir out.mkv.kinolux && echo '{\"verdict\":\"perhaps\"}' > out.mkv.kinolux/decisions.jsonl", "clean.mkv")]
    [InlineData("KX4801", 2, "mkdir mine && touch mine/letter", "clean.mkv --report mine")]
    public void What_cannot_be_done_ends_in_its_fault_and_leaves_nothing(string code, int exit, string before, string words)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        KinoluxProgram.PutFilm(folder.Path);
        Assert.Equal(0, KinoluxProgram.Run(folder.Path, before).ExitCode);
        var there = Files(folder);
        var result = KinoluxProgram.Run(folder.Path, $"kinolux restore -o out.mkv {words}");
        Assert.True(result.ErrorTail.Contains($"error {code}: ", StringComparison.Ordinal), result.ErrorTail);
        Assert.Contains("\ntry: ", result.ErrorTail, StringComparison.Ordinal);
        Assert.Equal(exit, result.ExitCode);
        Assert.Equal(there, Files(folder).Where(file => !file.EndsWith("/.lock", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_film_cut_short_is_restored_as_far_as_it_goes_and_the_report_of_the_run_says_so()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        KinoluxProgram.PutFilm(folder.Path);
        var result = KinoluxProgram.Run(folder.Path, "head -c 60000 clean.mkv > bad.mkv; kinolux restore bad.mkv -o out.mkv --quality fast --json");
        Assert.True(result.ExitCode == 0, result.Output + result.ErrorTail);
        Assert.Contains("cut short", result.Output, StringComparison.Ordinal);
        Assert.InRange(Film.Open(folder.File("out.mkv")).FrameCount, 2, 23);
    }

    [Theory]
    [InlineData("96x64", 1, "yuv420p", "yuv420p")]
    [InlineData("16x16", 4, "yuv420p", "yuv420p")]
    [InlineData("17x9", 4, "yuv420p", "yuv420p")]
    [InlineData("33x21", 4, "yuv444p10", "yuv444p10le")]
    [InlineData("96x64", 4, "gray10", "gray10le")]
    public void A_small_or_odd_film_is_restored_in_its_own_size_and_format(string size, int frames, string pixels, string expected)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        var result = KinoluxProgram.Run(folder.Path, $"ffmpeg -v error -f lavfi -i testsrc=s={size}:r=24 -frames:v {frames} -c:v ffv1 -pix_fmt {pixels} film.mkv && kinolux restore film.mkv -o out.mkv --report report");
        Assert.True(result.ExitCode == 0, result.ErrorTail);
        var film = Film.Open(folder.File("out.mkv"));
        Assert.Equal((frames, size, expected), (film.FrameCount, $"{film.Format.Width}x{film.Format.Height}", film.PixelFormat));
        Assert.Equal(["film.mkv", "out.mkv", "out.mkv.kinolux", "report"], Directory.EnumerateFileSystemEntries(folder.Path).Select(Path.GetFileName).Order());
    }

    private static List<string> Files(TemporaryFolder folder) => [.. Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}

using Kinolux.Tests.Restoration;

namespace Kinolux.Tests.Cli;

/// <summary>Where the program meets the system, and the system refuses: each ends in a code and never in a crash.</summary>
public sealed class EdgeTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public EdgeTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "/dev/full and the shell's closed descriptors");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("kinolux stages > /dev/full", 1)]
    [InlineData("kinolux stages --json > /dev/full", 1)]
    [InlineData("kinolux stages >&-", 1)]
    [InlineData("kinolux nonsense 2>&-", 2)]
    [InlineData("kinolux nonsense 2> /dev/full", 2)]
    [InlineData("kinolux stages > /dev/full 2>&1", 1)]
    public void What_takes_no_words_ends_in_an_exit_code_and_never_in_a_crash(string line, int exit)
    {
        var result = KinoluxProgram.Run(_folder.Path, line);
        Assert.True(result.ExitCode is 1 or 2 && result.ExitCode <= Math.Max(exit, 1), $"{line}: {result.ExitCode} {result.ErrorTail}");
        Assert.DoesNotContain("Unhandled", result.ErrorTail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_disk_under_standard_output_is_told()
    {
        var result = KinoluxProgram.Run(_folder.Path, "kinolux stages > /dev/full");
        Assert.Contains("error KX4001: ", result.ErrorTail, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_gone_and_a_home_that_is_not_there_end_in_no_crash()
    {
        var gone = KinoluxProgram.Run(_folder.Path, "mkdir gone && cd gone && rmdir ../gone && kinolux analyse x.mkv");
        Assert.InRange(gone.ExitCode, 1, 3);
        Assert.Contains("error KX", gone.ErrorTail, StringComparison.Ordinal);
        var homeless = KinoluxProgram.Run(_folder.Path, "HOME=/nowhere/at/all XDG_STATE_HOME= kinolux stages");
        Assert.True(homeless.ExitCode == 0, homeless.ErrorTail);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public void A_name_too_long_for_what_is_put_behind_it_is_told_before_the_first_frame()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        DirtyFilm.Write(_folder.File("film.mkv"), frames: 4);
        foreach (var length in (int[])[243, 251, 255, 300])
        {
            var result = KinoluxProgram.Run(_folder.Path, $"kinolux restore film.mkv -o {new string('a', length - 4)}.mkv");
            Assert.Equal(2, result.ExitCode);
            Assert.Contains("error KX4109: ", result.ErrorTail, StringComparison.Ordinal);
            Assert.Equal(["film.mkv"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
        }
        var longest = new string('ä', 119) + ".mkv";
        var whole = KinoluxProgram.Run(_folder.Path, $"kinolux restore film.mkv -o {longest} --only despeckle --keep-original");
        Assert.True(whole.ExitCode == 0, whole.ErrorTail);
        Assert.True(File.Exists(_folder.File(longest)));
    }
}

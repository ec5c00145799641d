using Kinolux.Media;

namespace Kinolux.Tests.Cli;

/// <summary>A percent sign in a name is a letter; it stands for a number only in the name of pictures.</summary>
[Trait("Category", "Slow")]
public sealed class PercentNameTests
{
    [Theory]
    [InlineData("a 75%.mkv", "neg 50%.mkv")]
    [InlineData("50%_x/a.mkv", "%05d/b %03d.mkv")]
    public void Every_command_takes_a_name_with_a_percent_sign_as_any_name(string first, string second)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        KinoluxProgram.PutFilm(folder.Path);
        Run(folder, $"mkdir -p '50%_x' '%05d'; ffmpeg -v error -i clean.mkv -vf negate -c:v ffv1 'in {Path.GetFileName(second)}'");
        Run(folder, $"kinolux restore clean.mkv -o '{first}' --only despeckle --range 0-5");
        Run(folder, $"kinolux restore 'in {Path.GetFileName(second)}' -o '{second}' --only despeckle --range 0-5 --report 'rep%d'");
        foreach (var name in (string[])[first, second])
        {
            Assert.True(Directory.Exists(folder.File(name + ".kinolux")));
            Run(folder, $"kinolux review '{name}' --list");
            Run(folder, $"kinolux why '{name}' --at 2,5,5");
            Assert.Contains("proven: ", Run(folder, $"kinolux verify '{name}' --fail-on error"), StringComparison.Ordinal);
        }
        Assert.Equal(6, Film.Open(folder.File(second)).FrameCount);
        Run(folder, $"kinolux analyse 'in {Path.GetFileName(second)}' --only despeckle");
        Assert.True(File.Exists(folder.File($"in {Path.GetFileName(second)}.kinolux/plan.json")));
        Assert.DoesNotContain(Directory.EnumerateDirectories(Path.GetDirectoryName(folder.Path) ?? "/"), name => name == folder.Path + ".kinolux");
    }

    [Fact]
    public void Pictures_in_a_folder_with_a_percent_sign_are_read_and_written()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        KinoluxProgram.PutFilm(folder.Path);
        Run(folder, "mkdir '50%d' '100%'; kinolux restore clean.mkv -o '50%d/p 5%%_%03d.png' --only despeckle --range 0-5");
        Assert.True(File.Exists(folder.File("50%d/p 5%_003.png")));
        Assert.True(Directory.Exists(folder.File("50%d.kinolux")));
        Run(folder, "kinolux restore '50%d/p 5%%_%03d.png' --rate 24 -o '100%/q%%%02d.dpx' --only despeckle");
        Assert.Contains("proven: ", Run(folder, "kinolux verify '100%/q%%%02d.dpx' --fail-on error"), StringComparison.Ordinal);
        Assert.Equal(6, Directory.EnumerateFiles(folder.File("100%"), "q%*.dpx").Count());
    }

    private static string Run(TemporaryFolder folder, string script)
    {
        var result = KinoluxProgram.Run(folder.Path, script);
        Assert.True(result.ExitCode == 0, script + "\n" + result.Output + result.ErrorTail);
        return result.Output;
    }
}

using System.Text.RegularExpressions;
using Kinolux.Tests.Cli;

namespace Kinolux.Tests.House;

[Trait("Category", "Slow")]
public sealed partial class GuideTests
{
    [Fact]
    public void The_commands_of_the_guide_work()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        foreach (var page in Directory.GetFiles(Repository.File("docs", "guide"), "*.md").Order())
        {
            using var folder = new TemporaryFolder();
            KinoluxProgram.PutFilm(folder.Path);
            var damaged = KinoluxProgram.Run(folder.Path, "kinolux degrade clean.mkv -o film.mkv --only dirt,flicker --strength 2");
            Assert.True(damaged.ExitCode == 0, damaged.ErrorTail);
            foreach (Match block in Block().Matches(File.ReadAllText(page)))
                foreach (var line in block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                {
                    var result = KinoluxProgram.Run(folder.Path, line);
                    Assert.True(result.ExitCode == 0, $"{Path.GetFileName(page)}: {line}\n{result.Output}{result.ErrorTail}");
                }
        }
    }

    [GeneratedRegex(@"^```sh\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}

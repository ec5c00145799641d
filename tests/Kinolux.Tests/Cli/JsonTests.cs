using System.Text.Json;

namespace Kinolux.Tests.Cli;

/// <summary>With --json every command writes exactly one JSON document to standard output.</summary>
public sealed class JsonTests
{
    [Fact]
    public void Every_command_writes_one_document()
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        using var folder = new TemporaryFolder();
        KinoluxProgram.PutFilm(folder.Path);
        string[] lines =
        [
            "stages", "stages despeckle", "help restore", "completion bash", "doctor", "models", "probe clean.mkv", "degrade clean.mkv -o damaged.mkv --only dirt --truth truth", "analyse damaged.mkv --work w --only despeckle", "review w --list",
            "restore damaged.mkv -o out.mkv --only despeckle", "restore damaged.mkv -o out.mkv --only despeckle --overwrite --dry-run", "review out.mkv --reject dirt", "why out.mkv --at 3", "verify out.mkv",
            "evaluate out.mkv --reference clean.mkv --damaged damaged.mkv --truth truth",
        ];
        foreach (var line in lines)
        {
            var result = KinoluxProgram.Run(folder.Path, $"kinolux {line} --json");
            Assert.True(result.ExitCode == 0, $"{line}: {result.Output}{result.ErrorTail}");
            using var document = JsonDocument.Parse(result.Output);
            Assert.Equal(JsonValueKind.Object, document.RootElement.ValueKind);
        }
    }
}

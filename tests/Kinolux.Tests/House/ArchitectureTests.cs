using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kinolux.Tests.House;

public sealed partial class ArchitectureTests
{
    [Fact]
    public void Every_project_references_exactly_what_ARCHITECTURE_says()
    {
        var table = Table();
        var actual = Projects("src").ToDictionary(path => Path.GetFileNameWithoutExtension(path), References);
        Assert.Equal(table.Keys.Order(), actual.Keys.Order());
        Assert.All(actual, project => Assert.Equal(table[project.Key].Order(), project.Value.Order()));
    }

    [Fact]
    public void Every_reference_is_used()
    {
        foreach (var project in Projects("src"))
        {
            var text = string.Join('\n', Repository.Sources(Path.Combine("src", Path.GetFileNameWithoutExtension(project))).Select(File.ReadAllText));
            Assert.All(References(project), reference => Assert.True(text.Contains($"using {reference}", StringComparison.Ordinal) || text.Contains($"{reference}.", StringComparison.Ordinal), $"{Path.GetFileNameWithoutExtension(project)} uses nothing of {reference}."));
        }
    }

    public static TheoryData<string> ProjectNames => [.. Projects("src").Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(ProjectNames))]
    public void No_folders_of_a_project_wait_for_each_other(string project)
    {
        var open = new Dictionary<string, HashSet<string>>();
        foreach (var file in Repository.Sources(Path.Combine("src", project)))
        {
            var folder = FolderOf(Path.GetRelativePath(Repository.File("src", project), file));
            var used = Using().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value).Where(name => name == project || name.StartsWith(project + '.', StringComparison.Ordinal))
                .Select(name => name == project ? "" : name[(project.Length + 1)..].Split('.')[0]).Where(other => other != folder);
            (open.TryGetValue(folder, out var others) ? others : open[folder] = []).UnionWith(used);
        }
        while (open.Count > 0)
        {
            var free = open.Where(folder => !folder.Value.Overlaps(open.Keys)).Select(folder => folder.Key).ToList();
            Assert.True(free.Count > 0, $"These wait for each other: {string.Join("; ", open.Select(folder => $"{folder.Key} for {string.Join(", ", folder.Value.Intersect(open.Keys))}"))}");
            free.ForEach(folder => open.Remove(folder));
        }
    }

    [Fact]
    public void The_table_has_no_circle()
    {
        var open = Table();
        while (open.Count > 0)
        {
            var free = open.Where(row => !row.Value.Overlaps(open.Keys)).Select(row => row.Key).ToList();
            Assert.True(free.Count > 0, $"These wait for each other: {string.Join(", ", open.Keys)}");
            free.ForEach(project => open.Remove(project));
        }
    }

    [Fact]
    public void The_solution_holds_every_project()
    {
        var solution = XDocument.Load(Repository.File("Kinolux.slnx")).Descendants("Project").Select(project => project.Attribute("Path")?.Value).Order();
        var found = new[] { "src", "tests", "bench" }.SelectMany(Projects).Select(path => Path.GetRelativePath(Repository.Root, path)).Order();
        Assert.Equal(found, solution);
    }

    [Fact]
    public void Only_Tool_starts_processes_and_only_the_command_line_talks_to_the_terminal()
    {
        foreach (var file in Repository.Sources("src").Where(file => File.ReadAllText(file).Contains("disable RS0030", StringComparison.Ordinal)))
            Assert.Contains(Path.GetRelativePath(Repository.Root, file), (string[])["src/Kinolux.Core/Processes/Tool.cs", "src/Kinolux.Cli/Program.cs"]);
    }

    [Fact]
    public void JSON_is_read_in_one_place_with_one_null_rule()
    {
        var reads = new Regex(@"\.Deserialize(Async)?[<(]|Json(Document|Node)\.Parse|ReadFromJsonAsync");
        Assert.DoesNotContain(Repository.Sources("src"), file => Path.GetFileName(file) is not ("KinoluxJson.cs" or "PlacedConverter.cs") && reads.IsMatch(File.ReadAllText(file)));
    }

    [Fact]
    public void Rows_are_split_over_threads_by_the_row_runner_alone()
    {
        foreach (var file in Repository.Sources("src/Kinolux.Core").Concat(Repository.Sources("src/Kinolux.Restore")).Where(file => File.ReadAllText(file).Contains("Parallel.For(", StringComparison.Ordinal)))
            Assert.Equal("RowRunner.cs", Path.GetFileName(file));
    }

    [Fact]
    public void Files_stay_readable()
    {
        var long_ = Repository.Sources("src").Select(file => (file, File.ReadLines(file).Count())).Where(entry => entry.Item2 > 450).Select(entry => $"{Path.GetRelativePath(Repository.Root, entry.file)}: {entry.Item2} lines");
        Assert.Empty(long_);
    }

    // Rows that cannot be read fail: a project that nobody sees is held to nothing.
    private static Dictionary<string, HashSet<string>> Table()
    {
        var rows = File.ReadLines(Repository.File("ARCHITECTURE.md")).SkipWhile(line => !line.StartsWith("| project |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.StartsWith('|')).Select(line => (Line: line, Match: Row().Match(line))).ToList();
        Assert.All(rows, row => Assert.True(row.Match.Success, $"This row cannot be read: {row.Line}"));
        return rows.ToDictionary(
            row => row.Match.Groups[1].Value,
            row => row.Match.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries).Where(name => name != "–").ToHashSet());
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(path)?.Split('/')[0] ?? "";

    private static IEnumerable<string> Projects(string folder) =>
        Directory.Exists(Repository.File(folder)) ? Directory.EnumerateFiles(Repository.File(folder), "*.csproj", SearchOption.AllDirectories) : [];

    private static HashSet<string> References(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")?.Value ?? ""))];

    [GeneratedRegex(@"^using (Kinolux[\w.]*);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^\| `(Kinolux(?:\.\w+)+)` \| (–|Kinolux(?:\.\w+)+(?:, Kinolux(?:\.\w+)+)*) \| \S[^|]*\|$")]
    private static partial Regex Row();
}

using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kinolux.Tests.House;

public sealed partial class ArchitectureTests
{
    [Fact]
    public void Every_project_references_exactly_what_ARCHITECTURE_allows()
    {
        var allowed = Table();
        var actual = Projects("src").ToDictionary(path => Path.GetFileNameWithoutExtension(path), References);
        Assert.Equal(allowed.Keys.Order(), actual.Keys.Order());
        foreach (var (project, references) in actual)
            Assert.True(references.IsSubsetOf(allowed[project]), $"{project} references {string.Join(", ", references.Except(allowed[project]))}, which ARCHITECTURE.md does not allow.");
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

    private static Dictionary<string, HashSet<string>> Table() =>
        Row().Matches(File.ReadAllText(Repository.File("ARCHITECTURE.md"))).ToDictionary(
            row => row.Groups[1].Value,
            row => row.Groups[2].Value.Split(',', StringSplitOptions.TrimEntries).Where(name => name != "–").Select(name => $"Kinolux.{name}").ToHashSet());

    private static IEnumerable<string> Projects(string folder) =>
        Directory.Exists(Repository.File(folder)) ? Directory.EnumerateFiles(Repository.File(folder), "*.csproj", SearchOption.AllDirectories) : [];

    private static HashSet<string> References(string project) =>
        [.. XDocument.Load(project).Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")?.Value ?? ""))];

    [GeneratedRegex(@"^\| `(Kinolux\.\w+)` \| ([^|]+?) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}

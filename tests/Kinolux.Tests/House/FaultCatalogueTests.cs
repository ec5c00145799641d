using System.Text.RegularExpressions;
using Kinolux.Core.Faults;
using Kinolux.Tests.Cli;

namespace Kinolux.Tests.House;

public sealed partial class FaultCatalogueTests
{
    public static TheoryData<string> Examples => new(FaultCatalogue.All.Where(entry => entry.Example.Length > 0).Select(entry => entry.Code));

    [Fact]
    public void Every_code_in_the_source_is_in_the_catalogue_and_every_entry_is_used()
    {
        var used = Repository.Sources("src").SelectMany(file => Code().Matches(WithoutComments(file)).Select(match => match.Value.Trim('"'))).ToHashSet();
        var known = FaultCatalogue.All.Select(entry => entry.Code).ToHashSet();
        Assert.Empty(used.Except(known));
        Assert.Empty(known.Except(used));
    }

    [Fact]
    public void Every_entry_is_complete_and_its_file_is_named_after_it()
    {
        foreach (var entry in FaultCatalogue.All)
        {
            Assert.True(entry.Title.Length > 0 && entry.Message.Length > 0 && entry.Remedy.Length > 0 && entry.Cause.Length > 0, $"{entry.Code} lacks a title, message, remedy or cause.");
            Assert.Contains(entry.ExitCode, (int[])[1, 2, 3, 130]);
            Assert.Single(Documents, file => Path.GetFileName(file).StartsWith(entry.Code + "-", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_fault_is_described_in_the_lowest_project_that_throws_it()
    {
        var throwers = Repository.Sources("src").SelectMany(file => Code().Matches(WithoutComments(file)).Select(match => (Code: match.Value.Trim('"'), Project: ProjectOf(file)))).ToLookup(one => one.Code, one => one.Project);
        foreach (var file in Documents)
        {
            var (project, own) = (ProjectOf(file), throwers[Path.GetFileName(file)[..6]].ToHashSet());
            Assert.Contains(project, own);
            var below = File.ReadAllText(Repository.File("src", project, project + ".csproj"));
            Assert.DoesNotContain(own, other => below.Contains($"{other}.csproj", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Every_fault_is_in_one_of_the_ranges_and_in_a_project_that_has_it()
    {
        var ranges = Range().Matches(File.ReadAllText(Repository.File("CONTRIBUTING.md")))
            .Select(row => (First: row.Groups[1].Value, Last: row.Groups[2].Value, Projects: row.Groups[3].Value.Split(", "))).ToList();
        Assert.True(ranges.Count > 10, "CONTRIBUTING.md has no table of ranges that can be read.");
        foreach (var file in Documents)
        {
            var (code, project) = (Path.GetFileName(file)[2..6], ProjectOf(file)["Kinolux.".Length..]);
            var range = Assert.Single(ranges, range => string.CompareOrdinal(range.First, code) <= 0 && string.CompareOrdinal(code, range.Last) <= 0);
            Assert.True(range.Projects.Contains(project), $"KX{code} is of {project}, which has no part in KX{range.First}-{range.Last}.");
        }
        // Nor does a range name a project that has no fault in it.
        foreach (var range in ranges)
            Assert.All(range.Projects, project => Assert.Contains(Documents, file =>
                ProjectOf(file) == "Kinolux." + project && string.CompareOrdinal(range.First, Path.GetFileName(file)[2..6]) <= 0 && string.CompareOrdinal(Path.GetFileName(file)[2..6], range.Last) <= 0));
    }

    [Fact]
    public void A_thrown_fault_fills_every_placeholder()
    {
        foreach (var file in Repository.Sources("src"))
        {
            var text = WithoutComments(file);
            foreach (Match thrown in Thrown().Matches(text))
            {
                var entry = FaultCatalogue.All.First(entry => entry.Code == thrown.Groups[1].Value);
                var given = Name().Matches(Call(text, thrown.Index)).Select(name => name.Groups[1].Value).ToHashSet();
                var wanted = Placeholder().Matches(entry.Message + entry.Remedy).Select(name => name.Groups[1].Value);
                Assert.True(given.IsSupersetOf(wanted), $"{Path.GetFileName(file)} throws {entry.Code} without {string.Join(", ", wanted.Except(given))}.");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_example_ends_in_this_very_fault(string code)
    {
        Assert.SkipUnless(Tools.HasFfmpeg, "ffmpeg is not installed");
        var entry = FaultCatalogue.All.First(entry => entry.Code == code);
        using var folder = new TemporaryFolder();
        KinoluxProgram.PutFilm(folder.Path);
        var result = KinoluxProgram.Run(folder.Path, entry.Example);
        Assert.True(result.ErrorTail.Contains($"error {code}: ", StringComparison.Ordinal), $"{entry.Example}\n{result.Output}{result.ErrorTail}");
        Assert.DoesNotMatch(@"\{\w+\}", result.ErrorTail);
        Assert.Equal(entry.ExitCode, result.ExitCode);
    }

    private static IEnumerable<string> Documents => Directory.GetFiles(Repository.File("src"), "KX*.md", SearchOption.AllDirectories);

    private static string ProjectOf(string file) => Path.GetRelativePath(Repository.File("src"), file).Split(Path.DirectorySeparatorChar)[0];

    private static string WithoutComments(string file) => string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

    // From the name to the bracket that closes the call.
    private static string Call(string text, int start)
    {
        var open = 0;
        for (var at = start; at < text.Length; at++)
        {
            open += text[at] == '(' ? 1 : text[at] == ')' ? -1 : 0;
            if (text[at] == ')' && open == 0)
                return text[start..at];
        }
        return text[start..];
    }

    [GeneratedRegex(@"""KX\d{4}""")]
    private static partial Regex Code();

    [GeneratedRegex(@"^\| KX(\d{4})-(\d{4}) \| [^|]+ \| ([\w, ]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Range();

    [GeneratedRegex(@"FaultException\.Of\(""(KX\d{4})""")]
    private static partial Regex Thrown();

    [GeneratedRegex(@"\(""(\w+)"",")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}

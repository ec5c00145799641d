using System.Reflection;

namespace Kinolux.Tests.House;

public sealed class PublicApiReferenceTests
{
    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Repository.File("src")).Select(folder => Path.GetFileName(folder)).Where(name => File.Exists(Repository.File("src", name, $"{name}.csproj"))).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void What_a_project_offers_the_others_is_what_its_list_says(string project)
    {
        var path = Repository.File("tests", "Kinolux.Tests", "House", "PublicApi", $"{project}.txt");
        var now = PublicApi.Of(Assembly.Load(project == "Kinolux.Cli" ? "kinolux" : project));
        if (Environment.GetEnvironmentVariable("KINOLUX_DOCS") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? "");
            File.WriteAllText(path, now);
        }
        var (said, found) = (File.Exists(path) ? File.ReadAllLines(path) : [], now.TrimEnd('\n').Split('\n'));
        Assert.True(said.Where(line => line.Length > 0).SequenceEqual(found.Where(line => line.Length > 0)),
            $"{project} offers something else: run ./dev docs and look at what changes in {Path.GetRelativePath(Repository.Root, path)}\n- {string.Join("\n- ", said.Except(found).Take(10))}\n+ {string.Join("\n+ ", found.Except(said).Take(10))}");
    }

    [Fact]
    public void Every_list_has_its_project()
    {
        var strays = Directory.GetFiles(Repository.File("tests", "Kinolux.Tests", "House", "PublicApi")).Where(path => !File.Exists(Repository.File("src", Path.GetFileNameWithoutExtension(path), $"{Path.GetFileNameWithoutExtension(path)}.csproj"))).ToList();
        if (Environment.GetEnvironmentVariable("KINOLUX_DOCS") == "write")
            strays.ForEach(File.Delete);
        else
            Assert.Empty(strays);
    }
}

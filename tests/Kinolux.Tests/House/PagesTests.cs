using System.Text.RegularExpressions;

namespace Kinolux.Tests.House;

public sealed partial class PagesTests
{
    [Fact]
    public void The_README_starts_with_the_two_commands()
    {
        var commands = Command().Matches(File.ReadAllText(Repository.File("README.md"))).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal("./kinolux demo", commands[0]);
        Assert.Equal("./dev test", commands[1]);
    }

    [Fact]
    public void Links_between_pages_lead_somewhere()
    {
        foreach (var page in Repository.Files().Where(file => file.EndsWith(".md", StringComparison.Ordinal)))
            foreach (Match link in Link().Matches(File.ReadAllText(page)))
            {
                var target = Path.Combine(Path.GetDirectoryName(page) ?? "", link.Groups[1].Value);
                Assert.True(Path.Exists(target), $"{Path.GetRelativePath(Repository.Root, page)} links to {link.Groups[1].Value}, which is not there.");
            }
    }

    [Fact]
    public void Every_decision_says_when_to_reopen_it()
    {
        Assert.SkipUnless(Directory.Exists(Repository.File("docs", "decisions")), "there are no decisions yet");
        var numbers = new HashSet<string>();
        foreach (var file in Decisions())
        {
            Assert.Matches(@"^\d{4}-[a-z0-9-]+\.md$", Path.GetFileName(file));
            Assert.True(numbers.Add(Path.GetFileName(file)[..4]), $"{Path.GetFileName(file)}: the number is taken.");
            Assert.True(File.ReadAllText(file).TrimEnd().Split('\n')[^1].Contains("Reopen when", StringComparison.OrdinalIgnoreCase), $"{Path.GetFileName(file)} must end with \"Reopen when …\".");
        }
    }

    [Fact]
    public void The_index_of_decisions_names_each_once_and_each_carries_its_number()
    {
        var named = Link().Matches(File.ReadAllText(Repository.File("docs", "decisions", "README.md"))).Select(match => match.Groups[1].Value).Where(target => !target.StartsWith("..", StringComparison.Ordinal));
        Assert.Equal(Decisions().Select(file => Path.GetFileName(file)), named.Order(StringComparer.Ordinal));
        Assert.All(Decisions(), file => Assert.StartsWith($"# {Path.GetFileName(file)[..4]} ", File.ReadLines(file).First(), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Decisions() =>
        Directory.GetFiles(Repository.File("docs", "decisions"), "*.md").Where(file => Path.GetFileName(file) != "README.md").Order(StringComparer.Ordinal);

    [GeneratedRegex(@"^(\./(?:kinolux|dev) ?[^#\n]*?)\s*(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}

using System.Text.RegularExpressions;

namespace Kinolux.Tests.House;

/// <summary>What must not be in a repository that strangers clone: paths and hosts of one machine, and names that say nothing.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void No_file_names_a_machines_own_paths_or_hosts()
    {
        foreach (var file in Repository.Files())
        {
            var found = Machine().Matches(File.ReadAllText(file)).Select(match => match.Value).Distinct().ToList();
            Assert.True(found.Count == 0, $"{Path.GetRelativePath(Repository.Root, file)} says {string.Join(", ", found)}");
        }
    }

    [Fact]
    public void Types_are_named_in_the_fields_words()
    {
        foreach (var file in Repository.Sources("src"))
            Assert.DoesNotMatch(@"\b(?:class|record|struct|interface) \w*(?:Manager|Helper|Util|Utils|Service|Processor|Impl)\b", File.ReadAllText(file));
    }

    [Fact]
    public void The_lock_file_of_the_web_packages_names_no_mirror()
    {
        var path = Repository.File("web", "package-lock.json");
        Assert.SkipUnless(File.Exists(path), "there are no web packages yet");
        foreach (Match host in Regex.Matches(File.ReadAllText(path), @"""resolved"": ""https?://([^/""]+)"))
            Assert.Equal("registry.npmjs.org", host.Groups[1].Value);
    }

    [Fact]
    public void Documentation_is_plain_English()
    {
        foreach (var file in Repository.Files().Where(file => Path.GetExtension(file) is ".md" or ".cs"))
            foreach (var line in File.ReadLines(file).Where(line => Path.GetExtension(file) == ".md" || line.TrimStart().StartsWith("///", StringComparison.Ordinal)))
                Assert.False(Quaint().IsMatch(line), $"{Path.GetRelativePath(Repository.Root, file)} says \"lies\" or \"anew\"; is, again: {line.Trim()}");
    }

    [GeneratedRegex(@"\blies\b(?!"")|\banew\b", RegexOptions.IgnoreCase)]
    private static partial Regex Quaint();

    // Put together from parts, so that this file does not find itself.
    [GeneratedRegex(@"/wor[k]/(?:wt|main|shared)|/roo[t]/|/hom[e]/[a-z]+/|artifactor[y]|\.interna[l]\b(?:[:/])", RegexOptions.IgnoreCase)]
    private static partial Regex Machine();
}

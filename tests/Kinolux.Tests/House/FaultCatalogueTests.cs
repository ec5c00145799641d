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
            Assert.Single(Directory.GetFiles(Repository.File("src", "Kinolux.Core", "Faults", "Catalogue"), $"{entry.Code}-*.md"));
        }
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

    [GeneratedRegex(@"FaultException\.Of\(""(KX\d{4})""")]
    private static partial Regex Thrown();

    [GeneratedRegex(@"\(""(\w+)"",")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();
}

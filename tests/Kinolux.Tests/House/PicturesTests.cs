using System.Text.RegularExpressions;

namespace Kinolux.Tests.House;

/// <summary>The pictures of README and guide.</summary>
public sealed partial class PicturesTests
{
    private static readonly string Folder = Repository.File("docs", "pictures");

    [Fact]
    public void A_picture_that_a_document_shows_is_there_and_is_said_in_words()
    {
        foreach (var (page, words, file) in Shown())
        {
            Assert.True(File.Exists(file), $"{page} shows {Path.GetFileName(file)}, which is not there");
            Assert.True(words.Length > 40, $"{page} says too little of {Path.GetFileName(file)} to whoever does not see it");
        }
    }

    [Fact]
    public void No_picture_is_there_that_nothing_shows_or_that_dev_pictures_does_not_make()
    {
        var shown = Shown().Select(picture => picture.File).ToHashSet();
        var script = File.ReadAllText(Repository.File("build", "pictures.mjs"));
        foreach (var file in Directory.GetFiles(Folder))
        {
            Assert.Contains(file, shown);
            Assert.Contains($"'{Path.GetFileNameWithoutExtension(file)}'", script, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Pictures_are_small()
    {
        var sizes = Directory.GetFiles(Folder).Select(file => new FileInfo(file).Length).ToList();
        Assert.All(sizes, size => Assert.InRange(size, 1, 80_000));
        Assert.InRange(sizes.Sum(), 1, 900_000);
    }

    private static IEnumerable<(string Page, string Words, string File)> Shown() =>
        from page in (string[])[Repository.File("README.md"), .. Directory.GetFiles(Repository.File("docs", "guide"), "*.md")]
        from Match picture in Picture().Matches(File.ReadAllText(page))
        select (Path.GetFileName(page), picture.Groups[1].Value, Path.GetFullPath(picture.Groups[2].Value, Path.GetDirectoryName(page) ?? ""));

    [GeneratedRegex(@"!\[([^\]]*)\]\(([^)\s]+)\)")]
    private static partial Regex Picture();
}

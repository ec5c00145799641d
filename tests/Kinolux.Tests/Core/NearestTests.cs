using Kinolux.Core.Text;

namespace Kinolux.Tests.Core;

public sealed class NearestTests
{
    private static readonly string[] Stages = ["stabilise", "deflicker", "despeckle", "scratches", "stains"];

    [Theory]
    [InlineData("stabilize", "stabilise")]
    [InlineData("deflciker", "deflicker")]
    [InlineData("scratch", "scratches")]
    [InlineData("stain", "stains")]
    [InlineData("colour", null)]
    [InlineData("", null)]
    public void A_misspelling_finds_its_word(string word, string? meant) => Assert.Equal(meant, Nearest.Of(word, Stages));

    [Theory]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    public void Distance_counts_edits(string a, string b, int edits) => Assert.Equal(edits, Nearest.Distance(a, b));
}

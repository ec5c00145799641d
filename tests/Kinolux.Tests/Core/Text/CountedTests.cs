using Kinolux.Core.Text;

namespace Kinolux.Tests.Core.Text;

public sealed class CountedTests
{
    [Theory]
    [InlineData(0, "0 pages")]
    [InlineData(1, "1 page")]
    [InlineData(2000, "2000 pages")]
    public void One_is_one_and_all_else_are_many(int count, string words) => Assert.Equal(words, Counted.Of(count, "page"));

    [Fact]
    public void Some_words_have_a_plural_of_their_own() => Assert.Equal(("1 speech", "2 speeches"), (Counted.Of(1, "speech", "speeches"), Counted.Of(2, "speech", "speeches")));
}

using Kinolux.Core.Review;

namespace Kinolux.Tests.Core.Places;

public sealed class TextPlaceTests : PlaceContract
{
    private const string Words = "one two three four five six seven";

    private protected override Place Any(Random random)
    {
        var parts = Words.Split(' ');
        var first = random.Next(parts.Length);
        var line = random.Next(6);
        return new TextPlace(random.Next(3) == 0 ? null : $"e{random.Next(3)}", new Extent(line, line + random.Next(2)), string.Join(' ', parts[first..(first + 1 + random.Next(parts.Length - first))]));
    }

    [Fact]
    public void Equal_quotes_in_two_elements_never_meet() =>
        Assert.False(new TextPlace("a", new Extent(3, 3), "He runs.").Meets(new TextPlace("b", new Extent(3, 3), "He runs.")));
}

using FsCheck;
using FsCheck.Fluent;
using Kinolux.Core.Time;

namespace Kinolux.Tests.Core;

public sealed class RationalTests
{
    [Fact]
    public void Ratios_are_in_lowest_terms_with_the_sign_above()
    {
        Assert.Equal(new Rational(1, 2), new Rational(-5, -10));
        Assert.Equal("-3/4", new Rational(6, -8).ToString());
        Assert.Equal("0", new Rational(0, -7).ToString());
        Assert.Equal(Rational.Zero, new Rational(0, 9));
        Assert.Throws<ArgumentException>(() => new Rational(1, 0));
    }

    [Fact]
    public void Sums_and_products_undo_each_other_exactly() =>
        Prop.ForAll<int, int, int>((a, b, c) =>
        {
            var x = new Rational(a, Math.Max(1, Math.Abs((long)b)));
            var y = new Rational(c, 1001);
            return x + y - y == x && (y.Numerator == 0 || x * y / y == x);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Order_is_that_of_the_numbers() =>
        Prop.ForAll<int, int>((a, b) =>
        {
            var (x, y) = (new Rational(a, 24), new Rational(b, 25));
            return x < y == ((long)a * 25 < (long)b * 24);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_read_back_is_the_same_ratio() =>
        Prop.ForAll<int, int>((a, b) =>
        {
            var x = new Rational(a, Math.Max(1, Math.Abs((long)b)));
            return Rational.TryParse(x.ToString(), out var back) && back == x;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("24000/1001", 24000, 1001)]
    [InlineData("16:9", 16, 9)]
    [InlineData("23.976", 2997, 125)]
    [InlineData("25", 25, 1)]
    public void Rates_are_read_exactly(string text, long numerator, long denominator)
    {
        Assert.True(Rational.TryParse(text, out var value));
        Assert.Equal(new Rational(numerator, denominator), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1/0")]
    [InlineData("24,5")]
    [InlineData("fast")]
    [InlineData("99999999999999999999/1")]
    [InlineData("1/-1")]
    public void What_is_no_ratio_is_refused(string text) => Assert.False(Rational.TryParse(text, out _));

    [Theory]
    [InlineData(7, 2, 3, 4)]
    [InlineData(-7, 2, -4, -4)]
    [InlineData(5, 3, 1, 2)]
    [InlineData(-5, 3, -2, -2)]
    [InlineData(4, 1, 4, 4)]
    public void Floor_and_round_go_where_they_say(long numerator, long denominator, long floor, long round)
    {
        Assert.Equal(floor, new Rational(numerator, denominator).Floor());
        Assert.Equal(round, new Rational(numerator, denominator).Round());
    }

    [Fact]
    public void A_day_of_film_at_24000_1001_stays_exact()
    {
        var duration = new Rational(1001, 24000);
        var sum = Rational.Zero;
        for (var i = 0; i < 10_000; i++)
            sum += duration;
        Assert.Equal(new Rational(1001 * 10_000L, 24000), sum);
    }
}

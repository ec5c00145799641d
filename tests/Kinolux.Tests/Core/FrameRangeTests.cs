using FsCheck;
using FsCheck.Fluent;
using Kinolux.Core.Time;

namespace Kinolux.Tests.Core;

public sealed class FrameRangeTests
{
    [Fact]
    public void Both_ends_are_included()
    {
        var range = new FrameRange(12, 40);
        Assert.Equal(29, range.Count);
        Assert.True(range.Contains(12) && range.Contains(40));
        Assert.False(range.Contains(11) || range.Contains(41));
        Assert.Equal(1, FrameRange.Single(7).Count);
    }

    [Fact]
    public void A_range_read_back_is_the_same() =>
        Prop.ForAll<ushort, ushort>((first, more) =>
        {
            var range = new FrameRange(first, first + more);
            return FrameRange.TryParse(range.ToString(), out var back) && back == range;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_intersection_holds_exactly_the_shared_frames() =>
        Prop.ForAll<byte, byte, byte>((a, n, b) =>
        {
            var (x, y) = (new FrameRange(a, a + n), new FrameRange(b, b + (a ^ n) % 64));
            var shared = Enumerable.Range(0, 600).Where(frame => x.Contains(frame) && y.Contains(frame)).ToList();
            return x.Intersect(y) is { } both ? both.Count == shared.Count && both.First == shared[0] && x.Overlaps(y) : shared.Count == 0 && !x.Overlaps(y);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("-5")]
    [InlineData("9-3")]
    [InlineData("a-b")]
    [InlineData("1-")]
    [InlineData("1-2-3")]
    public void What_is_no_range_is_refused(string text) => Assert.False(FrameRange.TryParse(text, out _));
}

using FsCheck;
using FsCheck.Fluent;
using Kinolux.Core.Review;

namespace Kinolux.Tests.Core;

public sealed class RegionMaskTests
{
    [Fact]
    public void A_mask_claims_exactly_what_it_was_made_from() =>
        Prop.ForAll<int, byte, byte>((seed, w, h) =>
        {
            var box = new Box(3, 5, w % 23 + 1, h % 9 + 1);
            var random = new Random(seed);
            var inside = new bool[box.Area];
            foreach (ref var sample in inside.AsSpan())
                sample = random.Next(3) == 0;
            var mask = RegionMask.From(box, inside);
            var drawn = new bool[box.Area];
            mask.ForEachRun((y, first, end) =>
            {
                for (var x = first; x < end; x++)
                    drawn[(y - box.Y) * box.Width + x - box.X] = true;
            });
            return drawn.SequenceEqual(inside) && mask.Area == inside.Count(sample => sample) &&
                Enumerable.Range(0, inside.Length).All(i => mask.Contains(box.X + i % box.Width, box.Y + i / box.Width) == inside[i]);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(true, 12)]
    [InlineData(false, 0)]
    public void All_and_nothing_are_masks_too(bool value, long area) =>
        Assert.Equal(area, RegionMask.From(new Box(0, 0, 4, 3), Enumerable.Repeat(value, 12).ToArray()).Area);

    [Fact]
    public void Outside_the_box_nothing_is_claimed()
    {
        var mask = RegionMask.Whole(new Box(2, 2, 3, 3));
        Assert.True(mask.Contains(4, 4));
        Assert.False(mask.Contains(5, 4) || mask.Contains(1, 2));
    }
}

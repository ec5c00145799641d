using Kinolux.Restore.Kernels;

namespace Kinolux.Tests.Restore.Survey;

public class SelectionTests
{
    [Fact]
    public void The_value_at_a_place_is_what_sorting_gives()
    {
        var random = new Random(4);
        for (var length = 1; length < 70; length++)
        {
            var values = new int[length];
            foreach (ref var value in values.AsSpan())
                value = random.Next(length / 2 + 1);
            var sorted = values.Order().ToArray();
            for (var place = 0; place < length; place++)
                Assert.Equal(sorted[place], Selection.Nth((int[])values.Clone(), place));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData(67)]
    [InlineData(4096)]
    public void Absolute_differences_are_their_reference(int length)
    {
        var random = new Random(5);
        var (a, b) = (new ushort[length], new ushort[length]);
        for (var i = 0; i < length; i++)
            (a[i], b[i]) = ((ushort)random.Next(65536), (ushort)random.Next(65536));
        Assert.Equal(AbsoluteDifference.Reference(a, b), AbsoluteDifference.Run(a, b));
    }
}

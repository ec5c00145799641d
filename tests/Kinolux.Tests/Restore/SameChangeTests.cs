using Kinolux.Restore.Kernels;

namespace Kinolux.Tests.Restore;

[Trait("Category", "Kernel")]
public sealed class SameChangeTests
{
    [Fact]
    public void The_change_of_one_row_made_to_another_equals_its_reference()
    {
        var random = new Random(3);
        for (var length = 1; length < 200; length++)
        {
            var rows = new ushort[3][];
            for (var i = 0; i < 3; i++)
                rows[i] = [.. Enumerable.Range(0, length).Select(_ => (ushort)(random.Next(3) switch { 0 => 0, 1 => ushort.MaxValue, _ => random.Next(65536) }))];
            var (expected, found) = (new ushort[length], new ushort[length]);
            SameChange.Reference(rows[0], rows[1], rows[2], expected);
            SameChange.Run(rows[0], rows[1], rows[2], found);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Where_nothing_was_done_nothing_is_done_and_what_differs_goes_on_to_differ()
    {
        ushort[] target = new ushort[4];
        SameChange.Run([10, 10, 500, 65000], [10, 400, 300, 65535], [12, 9, 505, 65300], target);
        Assert.Equal<ushort>([12, 399, 305, 65535], target);
    }
}

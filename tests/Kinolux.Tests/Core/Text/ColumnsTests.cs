using System.Text;
using Kinolux.Core.Text;

namespace Kinolux.Tests.Core.Text;

public sealed class ColumnsTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("INT. OFFICE - DAY", 17)]
    [InlineData("caf\u00E9", 4)]
    [InlineData("cafe\u0301", 4)]
    [InlineData("Привет", 6)]
    [InlineData("日本語", 6)]
    [InlineData("（全角）", 8)]
    [InlineData("ｶﾀｶﾅ", 4)]
    [InlineData("한국어", 6)]
    [InlineData("\u1112\u1161\u11AB", 2)]
    [InlineData("שָׁלוֹם", 4)]
    [InlineData("a\u200Bb", 2)]
    [InlineData("\u0301", 0)]
    [InlineData("👩\u200D👩\u200D👧", 2)]
    [InlineData("🎬x", 3)]
    public void A_text_takes_the_cells_that_a_reader_sees(string text, int cells) => Assert.Equal(cells, Columns.Of(text));

    [Fact]
    public void The_ends_of_the_wide_ranges_are_wide_and_their_neighbours_are_not()
    {
        Assert.All((int[])[0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x4E00, 0xA4C6, 0xAC00, 0xD7A3, 0xFF01, 0xFF60, 0x1F200, 0x1F320, 0x20000, 0x3FFFD], value => Assert.True(Columns.IsWide(new Rune(value)), $"{value:X}"));
        Assert.All((int[])[0x10FF, 0x1160, 0x2E7F, 0x303F, 0x3040, 0xA4C7, 0xABFF, 0xD7A4, 0xFF00, 0xFF61, 0x1F1FF, 0x1F321, 0x1FFFF, 0x2FFFE, 0x3FFFE, 'a'], value => Assert.False(Columns.IsWide(new Rune(value)), $"{value:X}"));
    }

    [Fact]
    public void Half_a_character_is_counted_and_does_not_throw() => Assert.Equal(3, Columns.Of("a\uD83Cb"));
}

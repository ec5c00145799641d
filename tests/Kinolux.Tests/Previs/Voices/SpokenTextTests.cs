using System.Globalization;
using Kinolux.Previs.Voices;

namespace Kinolux.Tests.Previs.Voices;

/// <summary>What is said of a speech, and how long it is waited.</summary>
public sealed class SpokenTextTests
{
    [Theory]
    [InlineData("Hello. How are you?", "Hello. 0.25|How are you? 0")]
    [InlineData("I... I don't know. (beat) Yes!", "I... 0.5|I don't know. 0.25| 0.8|Yes! 0")]
    [InlineData("Dr. Moss is here", "Dr. Moss is here 0")]
    [InlineData("(smiling) No. (long pause)", "No. 0.25| 2.5")]
    [InlineData("He costs 3.50 now", "He costs 3.50 now 0")]
    [InlineData("\"Stop!\" he said", "\"Stop!\" 0.25|he said 0")]
    [InlineData("你好。我是李雷！", "你好。 0.25|我是李雷！ 0")]
    [InlineData("你好（停顿）再见", "你好 0| 1.2|再见 0")]
    [InlineData("...", " 0.5")]
    [InlineData("_Never_ **again**", "Never again 0")]
    [InlineData("", "")]
    public void A_speech_is_its_sentences_and_pauses(string text, string pieces) =>
        Assert.Equal(pieces, string.Join('|', SpokenText.Pieces(text).Select(piece => string.Create(CultureInfo.InvariantCulture, $"{piece.Text} {piece.Pause}"))));

    [Theory]
    [InlineData("<speak><break time=\"9s\"/>Hi</speak>")]
    [InlineData("[[h@l'oU]] \u0001100S \u001b[31m $(rm -rf x) `x` | y")]
    [InlineData("a\ud800b \udc00 \ue000 \u202e \ufffd")]
    public void Nothing_in_a_text_is_a_command(string text)
    {
        var clean = SpokenText.Clean(text);
        Assert.DoesNotContain(clean, letter => char.IsControl(letter) || "<>[]`|\\".Contains(letter) || char.IsSurrogate(letter) || letter is '\u202e' or '\ue000' or '\ufffd');
    }

    [Fact]
    public void No_piece_is_long_and_no_word_is_lost()
    {
        var words = Enumerable.Range(0, 10_000).Select(i => $"word{i}").ToList();
        var pieces = SpokenText.Pieces(string.Join(' ', words));
        Assert.All(pieces, piece => Assert.True(piece.Text.Length <= 242));
        Assert.Equal(words, pieces.SelectMany(piece => piece.Text.Split(' ')));
        Assert.All(SpokenText.Pieces(new string('a', 100_000) + string.Concat(Enumerable.Repeat("😀語", 500))), piece => Assert.True(piece.Text.Length <= 242 && !char.IsLowSurrogate(piece.Text[0]) && !char.IsHighSurrogate(piece.Text[^1])));
    }

    [Fact]
    public void A_text_takes_as_long_as_its_words()
    {
        Assert.Equal(60.0, SpeechEstimate.Seconds(string.Join(' ', Enumerable.Repeat("word", 165))), 0.5);
        Assert.Equal(1.0 / 3, SpeechEstimate.Seconds("No.", 300), 0.001);
        Assert.Equal(0.8 + 2 * 60 / 165.0 + 0.25, SpeechEstimate.Seconds("Yes. No. (beat)") - 0.25, 0.001);
        Assert.Equal(0, SpeechEstimate.Seconds(""));
        Assert.InRange(SpeechEstimate.Seconds("我不知道你在说什么，我们走吧"), 2, 4);
        Assert.True(SpeechEstimate.Seconds("one two three four", 120) > SpeechEstimate.Seconds("one two three four", 180));
    }
}

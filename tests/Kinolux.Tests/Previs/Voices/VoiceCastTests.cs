using Kinolux.Core.Faults;
using Kinolux.Previs.Voices;

namespace Kinolux.Tests.Previs.Voices;

/// <summary>One voice a person, the same each time; what is not said of them is not guessed.</summary>
public sealed class VoiceCastTests
{
    private static readonly string[] Names = ["ANNA", "BEN", "CARLA", "DR. MOSS", "李雷", "ÉMILE", "OLD MAN", "GUARD #1", "GUARD #2", "MOTHER", "VOICE", "X", "MARA"];

    [Fact]
    public void Thirteen_people_have_thirteen_throats() =>
        Assert.Equal(13, VoiceCast.Of(Names.Select(name => new Speaker(name))).Values.Select(voice => voice.Name).Distinct().Count());

    [Fact]
    public void Forty_people_can_be_told_apart()
    {
        var voices = VoiceCast.Of(Enumerable.Range(1, 40).Select(number => new Speaker($"PERSON {number}")));
        Assert.Equal(40, voices.Values.Select(voice => (voice.Name, voice.Pitch)).Distinct().Count());
        Assert.All(voices.Values, voice => voice.Check());
    }

    [Fact]
    public void Two_hundred_people_all_have_one()
    {
        var voices = VoiceCast.Of(Enumerable.Range(1, 200).Select(number => new Speaker($"P{number}", VoiceSex.Female, VoiceAge.Child)));
        Assert.Equal(200, voices.Count);
        Assert.All(voices.Values, voice => voice.Check());
    }

    [Fact]
    public void A_name_has_the_same_voice_in_whatever_order_and_case()
    {
        var voices = VoiceCast.Of(Names.Select(name => new Speaker(name)));
        Assert.Equal(voices.OrderBy(one => one.Key, StringComparer.Ordinal), VoiceCast.Of(Names.Reverse().Select(name => new Speaker(name))).OrderBy(one => one.Key, StringComparer.Ordinal));
        Assert.Equal(VoiceCast.Of([new Speaker("Anna")])["Anna"], VoiceCast.Of([new Speaker("ANNA")])["ANNA"]);
        // What is written down: a change of it changes everybody's films.
        Assert.Equal(VoiceCast.Of([new Speaker("ANNA")])["ANNA"], VoiceCast.Of([new Speaker("ANNA"), new Speaker("BEN")])["ANNA"]);
    }

    [Theory]
    [InlineData("tall old sailor, limp, yellow coat", VoiceSex.Unsaid, VoiceAge.Old)]
    [InlineData("a girl of nine", VoiceSex.Female, VoiceAge.Child)]
    [InlineData("MARA (34), his wife", VoiceSex.Female, VoiceAge.Grown)]
    [InlineData("a man, 71", VoiceSex.Male, VoiceAge.Old)]
    [InlineData("a boy (8)", VoiceSex.Male, VoiceAge.Child)]
    [InlineData("a guard", VoiceSex.Unsaid, VoiceAge.Unsaid)]
    [InlineData("his grandmother", VoiceSex.Female, VoiceAge.Old)]
    [InlineData("a woman in her 30s", VoiceSex.Female, VoiceAge.Grown)]
    [InlineData("born in 1984", VoiceSex.Unsaid, VoiceAge.Unsaid)]
    [InlineData("一个老男人", VoiceSex.Male, VoiceAge.Old)]
    [InlineData("", VoiceSex.Unsaid, VoiceAge.Unsaid)]
    public void A_description_says_what_it_says_and_no_more(string description, VoiceSex sex, VoiceAge age) =>
        Assert.Equal(new Speaker("MARIA", sex, age), Speaker.Of("MARIA", description));

    [Fact]
    public void Sex_and_age_are_heard_where_they_are_said()
    {
        Assert.All(Names, name => Assert.StartsWith("f", VoiceCast.Of([new Speaker(name, VoiceSex.Female)])[name].Name, StringComparison.Ordinal));
        Assert.All(Names, name => Assert.StartsWith("m", VoiceCast.Of([new Speaker(name, VoiceSex.Male)])[name].Name, StringComparison.Ordinal));
        Assert.All(Names, name => Assert.True(VoiceCast.Of([new Speaker(name, Age: VoiceAge.Child)])[name].Pitch > 65));
        Assert.All(Names, name => Assert.True(VoiceCast.Of([new Speaker(name, Age: VoiceAge.Old)])[name].Speed < 155));
    }

    [Theory]
    [InlineData("say", "x")]
    [InlineData("espeak-ng", "f3 -w /etc/passwd")]
    [InlineData("espeak-ng", "-f")]
    [InlineData("festival", "x) (system \"ls\"")]
    [InlineData("espeak-ng", "")]
    [InlineData("espeak-ng", "../../f1")]
    public void What_is_no_voice_is_refused(string engine, string name) =>
        Assert.Equal("KX1580", Assert.Throws<FaultException>(() => new Voice(engine, name).Check()).Fault.Code);

    [Theory]
    [InlineData("Where have you been?", "en-us")]
    [InlineData("Ich weiß es nicht, und du bist nicht da.", "de")]
    [InlineData("Je ne sais pas ce que vous voulez.", "fr-fr")]
    [InlineData("No sé lo que es, y no está en la casa.", "es")]
    [InlineData("你好，我是李雷。", "cmn")]
    [InlineData("こんにちは、私は李です。", "ja")]
    [InlineData("안녕하세요", "ko")]
    [InlineData("Где ты был?", "ru")]
    [InlineData("Де ти був? Її нема.", "uk")]
    [InlineData("Πού ήσουν;", "el")]
    [InlineData("שלום", "he")]
    [InlineData("مرحبا", "ar")]
    [InlineData("नमस्ते", "hi")]
    [InlineData("1984!", "en-us")]
    [InlineData("", "en-us")]
    public void A_language_is_known_by_its_letters_and_its_small_words(string text, string language) => Assert.Equal(language, SpokenLanguage.Of(text));

    [Fact]
    public void A_line_of_two_words_is_what_the_script_is()
    {
        Assert.Equal("de", SpokenLanguage.Of("Komm, Anna!", "de"));
        Assert.Equal("cmn", SpokenLanguage.Of("你好", "de"));
    }
}

using Kinolux.Core.Faults;
using Kinolux.Script.Emotion;
using Kinolux.Script.Fountain;
using Kinolux.Script.People;

namespace Kinolux.Tests.Script.Emotion;

/// <summary>What words feel like, and when that is not known.</summary>
public sealed class EmotionTests
{
    [Theory]
    [InlineData("I love you", 1)]
    [InlineData("I do not love you", -1)]
    [InlineData("I don’t hate you", 1)]
    [InlineData("Not now. I love you", 1)]
    [InlineData("No, I am happy", 1)]
    [InlineData("the table", 0)]
    public void A_negation_turns_what_stands_close_behind_it_in_its_clause(string text, int sign) => Assert.Equal(sign, Math.Sign(English(text).Sum));

    [Fact]
    public void Intensifiers_weigh_and_few_charged_words_say_little()
    {
        Assert.True(English("very good").Sum > English("good").Sum);
        Assert.True(English("slightly good").Sum < English("good").Sum);
        Assert.True(English("good good good").Valence > English("good").Valence);
    }

    [Fact]
    public void A_phrase_is_one_entry() => Assert.Equal(1, English("I can't stand it").Charged);

    [Fact]
    public void Where_the_language_has_no_lexicon_the_answer_is_unknown_and_never_zero()
    {
        var (cast, map) = Map("INT. HAUS - TAG\n\nANNA\nIch liebe dich, und das ist der beste Tag meines Lebens. So was!\n");
        Assert.False(map.IsKnown);
        Assert.Null(map.Of(0));
        Assert.Null(map.Of(cast.Persons[0]));
        Assert.StartsWith("unknown", map.How, StringComparison.Ordinal);
        Assert.StartsWith("unknown", StoryArc.Of(cast, map).WhyUnknown, StringComparison.Ordinal);
        Assert.Null(Antagonists.Find(cast, map));
    }

    [Fact]
    public void A_lexicon_that_a_person_names_is_used_in_writing_without_spaces_too()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("l.tsv"), "# words\n\n大好き\t5\n嫌い\t-2.5\n");
        var (cast, map) = Map("INT. 家 - 夜\n\n@健太\n僕は海が大好きだ\n\n@花\n嫌い\n", Lexicon.Read(folder.File("l.tsv")));
        Assert.True(map.IsKnown, map.How);
        Assert.Equal((1.0, -0.5), (map.Of(cast.Persons.First(person => person.Name == "健太"))?.Sum, map.Of(cast.Persons.First(person => person.Name == "花"))?.Sum));
    }

    [Fact]
    public void A_lexicon_that_knows_too_few_of_the_words_makes_nothing_known()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("l.tsv"), "schön\t1\n");
        Assert.False(Map("ANNA\nI love you and the sea.\n", Lexicon.Read(folder.File("l.tsv"))).Map.IsKnown);
    }

    [Theory]
    [InlineData("gut\n")]
    [InlineData("gut\tviel\n")]
    [InlineData("gut\tNaN\n")]
    [InlineData("\t3\n")]
    public void A_line_that_is_no_word_with_a_value_is_named(string line)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("l.tsv"), "schön\t1\n" + line);
        var fault = Assert.Throws<FaultException>(() => Lexicon.Read(folder.File("l.tsv"))).Fault;
        Assert.Equal("KX1425", fault.Code);
        Assert.Contains("line 2", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bad happy", "rags to riches")]
    [InlineData("happy bad", "tragedy")]
    [InlineData("happy bad happy", "man in a hole")]
    [InlineData("bad happy bad", "Icarus")]
    [InlineData("bad happy bad happy", "Cinderella")]
    [InlineData("happy bad happy bad", "Oedipus")]
    public void An_arc_that_was_written_so_is_found(string way, string shape)
    {
        var moods = way.Split(' ');
        var scenes = Enumerable.Range(0, 48).Select(i => $"INT. ROOM {i} - DAY\n\nANNA\nIt is what you have. This was the {moods[i * moods.Length / 48]} one of the day.\n\n");
        var (cast, map) = Map(string.Concat(scenes));
        var arc = StoryArc.Of(cast, map);
        Assert.Equal(shape, arc.Shapes[0].Name);
        Assert.True(arc.Shapes[0].Correlation > 0.8);
        Assert.InRange(arc.Chance, 0, 0.3);
        Assert.Equal(5, arc.Turns.Count);
        Assert.All(arc.Turns, turn => Assert.True(turn.From < turn.At && turn.At < turn.To));
        Assert.Equal(arc.Turns.OrderBy(turn => turn.At), arc.Turns);
    }

    [Fact]
    public void Who_exchanges_the_worst_words_with_the_protagonist_is_the_antagonist()
    {
        var (cast, map) = Map("INT. A - DAY\n\nANNA\nWhat is it that you want of me, and who are you to ask me this?\n\nBEN\nI hate you, you evil liar.\n\nANNA\nIt is what you have said.\n\nCARL\nI love you, friend.\n\nANNA\nAnd I you.\n");
        Assert.Equal("BEN", Antagonists.Find(cast, map)?.Name);
    }

    private static Feeling English(string text) => FeelingReader.Of(text, Lexicon.English() ?? throw new InvalidOperationException("this build has no lexicon"));

    private static (Cast Cast, EmotionMap Map) Map(string text, Lexicon? lexicon = null) => Cast.Of(FountainReader.Read(text)) is var cast ? (cast, EmotionMap.Of(cast, lexicon)) : default;
}

using Kinolux.Script.Fountain;
using Kinolux.Script.Pages;
using Kinolux.Script.People;

namespace Kinolux.Tests.Script.People;

/// <summary>Who speaks and who is there.</summary>
public sealed class CastTests
{
    [Fact]
    public void A_scene_is_as_long_as_the_lines_that_its_pages_give_it()
    {
        var speech = string.Join(' ', Enumerable.Repeat("Two and three, four and five, six and seven.", 20));
        var script = FountainReader.Read($"INT. A - DAY\n\nRain.\n\nANNA\nOne.\n\nBEN ^\n{speech}\n\nEXT. B - DAY\n\nRain.\n\n\n\nSnow. {speech}\n\n[[{speech}]]\n");
        Assert.Equal(ScriptPages.Of(script).Scenes.Select(length => length.Eighths), Passage.Of(script).Select(passage => (int)Math.Round(passage.Length * 8 / ScriptPages.LinesPerPage)));
    }

    [Fact]
    public void Only_who_speaks_is_a_person_and_a_transition_is_none() =>
        Assert.Equal(["MARTA 1 4"], Counts("Title: The Lamp\n\nINT. LIGHTHOUSE - NIGHT\n\nRain on the glass.\n\nMARTA\nIt went out again.\n\nNobody follows.\n\n                FADE OUT:\n"));

    [Fact]
    public void A_caret_and_what_stands_in_brackets_are_no_part_of_a_name() =>
        Assert.Equal(["ANNA 2 5", "BEN 2 5"], Counts("EXT. PIER - DAWN\n\nANNA\nWhere is it?\n\nBEN ^\nWhere is it?\n\nANNA  (CONT'D)\nYou first.\n\nBEN(O.S.)\nNo, you.\n(again)\n").Order());

    [Fact]
    public void A_name_that_is_part_of_another_is_a_person_of_its_own_and_proposed_as_an_alias()
    {
        var cast = Read("EXT. PARK--DAY\n\nCYBER BOB, 40, strolls.\n\nBOB\nHi hello.\n\nMARGARET\nHiii.\n\nCYBER BOB\nNew instructions!\n");
        Assert.Equal(["BOB", "CYBER BOB", "MARGARET"], cast.Persons.Select(person => person.Name).Order());
        Assert.Equal((0, 1), (cast.Find("BOB")?.Mentions, cast.Find("CYBER BOB")?.Mentions));
        var alias = Assert.Single(cast.Aliases);
        Assert.Equal(("BOB", "CYBER BOB"), new[] { alias.Name, alias.Other }.Order().ToArray() is [var a, var b] ? (a, b) : default);
        Assert.InRange(alias.Confidence, 0.5, 0.9);
    }

    [Fact]
    public void Who_answers_another_is_hardly_the_same_person()
    {
        var cast = Read("INT. HALL - DAY\n\nBOSS\nWho?\n\nCYBER BOSS\nMe.\n\nBOSS\nYou?\n");
        Assert.All(cast.Aliases, alias => Assert.InRange(alias.Confidence, 0, 0.15));
    }

    [Fact]
    public void Persons_merge_where_a_person_says_so_and_not_before()
    {
        var cast = Cast.Of(FountainReader.Read("EXT. PARK - DAY\n\nCYBER BOB waves. Bob laughs.\n\nBOB\nHi hello.\n\nCYBER BOB\nNew instructions!\n"), new Dictionary<string, string> { ["Cyber Bob"] = "BOB" });
        var bob = Assert.Single(cast.Persons);
        Assert.Equal(("BOB", 2, 4, 2), (bob.Name, bob.Speeches, bob.Words, bob.Mentions));
        Assert.Equal(["BOB", "CYBER BOB"], bob.Names);
        Assert.Empty(cast.Aliases);
    }

    [Fact]
    public void Aliases_that_go_round_in_a_circle_end_somewhere() =>
        Assert.Single(Cast.Of(FountainReader.Read("BOB\nHi.\n\nROB\nHi.\n"), new Dictionary<string, string> { ["BOB"] = "ROB", ["ROB"] = "BOB" }).Speeches.SelectMany(speech => speech.Speakers).Distinct());

    [Theory]
    [InlineData("GUARD", "GUARD 2")]
    [InlineData("FIRST GUARD", "GUARD")]
    [InlineData("NOAH", "NOAH'S SUIT")]
    [InlineData("ANNA", "HANNA")]
    [InlineData("MR. GREEN", "MRS. GREEN")]
    public void Some_names_that_look_alike_are_plainly_others(string one, string other) => Assert.Empty(Read($"{one}\nHi.\n\nHe waits.\n\n{other}\nHi.\n").Aliases);

    [Fact]
    public void A_lady_of_the_name_is_less_surely_the_same_person()
    {
        var alias = Assert.Single(Read("MACDUFF\nHi.\n\nHe waits.\n\nLADY MACDUFF\nHi.\n").Aliases);
        Assert.InRange(alias.Confidence, 0.1, 0.3);
        Assert.Contains("LADY may name one of the family", alias.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_slip_of_the_pen_is_proposed() => Assert.Single(Read("MARGARET\nHi.\n\nShe waits.\n\nMARGERET\nHi.\n").Aliases);

    [Fact]
    public void A_cue_of_several_known_persons_is_said_by_each_and_a_crowd_by_nobody()
    {
        var cast = Read("INT. HALL - DAY\n\nBOB\nOne.\n\nANNA\nTwo.\n\nBOB AND ANNA\nThree four.\n\nBOB, ANNA & STRANGER\nFive.\n\nALL\nSix!\n\nTHE CROWD\nSeven!\n");
        Assert.Equal(["ANNA 2 3", "BOB 2 3"], cast.Persons.Select(Say).Order());
        Assert.Equal(["BOB, ANNA & STRANGER", "ALL", "THE CROWD"], cast.Groups.Select(group => group.Name));
    }

    [Fact]
    public void A_joint_name_of_which_nobody_speaks_alone_is_a_name() => Assert.Equal(["SMITH AND SONS 1 1"], Counts("SMITH AND SONS\nHello.\n"));

    [Fact]
    public void A_mention_is_a_whole_name_with_its_capital()
    {
        var cast = Read("INT. HALL - DAY\n\nHope hugs Bobby. She lost all hope. HOPE'S lamp.\n\nHOPE\nHi.\n\nBOB\nHi.\n\nCAPTAIN LE GUIN\nHi.\n\nINT. BRIDGE - DAY\n\nCaptain le Guin nods at Hope.\n");
        Assert.Equal((3, 0, 1), (cast.Find("hope")?.Mentions, cast.Find("BOB")?.Mentions, cast.Find("CAPTAIN LE GUIN")?.Mentions));
        Assert.Equal([(0, true), (1, false)], cast.Find("HOPE")?.Appearances.Select(at => (at.Passage, at.Speaks)));
    }

    [Fact]
    public void Japanese_names_are_found_in_writing_without_spaces_and_its_characters_are_words()
    {
        var cast = Read("INT. 家 - 夜\n\n健太と健太郎が走る。アンナマリは見ない。\n\n@健太\n行くぞ\n\n@健太郎\nうん\n\n@アンナ\n…\n");
        Assert.Equal(["アンナ 1 0 0", "健太 1 3 1", "健太郎 1 2 1"], cast.Persons.Select(person => $"{Say(person)} {person.Mentions}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_voice_over_is_heard_and_not_there() =>
        Assert.Equal([true, false], Read("INT. A - DAY\n\nANNA (V.O.)\nHi.\n\nINT. B - DAY\n\nANNA (O.S.)\nHi.\n").Persons[0].Appearances.Select(at => at.IsVoice));

    [Fact]
    public void Prominence_of_all_who_are_there_is_one_whole()
    {
        var cast = Read("INT. A - DAY\n\nANNA\nOne two three.\n\nBEN\nFour.\n\nINT. B - DAY\n\nBen sits.\n");
        Assert.Equal(1, cast.Persons.Sum(person => person.Prominence), 6);
        Assert.Equal(0.75, cast.Find("ANNA")?.In(0)?.Prominence);
        Assert.Equal("BEN", Lead.Protagonist(cast)?.Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[[only a note]]\n\n/* and\n\nINT. HOUSE\n*/\n\n= a synopsis\n\n# a section\n")]
    public void A_script_in_which_nothing_is_printed_has_nobody_and_nothing(string text)
    {
        var cast = Read(text);
        Assert.Empty(cast.Passages);
        Assert.Empty(cast.Persons);
        Assert.Null(Lead.Protagonist(cast));
    }

    [Fact]
    public void A_script_without_headings_is_one_passage_and_words_before_the_first_heading_are_one_too()
    {
        Assert.Equal(["(without a heading)"], Read("A room.\n\nANNA\nHi.\n").Passages.Select(passage => passage.Title));
        Assert.Equal(["INT. A"], Read("FADE IN:\n\nBlack.\n\nINT. A\n\nHi.\n").Passages.Select(passage => passage.Title));
        Assert.Equal(2, Read("ANNA\nHi.\n\nINT. A\n\nHi.\n").Passages.Count);
    }

    [Fact]
    public void Three_hundred_persons_are_three_hundred()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => $"INT. ROOM {i} - DAY\n\nPERSON{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}\nHello there.\n\n"));
        Assert.Equal(300, Read(text).Persons.Count);
    }

    private static Cast Read(string text) => Cast.Of(FountainReader.Read(text));

    private static IEnumerable<string> Counts(string text) => Read(text).Persons.Select(Say);

    private static string Say(Person person) => FormattableString.Invariant($"{person.Name} {person.Speeches} {person.Words}");
}

using System.Text;
using Kinolux.Core.Faults;
using Kinolux.Script.Files;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.People;
using Kinolux.Script.Plays;

namespace Kinolux.Tests.Script.Plays;

/// <summary>A table of a stage play is a script: its scenes, its people, its verse, all of its words.</summary>
public sealed class PlayReaderTests
{
    private const string Play = """
        act,scene,character,dialogue,line_number
        Act I,Scene I,[stage direction],"Thunder. Enter ANNA,  with a lamp",NA
        Act I,Scene I,Anna,"Who's there, ""friend""?",1
        Act I,Scene I,Anna,*Stand* _and_ unfold &amp; go.,2
        Act I,Scene I,First Watch:,[Within]	Long live the queen!,3
        Act I,Scene I,[stage direction],Exeunt,NA
        Act I,Scene I,First Watch,[Sleeps],4
        Act I,Scene I,First Watch,,5
        Act I,Scene II,Anna,Here.,6

        """;

    [Fact]
    public void Acts_and_scenes_are_headings_verse_keeps_its_lines_and_directions_are_action()
    {
        var script = PlayReader.Read(Play, "play.csv");
        Assert.Equal(
            [
                "SceneHeading: ACT I, SCENE I", "Action: Thunder. Enter ANNA, with a lamp",
                "Character: ANNA", "Dialogue: Who's there, \"friend\"?\n*Stand* _and_ unfold & go.",
                "Character: FIRST WATCH", "Parenthetical: (Within)", "Dialogue: Long live the queen!", "Action: Exeunt",
                "Character: FIRST WATCH", "Parenthetical: (Sleeps)", "SceneHeading: ACT I, SCENE II", "Character: ANNA", "Dialogue: Here.",
            ],
            script.Elements.Select(element => $"{element.Kind}: {element.Text}"));
        Assert.Equal(6, script.Extras.Count(extra => extra.Kind == "line number"));
    }

    [Fact]
    public void Every_element_says_where_it_stands_in_the_table()
    {
        var script = PlayReader.Read(Play, "play.csv");
        string At(int element) => script.Source.Substring(script.Elements[element].Span.Start, script.Elements[element].Span.Length);
        Assert.Equal(("Act I,Scene I", "Anna", "First Watch:"), (At(0), At(2), At(4)));
        Assert.StartsWith("\"Who's there", At(3), StringComparison.Ordinal);
        Assert.EndsWith("unfold &amp; go.", At(3), StringComparison.Ordinal);
        Assert.Equal((2, 3), (script.Elements[3].Span.Line, script.Elements[3].Span.LastLine));
        Assert.All(script.Elements, element => Assert.Equal(element.Span.Line, script.Source.AsSpan(0, element.Span.Start).Count('\n')));
    }

    [Theory]
    [InlineData(';', "\r\n")]
    [InlineData('\t', "\n")]
    [InlineData('|', "\r")]
    public void Tables_of_other_programs_are_the_same_play(char separator, string end)
    {
        var table = $"\"Character\"{separator}Dialogue{end}Anna{separator}\"One{end}Two\"{end}{end}Ben{separator}Three{end}";
        var script = PlayReader.Read(table, "play.csv");
        Assert.Equal(["Character ANNA", "Dialogue One\nTwo", "Character BEN", "Dialogue Three"], script.Elements.Select(element => $"{element.Kind} {element.Text}"));
        Assert.Equal((1, 2, 4), (script.Elements[1].Span.Line, script.Elements[1].Span.LastLine, script.Elements[2].Span.Line));
    }

    [Theory]
    [InlineData("film,budget\nJaws,9\n", 1, "no column is named character")]
    [InlineData("character,said\nAnna,Hello\n", 1, "no column is named dialogue")]
    [InlineData("character,dialogue\nAnna,Hello\nBen,Well, well\n", 3, "it has 3 fields, and the first row 2")]
    [InlineData("character,dialogue\nAnna\n", 2, "it has 1 fields, and the first row 2")]
    [InlineData("character,dialogue\nAnna,Hello\nBen,\"Well\nAnna,Lost\n", 3, "its quote is not closed")]
    public void A_table_that_is_no_play_is_a_fault_with_its_line(string table, int line, string why)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("play.csv"), table);
        var fault = Assert.Throws<FaultException>(() => ScriptFile.Read(folder.File("play.csv"))).Fault;
        Assert.Equal($"line {line} of {folder.File("play.csv")} is no line of a stage play: {why}", fault.Message);
    }

    [Fact]
    public void An_empty_table_is_an_empty_script_and_a_play_is_known_by_its_head()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("empty.csv"), "");
        Assert.Empty(ScriptFile.Read(folder.File("empty.csv")).Script.Elements);
        File.WriteAllText(folder.File("play.txt"), Play);
        var file = ScriptFile.Read(folder.File("play.txt"));
        Assert.Equal((ScriptFormat.StagePlay, true, 2), (file.Format, file.IsMisnamed, file.Script.Scenes.Count));
    }

    [Fact]
    public void Random_tables_are_read_or_a_fault_and_never_anything_else()
    {
        var random = new Random(5);
        for (var i = 0; i < 20_000; i++)
        {
            var text = new StringBuilder("act,character,dialogue\n");
            for (var j = random.Next(40); j > 0; j--)
                text.Append((string[])["\"", "\"\"", ",", "\n", "\r", "\r\n", "a", "NA", " "] is var parts ? parts[random.Next(parts.Length)] : "");
            try
            {
                var table = text.ToString();
                foreach (var element in PlayReader.Read(table, "a.csv").Elements)
                {
                    Assert.InRange(element.Span.End, element.Span.Start, table.Length);
                    if (element.Kind == ElementKind.Character && element.Text.All(char.IsLetter))
                        Assert.Equal(element.Text, table.Substring(element.Span.Start, element.Span.Length).Trim([.. "\"\r\n "]).ToUpperInvariant());
                }
            }
            catch (FaultException fault)
            {
                Assert.Equal("KX1405", fault.Fault.Code);
            }
        }
    }

    [Fact]
    public void A_play_written_as_Fountain_reads_as_the_same_scenes_and_words() => Crosses(PlayReader.Read(Play, "play.csv"));

    [Theory]
    [InlineData("hamlet", 20, "HAMLET")]
    [InlineData("julius_caesar", 18, "BRUTUS")]
    [InlineData("macbeth", 28, "MACBETH")]
    [InlineData("othello", 15, "IAGO")]
    [InlineData("romeo_juliet", 26, "ROMEO")]
    public void Plays_of_Shakespeare_are_read_with_every_word(string play, int scenes, string lead)
    {
        var path = Repository.Shared("story", "shakespeare_pd", "data", play + ".csv");
        var script = ScriptFile.Read(path).Script;
        Assert.Equal(scenes, script.Scenes.Count);
        Assert.Equal(lead, Cast.Of(script).Persons.MaxBy(person => person.Words)!.Name);
        var said = script.Elements.Where(element => element.Kind is ElementKind.Dialogue or ElementKind.Parenthetical or ElementKind.Action).SelectMany(element => Words(element.Text));
        var lines = File.ReadAllLines(path).Skip(1).Select(line => line.Split(',', 4)[3]).Select(line => line[..line.LastIndexOf(',')]);
        Assert.Equal(lines.SelectMany(line => Words(line.Replace("&amp;", "&", StringComparison.Ordinal))), said);
        Crosses(script);
    }

    private static IEnumerable<string> Words(string text) => text.Split([.. " \t\n,.;:!?\"[]()"], StringSplitOptions.RemoveEmptyEntries);

    private static void Crosses(Screenplay script)
    {
        var written = FountainWriter.Write(script);
        Assert.Equal(["line number"], written.Losses.Select(loss => loss.Kind));
        var read = FountainReader.Read(written.Text);
        Assert.Equal(script.Scenes.Count, read.Scenes.Count);
        Assert.Equal(script.Elements.Select(element => $"{element.Kind} {element.Text}"), read.Elements.Select(element => $"{element.Kind} {element.Text}"));
    }
}

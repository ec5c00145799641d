using System.Xml.Linq;
using Kinolux.Script.Emotion;
using Kinolux.Script.Fountain;
using Kinolux.Script.People;
using Kinolux.Script.StoryPrints;

namespace Kinolux.Tests.Script.StoryPrints;

/// <summary>What is drawn of a script, and of two.</summary>
public sealed class StoryPrintTests
{
    private const string Draft = "INT. HOUSE - DAY\n\nAnna sits.\n\nANNA\nHello.\n\nEXT. STREET - NIGHT\n\nBEN\nWho is there?\n\nINT. HOUSE - DAY\n\nANNA\nI am.\n";

    [Fact]
    public void Scenes_go_round_the_ring_as_long_as_they_are()
    {
        var segments = StoryPrint.Of(Read("a", Draft)).Sides[0].Segments;
        Assert.Equal(3, segments.Count);
        Assert.Equal((0, 1), (segments[0].From, Math.Round(segments[^1].To, 9)));
        Assert.Equal(segments[0].To, segments[1].From);
        Assert.True(segments[0].To - segments[0].From > segments[2].To - segments[2].From);
    }

    [Fact]
    public void A_scene_that_was_put_in_is_in_one_draft_alone_and_all_others_stand_at_one_place()
    {
        var print = Both(Draft, Draft.Replace("EXT. STREET", "INT. CAVE - DAY\n\nDark.\n\nEXT. STREET", StringComparison.Ordinal));
        Assert.True(print.IsAligned);
        Assert.Equal(["None 0", "None 2", "None 3"], print.Sides[0].Segments.Select(Say));
        Assert.Equal(["None 0", "Alone -1", "None 1", "None 2"], print.Sides[1].Segments.Select(Say));
        Assert.Equal(print.Sides[0].Segments[1].From, print.Sides[1].Segments[2].From);
    }

    [Fact]
    public void A_scene_that_says_something_else_is_changed_and_two_of_one_heading_are_told_apart()
    {
        var print = Both(Draft, Draft.Replace("I am.", "It is I.", StringComparison.Ordinal));
        Assert.Equal(["None 0", "None 1", "Changed 2"], print.Sides[0].Segments.Select(Say));
    }

    [Fact]
    public void A_heading_that_was_renamed_is_the_same_scene_where_its_content_is() =>
        Assert.Equal(["Changed 0", "None 1", "None 2"], Both(Draft, Draft.Replace("INT. HOUSE - DAY\n\nAnna", "INT. VILLA - DAY\n\nAnna", StringComparison.Ordinal)).Sides[0].Segments.Select(Say));

    [Fact]
    public void Two_scripts_that_share_nothing_run_at_their_own_pace()
    {
        var print = Both(Draft, "INT. SHIP - DAY\n\nCARL\nAhoy.\n");
        Assert.False(print.IsAligned);
        Assert.Equal(["ANNA · CARL", "BEN"], print.Rings.Select(ring => ring.Name));
    }

    [Fact]
    public void The_same_script_is_the_same_picture_and_names_its_scenes_and_people()
    {
        var svg = StoryPrintSvg.File(StoryPrint.Of(Read("A & B", Draft)));
        Assert.Equal(svg, StoryPrintSvg.File(StoryPrint.Of(Read("A & B", Draft))));
        var titles = XDocument.Parse(svg).Descendants().Where(element => element.Name.LocalName == "title").Select(element => element.Value).ToList();
        Assert.Equal("StoryPrint of A & B", titles[0]);
        Assert.Contains(titles, title => title.StartsWith("1 INT. HOUSE - DAY\n", StringComparison.Ordinal) && title.EndsWith("ANNA: 1 words", StringComparison.Ordinal));
        Assert.Contains("class=\"night\"", svg, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[[only a note]]\n")]
    [InlineData("ANNA\nOnly a speech.\n")]
    [InlineData("INT. EMPTY\n\nINT. EMPTY\n")]
    [InlineData("INT. <&>\"' \u0001\ufffe - DAY\n\n@<x>\nHi.\n")]
    [InlineData("INT. 家 - 夜\n\n@健太\n行くぞ\n")]
    public void Odd_scripts_are_drawn_too(string text)
    {
        foreach (var svg in new[] { StoryPrintSvg.File(StoryPrint.Of(Read(text, text))), StoryPrintSvg.File(Both(text, Draft)), StoryPrintSvg.File(Both(text, text)) })
        {
            XDocument.Parse(svg);
            Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_is_not_known_is_hatched_and_what_is_said_well_or_ill_is_coloured()
    {
        const string English = "INT. HOUSE - DAY\n\nANNA\nI love you, and this is the best day of my life.\n\nBEN\nYou are the worst and I hate you.\n";
        var svg = StoryPrintSvg.File(StoryPrint.Of(Read("a", English)));
        Assert.DoesNotContain("class=\"presence r0\" fill=\"url(#unknown)\"", svg, StringComparison.Ordinal);
        Assert.Equal(2, XDocument.Parse(svg).Descendants().Where(element => element.Attribute("class")?.Value.StartsWith("presence", StringComparison.Ordinal) == true).Select(element => element.Attribute("fill")?.Value).Distinct().Count());
        Assert.Contains("class=\"presence r0\" fill=\"url(#unknown)\"", StoryPrintSvg.File(StoryPrint.Of(Read("a", "INT. HAUS - TAG\n\nANNA\nIch liebe dich, und das ist der beste Tag.\n"))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_holds_its_own_data_and_a_script_cannot_break_out_of_it()
    {
        var page = StoryPrintPage.Of(StoryPrint.Of(Read("</script><b>{{script}}", "INT. {{data}} </script> - DAY\n\n@<x>\nHi.\n")));
        Assert.Contains("<title>&lt;/script&gt;&lt;b&gt;{{script}}", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("</script>").Length - 1);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_three_hundred_persons_the_most_prominent_have_rings_and_the_rest_are_counted()
    {
        var text = string.Concat(Enumerable.Range(0, 300).Select(i => $"INT. ROOM {i} - DAY\n\nPERSON{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}\nHello there.\n\n"));
        var print = StoryPrint.Of(Read("many", text));
        Assert.Equal((StoryPrint.MostRings, 290), (print.Rings.Count, print.PersonsLeftOut));
        Assert.Contains("290 persons", StoryPrintSvg.File(print), StringComparison.Ordinal);
    }

    private static string Say(StorySegment segment) => FormattableString.Invariant($"{segment.Change} {segment.Other}");

    private static StoryPrint Both(string first, string second) => StoryPrint.Of(Read("first", first), Read("second", second));

    private static (string, Cast, EmotionMap) Read(string title, string text) => Cast.Of(FountainReader.Read(text)) is var cast ? (title, cast, EmotionMap.Of(cast, null)) : default;
}

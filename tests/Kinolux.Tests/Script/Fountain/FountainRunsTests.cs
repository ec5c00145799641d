using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Tests.Script.Fountain;

public sealed class FountainRunsTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("*it*", "<i>it")]
    [InlineData("**bold**", "<b>bold")]
    [InlineData("***both***", "<bi>both")]
    [InlineData("_under_", "<u>under")]
    [InlineData("_*it* and **bold**_", "<iu>it|<u> and |<bu>bold")]
    [InlineData("**bold *both***", "<b>bold |<bi>both")]
    [InlineData("a * b * c", "a * b * c")]
    [InlineData("2*3 and 4", "2*3 and 4")]
    [InlineData(@"\*\*\* DONE \*\*\*", "*** DONE ***")]
    [InlineData(@"Barrier\_15", "Barrier_15")]
    [InlineData("snake_case_name", "snake_case_name")]
    [InlineData("one *two\nthree* four", "one *two\nthree* four")]
    [InlineData("He dialed *69 and *71.", "He dialed *69 and *71.")]
    [InlineData("a [[note *x*]] b", "a |<n>note *x*| b")]
    [InlineData("a /* gone */ b", "a |<x> gone | b")]
    [InlineData("one\n/* gone */\ntwo", "one|<x> gone |\ntwo")]
    [InlineData("/* gone */\ntwo", "<x> gone |two")]
    [InlineData("one [[over\ntwo]]\nlines", "one |<n>over\ntwo|\nlines")]
    [InlineData("[[open", "[[open")]
    [InlineData(@"\[[no note]]", "[[no note]]")]
    public void Marks_become_runs(string content, string runs) =>
        Assert.Equal(runs, string.Join('|', FountainRuns.Read(content).Select(run => Style(run.Style) + run.Text)));

    private static string Style(TextStyle style)
    {
        var marks = string.Concat(new[] { (TextStyle.Bold, 'b'), (TextStyle.Italic, 'i'), (TextStyle.Underline, 'u'), (TextStyle.Note, 'n'), (TextStyle.Boneyard, 'x') }.Where(mark => style.HasFlag(mark.Item1)).Select(mark => mark.Item2));
        return marks.Length == 0 ? "" : $"<{marks}>";
    }
}

using Kinolux.Script.Model;
using Kinolux.Script.Pages;

namespace Kinolux.Script.Editing;

/// <summary>Where in a text its pages begin. A page that begins within a paragraph is found by counting what of it is printed before.</summary>
internal static class PageStarts
{
    /// <summary>The first character of each page.</summary>
    /// <param name="marks">What looks otherwise in the text, or is not printed.</param>
    public static IReadOnlyList<int> Of(Screenplay script, ScriptPages pages, IReadOnlyList<TextMark> marks)
    {
        var starts = new List<int>(pages.Pages.Count);
        foreach (var page in pages.Pages)
        {
            var element = script.Elements[FirstOf(page).Element];
            var index = FirstOf(page).Element;
            starts.Add(pages.PageOf(index) == page.Number ? element.Span.Start - element.Span.Column : Within(script.Source, element.Span, PrintedBefore(pages, page.Number, index), marks));
        }
        return starts;
    }

    private static PageLine FirstOf(ScriptPage page) => page.Lines.FirstOrDefault(line => !line.IsAdded) ?? page.Lines[0];

    // Characters but white space, since lines are folded at that.
    private static int PrintedBefore(ScriptPages pages, int number, int element)
    {
        var count = 0;
        for (var page = pages.PageOf(element); page < number; page++)
            foreach (var line in pages.Pages[page - 1].Lines)
                if (line.Element == element && !line.IsAdded)
                    foreach (var run in line.Runs)
                        foreach (var letter in run.Text)
                            count += char.IsWhiteSpace(letter) ? 0 : 1;
        return count;
    }

    private static int Within(string text, SourceSpan span, int printed, IReadOnlyList<TextMark> marks)
    {
        var next = 0;
        while (next < marks.Count && marks[next].End <= span.Start)
            next++;
        var hiddenTo = span.Start;
        for (var at = span.Start; at < span.End; at++)
        {
            for (; next < marks.Count && marks[next].Start <= at; next++)
                if (marks[next].IsSyntax || marks[next].Style is TextStyle.Note or TextStyle.Boneyard)
                    hiddenTo = Math.Max(hiddenTo, marks[next].End);
            if (at >= hiddenTo && !char.IsWhiteSpace(text[at]) && printed-- == 0)
                return at;
        }
        return span.Start;
    }
}

using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;

namespace Kinolux.Script.Print;

/// <summary>A screenplay as one page that opens from disk, is read on a phone, and prints.</summary>
public static partial class ScriptHtml
{
    private const string Css = """
        :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfcf9; --quiet: #6b6b6b; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6e4df; --paper: #121212; --quiet: #9a9a9a; } }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.25 "Courier Prime", "Courier New", Courier, monospace; }
        main { box-sizing: border-box; max-width: calc(60ch + 8rem); margin: 0 auto; padding: 3rem 4rem; overflow-wrap: break-word; }
        p, h1, h2 { margin: 1.25em 0 0; font: inherit; white-space: pre-wrap; }
        header { text-align: center; padding: 6rem 0; } header .foot { text-align: left; margin-top: 8rem; }
        h2 { margin-top: 2.5em; position: relative; font-weight: bold; }
        h2 .n { position: absolute; left: -3.5rem; color: var(--quiet); font-weight: normal; } h2 .n + .n { left: auto; right: -3.5rem; }
        .character { margin-left: 20ch; } .parenthetical { margin: 0 0 0 15ch; max-width: 26ch; } .dialogue, .lyrics { margin: 0 0 0 10ch; max-width: 35ch; } main > .lyrics { margin-top: 1.25em; }
        .revised { position: relative; } .revised::after { content: "*"; position: absolute; right: -5ch; top: 0; } h2.revised::after { right: -1.5ch; } .dialogue.revised::after { right: -20ch; } .parenthetical.revised::after { right: -24ch; } .dual .revised::after { right: -2ch; }
        .transition { text-align: right; } .centered { text-align: center; } hr { border: 0; border-top: 1px solid var(--quiet); margin: 2.5em 0; }
        .dual { display: grid; grid-template-columns: 1fr 1fr; gap: 3ch; } .dual .character { margin-left: 9ch; } .dual .parenthetical { margin-left: 4ch; } .dual .dialogue, .dual .lyrics { margin-left: 0; }
        @media (max-width: 640px) { main { padding: 1.5rem 1rem; } h2 .n { position: static; margin-right: 1ch; } h2 .n + .n { display: none; } .character { margin-left: 6ch; } .parenthetical { margin-left: 4ch; } .dialogue, .lyrics { margin-left: 2ch; } header { padding: 3rem 0; } .revised::after, .dialogue.revised::after, .parenthetical.revised::after { right: -1ch; } .dual { gap: 1ch; } .dual .character { margin-left: 2ch; } .dual .parenthetical { margin-left: 1ch; } }
        @media print { :root { --ink: #000; --paper: #fff; } @page { size: letter; margin: 1in 1in 1in 1.5in; } body { font-size: 12pt; line-height: 1; } main { max-width: none; padding: 0; } h2, .character, .parenthetical { break-after: avoid; } hr, header { break-after: page; border: 0; } p { orphans: 2; widows: 2; } }
        """;

    /// <summary>The whole page.</summary>
    public static string Of(Screenplay script, ScriptPaper paper = ScriptPaper.Letter)
    {
        var page = new StringBuilder();
        var title = Fountain.PlainTitle.Of(script) ?? "Screenplay";
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"{Language(script)}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n<title>{Escape(title)}</title>\n<style>\n{Css.Replace("size: letter", paper == ScriptPaper.A4 ? "size: a4" : "size: letter", StringComparison.Ordinal)}\n</style>\n</head>\n<body>\n<main>\n");
        if (PrintTitle.Of(script) is { } front)
            Title(page, front);
        for (var i = 0; i < script.Elements.Count; i++)
            if (script.Elements[i].Kind == ElementKind.Character)
                Speeches(page, script, ref i);
            else if (script.Elements[i].Kind.IsPrinted)
                Element(page, script.Elements[i]);
        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    // As the title page says it; nobody guesses.
    private static string Language(Screenplay script) => script.TitleOf("Language")?.Trim() is { } said && Tag().IsMatch(said) ? said : "und";

    private static void Title(StringBuilder page, PrintTitle title)
    {
        page.Append("<header>\n");
        foreach (var (block, at) in title.Centre.Select((block, at) => (block, at)))
            page.Append(at == 0 ? "<h1>" : "<p>").AppendJoin('\n', block.Select(Inline)).Append(at == 0 ? "</h1>\n" : "</p>\n");
        if (title.Left.Count > 0)
            page.Append("<p class=\"foot\">").AppendJoin('\n', title.Left.Select(Inline)).Append("</p>\n");
        page.Append("</header>\n");
    }

    // A speech, and beside it the one that is said at the same time.
    private static void Speeches(StringBuilder page, Screenplay script, ref int at)
    {
        List<string> speeches = [];
        var last = at;
        do
        {
            var speech = new StringBuilder("<div class=\"speech\">\n");
            Element(speech, script.Elements[at]);
            for (last = at; at + 1 < script.Elements.Count && (!script.Elements[at + 1].Kind.IsPrinted || IsSaidOn(script.Elements[at + 1]));)
                if (script.Elements[++at].Kind.IsPrinted)
                    Element(speech, script.Elements[last = at]);
            speeches.Add(speech.Append("</div>\n").ToString());
        }
        while (speeches.Count == 1 && at + 1 < script.Elements.Count && script.Elements[at + 1] is { Kind: ElementKind.Character, IsDual: true } && ++at > 0);
        at = last;
        page.Append(speeches.Count == 1 ? speeches[0] : $"<div class=\"dual\">\n{speeches[0]}{speeches[1]}</div>\n");
    }

    // What is sung after a blank line is nobody's, as on paper.
    private static bool IsSaidOn(ScriptElement next) => next.Kind.IsSpeech && next.Kind != ElementKind.Character && !(next.Kind == ElementKind.Lyrics && next.BlankBefore > 0);

    private static void Element(StringBuilder page, ScriptElement element)
    {
        var number = element.Number is { } given ? $"<span class=\"n\">{Escape(given)}</span>" : "";
        if (element.Kind == ElementKind.PageBreak)
            page.Append("<hr>\n");
        else if (element.Kind == ElementKind.SceneHeading)
            page.Append(CultureInfo.InvariantCulture, $"<h2{(Revised(element).Length > 0 ? " class=\"revised\"" : "")}>{number}{number}{Inline(SetRuns.Of(element))}</h2>\n");
        else
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"{element.Kind.ToString().ToLowerInvariant()}{Revised(element)}\">{Inline(SetRuns.Of(element))}</p>\n");
    }

    // A star in the margin, as on paper.
    private static string Revised(ScriptElement element) => element.Runs.Any(run => run is { IsPrinted: true, Revision: > 0 } && !string.IsNullOrWhiteSpace(run.Text)) ? " revised" : "";

    private static string Inline(IReadOnlyList<TextRun> runs)
    {
        var text = new StringBuilder();
        foreach (var run in runs.Where(run => run.IsPrinted))
        {
            List<string> tags = [];
            foreach (var (style, tag) in (ReadOnlySpan<(TextStyle, string)>)[(TextStyle.Bold, "b"), (TextStyle.Italic, "i"), (TextStyle.Underline, "u"), (TextStyle.Strikeout, "s")])
                if (run.Style.HasFlag(style))
                    tags.Add(tag);
            text.AppendJoin("", tags.Select(tag => $"<{tag}>")).Append(Escape(run.Text)).AppendJoin("", Enumerable.Reverse(tags).Select(tag => $"</{tag}>"));
        }
        return text.ToString();
    }

    [GeneratedRegex("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$", RegexOptions.CultureInvariant)]
    private static partial Regex Tag();

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}

using System.Text.RegularExpressions;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Fdx;

/// <summary>Reads a document's title page. Final Draft's has lines without keys: what they are is read from what they say and how they stand.</summary>
internal static partial class FdxTitle
{
    /// <summary>Which entry a line belongs to, where we wrote it.</summary>
    public const string Key = "kinolux:Key";

    public static List<TitleEntry> Read(FdxNode? page)
    {
        List<TitleEntry> entries = [];
        var hadCredit = false;
        foreach (var paragraph in page?.Child("Content")?.All("Paragraph") ?? [])
        {
            var text = paragraph.Words();
            if (paragraph.Of(Key) is { Length: > 0 } own)
                Add(own, paragraph, FountainEmphasis.Write([.. paragraph.All("Text").Select(run => new TextRun(run.Text, FdxTypes.StyleOf(run.Of("Style"), out _)))], out _));
            else if (!string.IsNullOrWhiteSpace(text))
                Add(Guess(paragraph, text.Trim()), paragraph, text.Trim());
        }
        return entries;

        string Guess(FdxNode paragraph, string text)
        {
            var last = entries.Count > 0 ? entries[^1].Key : "";
            if (last.Length == 0)
                return "Title";
            if (paragraph.Of("Alignment") is not ("Center" or "Full") && hadCredit)
                return Dated().IsMatch(text) ? "Draft date" : "Contact";
            if (Credit().IsMatch(text))
            {
                hadCredit = true;
                return "Credit";
            }
            if (BasedOn().IsMatch(text))
                return "Source";
            return last switch { "Credit" or "Author" => "Author", "Source" => "Source", "Title" when Dated().IsMatch(text) => "Draft date", "Title" => "Notes", _ => last == "Contact" ? "Contact" : "Notes" };
        }

        void Add(string key, FdxNode paragraph, string text)
        {
            var isMore = entries.Count > 0 && entries[^1].Key == key;
            var lines = text.Length == 0 && !isMore ? [] : text.Split('\n');
            if (isMore)
            {
                var first = entries[^1];
                entries[^1] = new TitleEntry(key, [.. first.Lines, .. lines], first.Span with { Length = paragraph.Span.End - first.Span.Start, LastLine = paragraph.Span.LastLine });
            }
            else
            {
                entries.Add(new TitleEntry(key, lines, paragraph.Span));
            }
        }
    }

    [GeneratedRegex(@"^\s*(an? )?((original )?(screenplay|teleplay|script|story|play|book)( and \w+)?|written|adapted|created)?\s*by\b\s*:?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^\s*(based (up)?on|from|adapted from|after)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BasedOn();

    [GeneratedRegex(@"\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b|\b(draft|revision|rev\.)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dated();
}

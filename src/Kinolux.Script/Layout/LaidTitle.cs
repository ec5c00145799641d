using System.Text.RegularExpressions;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;

namespace Kinolux.Script.Layout;

/// <summary>Reads a title page: the first of several pages where it begins far down and holds no scene.</summary>
internal static partial class LaidTitle
{
    // Rows that a title is below where other pages begin.
    private const int Drop = 6;

    public static List<TitleEntry> Read(IReadOnlyList<LaidLine> lines, out int after)
    {
        after = 0;
        List<TitleEntry> title = [];
        var page = lines.TakeWhile(line => line.Page == 0).ToList();
        if (page.Count is 0 or > 40 || page.Count == lines.Count || page.Any(line => FountainRules.IsHeading(line.Text) || line.Number is not null))
            return title;
        var head = lines.Skip(page.Count).Where(line => line.IsTop).Min(line => line.Row);
        if (page[0].Row < head + Drop && !page.Any(line => Credit().IsMatch(line.Text)))
            return title;
        after = page.Count;
        List<(string Key, List<LaidLine> Lines)> entries = [];
        var key = "Title";
        var isFoot = false;
        foreach (var line in page)
        {
            isFoot |= entries.Count > 0 && line.Blank > 3;
            var next = entries.Count == 0 ? "Title"
                : Date().IsMatch(line.Text) ? "Draft date"
                : Rights().IsMatch(line.Text) ? "Copyright"
                : isFoot ? "Contact"
                : key == "Title" && Credit().IsMatch(line.Text) ? "Credit"
                : key == "Credit" ? "Author"
                : key == "Title" || key == "Author" && line.Blank == 0 ? key
                : "Source";
            if (entries.Count == 0 || next != key)
                entries.Add((key = next, [line]));
            else
                entries[^1].Lines.Add(line);
        }
        return [.. entries.Select(entry => Entry(entry.Key, entry.Lines))];
    }

    private static TitleEntry Entry(string key, IEnumerable<LaidLine> block)
    {
        var lines = block.ToList();
        var (first, last) = (lines[0].Span, lines[^1].Span);
        return new TitleEntry(key, [.. lines.Select(line => line.Text)], first with { Length = last.End - first.Start, LastLine = last.LastLine });
    }

    [GeneratedRegex(@"^(a (screenplay|film|play) |screenplay |teleplay |written |story )?(and directed )?by\b|^(screenplay|written|von|de|par|da|脚本|编剧|編劇)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$|^(\d{1,2}\s+)?(january|february|march|april|may|june|july|august|september|october|november|december)\b.*\d{4}$|draft", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(\(c\)|©|copyright)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Rights();
}

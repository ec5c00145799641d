using System.Globalization;
using System.Net;
using System.Text;
using Kinolux.Core.Files;

namespace Kinolux.Report.Sheets;

/// <summary>A sheet as one HTML file that holds all it needs: it opens from disk, in light and dark, and prints on A4.</summary>
public static class SheetPage
{
    /// <summary>Writes the file, whole or not at all.</summary>
    /// <exception cref="Core.Faults.FaultException">KX3003: this build has no pages. KX4001, KX4101: the disk refuses.</exception>
    public static void Write(string path, Sheet sheet)
    {
        var body = new StringBuilder();
        foreach (var part in sheet.Parts)
        {
            body.Append(CultureInfo.InvariantCulture, $"<section>\n<h2>{Text(part.Heading)}</h2>\n");
            foreach (var words in part.Words)
                body.Append(CultureInfo.InvariantCulture, $"<p>{Text(words)}</p>\n");
            if (part.Rows.Count > 0)
                AddTable(body, part);
            body.Append("</section>\n");
        }
        AtomicFile.WriteText(path, ReportAssets.Read("record.html")
            .Replace("{{style}}", ReportAssets.Read("record.css"), StringComparison.Ordinal)
            .Replace("{{made}}", Text(SheetPaper.DateOf(sheet.Made)), StringComparison.Ordinal)
            .Replace("{{title}}", Text(sheet.Title), StringComparison.Ordinal)
            .Replace("{{lead}}", Text(sheet.Lead), StringComparison.Ordinal)
            .Replace("{{body}}", body.ToString(), StringComparison.Ordinal));
    }

    private static void AddTable(StringBuilder body, SheetPart part)
    {
        body.Append("<table>\n");
        if (part.Columns.Count > 0)
            body.Append("<thead><tr>").AppendJoin("", part.Columns.Select(column => $"<th scope=\"col\">{Text(column)}</th>")).Append("</tr></thead>\n");
        body.Append("<tbody>\n");
        foreach (var row in part.Rows)
            body.Append("<tr>").AppendJoin("", row.Select((cell, at) => at == 0 ? $"<th scope=\"row\">{Text(cell)}</th>" : $"<td data-of=\"{Text(part.Columns.ElementAtOrDefault(at) ?? "")}\">{Text(cell)}</td>")).Append("</tr>\n");
        body.Append("</tbody>\n</table>\n");
    }

    // What stands for a place in the page stays what it is.
    private static string Text(string text) => WebUtility.HtmlEncode(text).Replace("{{", "&#123;&#123;", StringComparison.Ordinal);
}

using System.Text;
using Kinolux.Report.Paper;
using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;
using Style = Kinolux.Report.Paper.TextStyle;

namespace Kinolux.Script.Print;

/// <summary>A screenplay as a PDF: 12 point Courier, each line where <see cref="ScriptPages"/> puts it.</summary>
public static class ScriptPdf
{
    /// <summary>What the script is called that a PDF of ours carries.</summary>
    internal const string CarriedName = "script.fountain";

    /// <summary>The size of letters and the height of a line, the width of a column, the margins, and how far below the top of a line its letters stand, in points.</summary>
    internal const int Size = 12, Left = 108, Top = 72, Rise = 9;

    /// <inheritdoc cref="Size"/>
    internal const double Cell = 7.2;

    private static readonly Style Courier = new(FontFamily.Courier, Size);

    /// <summary>Writes it, whole or not at all.</summary>
    /// <remarks>It carries the Fountain of what is printed, so that it is read back whole; nothing that is not on its pages.</remarks>
    /// <param name="made">When, as the PDF says it: the same script and time are the same bytes.</param>
    /// <returns>Characters that no font has, with how often; they are drawn as empty boxes.</returns>
    /// <exception cref="Core.Faults.FaultException">KX3004: a font that it needs is missing; KX4001, KX4101: the disk refuses.</exception>
    public static IReadOnlyDictionary<Rune, int> Write(string path, Screenplay script, DateTimeOffset made) => Write(path, script, ScriptPages.Of(script), made);

    /// <inheritdoc cref="Write(string, Screenplay, DateTimeOffset)"/>
    /// <param name="pages">The script's, where they are there already.</param>
    public static IReadOnlyDictionary<Rune, int> Write(string path, Screenplay script, ScriptPages pages, DateTimeOffset made) =>
        PaperDocument.Write(path, new PaperAbout(PlainTitle.Of(script) ?? Path.GetFileNameWithoutExtension(path), made, PlainTitle.Of(script, "Author") ?? PlainTitle.Of(script, "Authors") ?? ""), document =>
        {
            foreach (var page in PrintedPages.Of(script, pages))
                Draw(document.AddPage(pages.Paper == ScriptPaper.A4 ? PaperPage.A4 : PaperPage.Letter), page);
            if (PrintedText.Of(script, pages) is { } text)
                document.Attach(new PaperAttachment(CarriedName, "text/plain", "The script that these pages print, in Fountain.", Encoding.UTF8.GetBytes(text)));
        });

    private static void Draw(PaperPage paper, IReadOnlyList<PrintedLine> lines)
    {
        foreach (var line in lines)
            if (line.Runs.Count > 0)
                paper.Text(Left + line.Column * Cell, Top + line.Row * Size + Rise, [.. line.Runs.Select(run => new TextSpan(run.Text, StyleOf(run.Style)))]);
    }

    private static Style StyleOf(Model.TextStyle style) => Courier with
    {
        Bold = style.HasFlag(Model.TextStyle.Bold), Italic = style.HasFlag(Model.TextStyle.Italic), Underline = style.HasFlag(Model.TextStyle.Underline), Strike = style.HasFlag(Model.TextStyle.Strikeout),
    };
}

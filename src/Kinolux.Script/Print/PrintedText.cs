using Kinolux.Script.Fountain;
using Kinolux.Script.Model;
using Kinolux.Script.Pages;

namespace Kinolux.Script.Print;

/// <summary>The Fountain of exactly what is printed: without notes, boneyard, sections, synopses and what a title page says to programs, which stay with their writer.</summary>
internal static class PrintedText
{
    /// <summary>The text; null where Fountain cannot say what would print as the same pages.</summary>
    public static string? Of(Screenplay script, ScriptPages pages)
    {
        var text = FountainWriter.Write(Stripped(script)).Text;
        var read = FountainReader.Read(text);
        return IsPrinted(read) && IsSame(PrintedPages.Of(script, pages), PrintedPages.Of(read, ScriptPages.Of(read, pages.Paper))) ? text : null;
    }

    /// <summary>True where all that a script says is on its pages.</summary>
    public static bool IsPrinted(Screenplay script) =>
        script.Elements.All(element => element.Kind.IsPrinted && element.Runs.All(run => run.IsPrinted)) && script.Title.All(entry => PrintTitle.IsPrinted(entry) && entry.Lines.All(line => FountainRuns.Read(line).All(run => run.IsPrinted)));

    private static bool IsSame(IReadOnlyList<IReadOnlyList<PrintedLine>> one, IReadOnlyList<IReadOnlyList<PrintedLine>> other) =>
        one.Count == other.Count && one.Zip(other).All(pages => Lines(pages.First).SequenceEqual(Lines(pages.Second)));

    // Fountain has no revisions.
    private static IEnumerable<(int, int, string)> Lines(IReadOnlyList<PrintedLine> page) => page.Where(line => !line.IsMark).Select(line => (line.Row, line.Column, line.Text));

    private static Screenplay Stripped(Screenplay script) => new()
    {
        Source = script.Source,
        Title = [.. script.Title.Where(PrintTitle.IsPrinted).Select(entry => entry with { Lines = [.. entry.Lines.Select(Line)] })],
        Elements = [.. script.Elements.Where(element => element.Kind.IsPrinted).Select(Element)],
    };

    private static string Line(string line) => FountainRuns.Read(line) is var runs && runs.All(run => run.IsPrinted) ? line : FountainEmphasis.Write([.. runs.Where(run => run.IsPrinted)], out _);

    private static ScriptElement Element(ScriptElement element)
    {
        List<TextRun> runs = [.. element.Runs.Where(run => run.IsPrinted).Select(run => run with { Revision = 0, Tag = 0 })];
        return new ScriptElement(element.Kind, element.Span, element.Text, element.BlankBefore, _ => runs) { Number = element.Number, IsDual = element.IsDual };
    }
}

using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Files;
using Kinolux.Script.Fdx;
using Kinolux.Script.Fountain;
using Kinolux.Script.Layout;
using Kinolux.Script.Model;
using Kinolux.Script.Pdf;
using Kinolux.Script.Plays;

namespace Kinolux.Script.Files;

/// <summary>A screenplay with the file it was read from.</summary>
/// <param name="Text">What the file says, and how its bytes are made; of a PDF the script that it carries, or its text in columns.</param>
public sealed record ScriptFile(string Path, ScriptFormat Format, ScriptText Text, Screenplay Script)
{
    // A thousand times a feature; what is longer is no script.
    private const long MostBytes = 128 << 20;
    private const int MostOfALine = 1 << 20;

    private static readonly string[] Extensions = [".fountain", ".spmd", ".txt", ".md", ".fdx", ".csv", ".pdf"];

    /// <summary>True where a PDF carries its script in Fountain and prints just that: it is read whole, and not by where its lines are.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Why the script that a PDF carries is not read, as the end of a sentence; empty where it is, or where there is none.</summary>
    public string WhyNotCarried { get; init; } = "";

    /// <summary>True where its text is Fountain.</summary>
    public bool IsFountain => Format == ScriptFormat.Fountain || IsCarried;

    /// <summary>True where a file of such a name may be a screenplay.</summary>
    public static bool Takes(string path) => Extensions.Contains(System.IO.Path.GetExtension(path).ToLowerInvariant());

    /// <summary>True where a file's name says another format than its content is.</summary>
    public bool IsMisnamed => Text.Text.Length > 0 && Format != Named(Path) && !(Format == ScriptFormat.PageText && Named(Path) == ScriptFormat.Fountain);

    /// <summary>Reads a screenplay in the format that its content is in, whatever its name says. An empty file is an empty script.</summary>
    /// <exception cref="FaultException">KX1400: it cannot be read; KX1401: it is no text; KX1402: a line is too long; KX1403, KX1404: it is XML, and no script; KX1405: it is a table, and no play; KX1406 to KX1409: its PDF cannot be read.</exception>
    public static ScriptFile Read(string path)
    {
        byte[] bytes;
        if (Directory.Exists(path))
            throw FaultException.Of("KX1400", ("file", path), ("why", "it is a folder"));
        try
        {
            bytes = WholeFile.Read(path, MostBytes);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw FaultException.Of("KX1400", cause, ("file", path), ("why", cause.Message));
        }
        if (PdfPages.IsPdf(bytes))
            return OfPdf(path, bytes);
        var text = ScriptText.Read(bytes);
        var isXml = IsXml(path, text.Text);
        Check(path, text.Text, isXml ? int.MaxValue : MostOfALine);
        if (isXml)
            return new ScriptFile(path, ScriptFormat.FinalDraft, text, FdxReader.Read(text.Text, path));
        if (Named(path) == ScriptFormat.StagePlay && text.Text.Length > 0 || PlayReader.IsPlay(text.Text))
            return new ScriptFile(path, ScriptFormat.StagePlay, text, PlayReader.Read(text.Text, path));
        if (System.IO.Path.GetExtension(path).ToLowerInvariant() == ".txt" && LayoutReader.IsLaidOut(text.Text))
            return new ScriptFile(path, ScriptFormat.PageText, text, LayoutReader.Read(text.Text));
        return new ScriptFile(path, ScriptFormat.Fountain, text, FountainReader.Read(text.Text));
    }

    private static ScriptFile OfPdf(string path, byte[] bytes)
    {
        var pages = PdfPages.Read(bytes, path);
        if (pages.Carried.Script is { } carried)
            return new ScriptFile(path, ScriptFormat.Pdf, Utf8(carried.Source), carried) { IsCarried = true };
        var why = pages.Carried.WhyNot;
        return new ScriptFile(path, ScriptFormat.Pdf, Utf8(pages.Text), LayoutReader.Read(pages.Text, pages.Slack, pages.Bold, why.Length > 0 ? [new ScriptExtra($"script in the file, which {why}", "", 0)] : [])) { WhyNotCarried = why };
    }

    private static ScriptText Utf8(string text) => new(text, new System.Text.UTF8Encoding(false), false);

    private static ScriptFormat Named(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".fdx" => ScriptFormat.FinalDraft,
        ".csv" => ScriptFormat.StagePlay,
        ".pdf" => ScriptFormat.Pdf,
        _ => ScriptFormat.Fountain,
    };

    // What is named so and was cut off at its head is a document that is broken, not a script of another format.
    private static bool IsXml(string path, string text)
    {
        var head = text.AsSpan().TrimStart();
        return head.StartsWith("<?xml") || head.StartsWith("<FinalDraft") || head.StartsWith("<!DOCTYPE")
            || (Named(path) == ScriptFormat.FinalDraft && (text.Contains("<Paragraph", StringComparison.Ordinal) || text.Contains("</", StringComparison.Ordinal)));
    }

    /// <summary>Says before a text is written that it could not be read back.</summary>
    /// <exception cref="FaultException">KX1401, KX1402.</exception>
    public static void Check(string path, string text) => Check(path, text, MostOfALine);

    // An XML document may be one long line.
    private static void Check(string path, string text, int mostOfALine)
    {
        var number = 1;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Contains('\0'))
                throw FaultException.Of("KX1401", ("file", path), ("line", number.ToString(CultureInfo.InvariantCulture)));
            if (line.Length > mostOfALine)
                throw FaultException.Of("KX1402", ("file", path), ("line", number.ToString(CultureInfo.InvariantCulture)), ("most", MostOfALine.ToString("N0", CultureInfo.InvariantCulture)));
            number++;
        }
    }
}

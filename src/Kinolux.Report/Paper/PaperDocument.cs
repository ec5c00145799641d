using System.Text;
using Kinolux.Core.Files;
using SkiaSharp;

namespace Kinolux.Report.Paper;

/// <summary>
/// A PDF whose every line its caller places. Text is shaped, embedded with its font, and can be copied out again as it was put in;
/// the same drawing with the same <see cref="PaperAbout"/> is the same file, byte for byte.
/// </summary>
public sealed class PaperDocument : IDisposable
{
    private readonly List<PaperPage> _pages = [];
    private readonly SortedDictionary<Rune, int> _missing = [];
    private readonly EmbeddedFonts _fonts = new();
    private PaperAttachment? _attached;

    private PaperDocument()
    {
    }

    /// <summary>Writes a document, whole or not at all.</summary>
    /// <param name="draw">Adds its pages, one after another.</param>
    /// <returns>How often which characters were drawn as an empty box since no font has them; nothing where all is well.</returns>
    /// <exception cref="Core.Faults.FaultException">KX3004: a font that its text needs is missing. KX4001, KX4101: the disk refuses.</exception>
    public static IReadOnlyDictionary<Rune, int> Write(string path, PaperAbout about, Action<PaperDocument> draw)
    {
        IReadOnlyDictionary<Rune, int> missing = new Dictionary<Rune, int>();
        AtomicFile.Write(path, stream => missing = Write(stream, about, draw));
        return missing;
    }

    /// <inheritdoc cref="Write(string, PaperAbout, Action{PaperDocument})"/>
    public static IReadOnlyDictionary<Rune, int> Write(Stream stream, PaperAbout about, Action<PaperDocument> draw)
    {
        var made = about.Made.UtcDateTime;
        var metadata = new SKDocumentPdfMetadata { Title = about.Title, Author = about.Author, Creator = "Kinolux", Producer = "Kinolux", Creation = made, Modified = made };
        using var paper = new PaperDocument();
        draw(paper);
        if (paper._attached is not { } attached)
        {
            paper.Draw(stream, metadata);
            return paper._missing;
        }
        using var alone = new MemoryStream();
        paper.Draw(alone, metadata);
        PaperUpdate.Write(stream, alone.GetBuffer().AsSpan(0, (int)alone.Length), attached);
        return paper._missing;
    }

    /// <summary>Adds the next page; those before may still be drawn on.</summary>
    /// <param name="size">In points, 72 to the inch; <see cref="PaperPage.A4"/> and <see cref="PaperPage.Letter"/> are the usual ones.</param>
    public PaperPage AddPage((int Width, int Height) size)
    {
        var page = new PaperPage(size, _fonts, _missing);
        _pages.Add(page);
        return page;
    }

    /// <summary>Puts a file into the document, for whoever opens it to save; one at most.</summary>
    public void Attach(PaperAttachment file) => _attached = file;

    private void Draw(Stream stream, SKDocumentPdfMetadata metadata)
    {
        using var inner = new SKManagedWStream(stream);
        using var document = SKDocument.CreatePdf(inner, metadata);
        foreach (var page in _pages)
        {
            page.Draw(document.BeginPage(page.Width, page.Height));
            document.EndPage();
        }
        document.Close();
    }

    /// <summary>Lets go of its fonts; <see cref="Write(string, PaperAbout, Action{PaperDocument})"/> does.</summary>
    public void Dispose() => _fonts.Dispose();
}

using System.Text;
using HarfBuzzSharp;
using SkiaSharp;

namespace Kinolux.Report.Paper;

/// <summary>A font of a file: its shapes for drawing and its tables for shaping. Kept as long as the program runs.</summary>
internal sealed class FontFile
{
    // What joins two letters into one glyph is only used where a script cannot be written without it, so that a text can be searched letter by letter.
    private static readonly Feature[] NoLigatures = [new(Tag.Parse("liga"), 0), new(Tag.Parse("clig"), 0), new(Tag.Parse("dlig"), 0), new(Tag.Parse("calt"), 0)];
    // Nor does a pair of letters move together where each has its cells.
    private static readonly Feature[] InCells = [.. NoLigatures, new(Tag.Parse("kern"), 0)];
    private static readonly uint PostScript = Tag.Parse("CFF ");
    private readonly Font _font;

    public FontFile(string path, int index, string name)
    {
        Name = name;
        Typeface = SKTypeface.FromFile(path, index) ?? throw new IOException($"{path} is no font");
        HasPostScriptOutlines = Typeface.GetTableTags().Contains(PostScript);
        using var blob = Blob.FromFile(path);
        var face = new Face(blob, index);
        Em = face.UnitsPerEm;
        _font = new Font(face);
        _font.SetScale(Em, Em);
        _font.SetFunctionsOpenType();
    }

    public SKTypeface Typeface { get; }

    /// <summary>Such as <c>Courier Prime Bold Italic</c>: what the file itself says of weight and slant is wrong for some.</summary>
    public string Name { get; }

    public bool IsItalic => Name.Contains("Italic", StringComparison.Ordinal);

    public bool HasPostScriptOutlines { get; }

    /// <summary>Units of the em square, in which glyphs are measured.</summary>
    public int Em { get; }

    public bool Has(Rune rune) => _font.TryGetNominalGlyph((uint)rune.Value, out _);

    /// <summary>Turns a text of one script and direction into glyphs, from left to right.</summary>
    /// <param name="utf8">The text; clusters are places in it.</param>
    /// <param name="inCells">Whether each character stands in its cells.</param>
    public Glyph[] Shape(ReadOnlySpan<byte> utf8, Script script, bool toLeft, bool inCells = false)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf8(utf8);
        (buffer.Script, buffer.Direction, buffer.Language) = (script, toLeft ? Direction.RightToLeft : Direction.LeftToRight, new Language("und"));
        _font.Shape(buffer, inCells ? InCells : NoLigatures);
        var infos = buffer.GetGlyphInfoSpan();
        var places = buffer.GetGlyphPositionSpan();
        var glyphs = new Glyph[infos.Length];
        for (var i = 0; i < glyphs.Length; i++)
            glyphs[i] = new Glyph((ushort)infos[i].Codepoint, infos[i].Cluster, places[i].XAdvance, places[i].XOffset, places[i].YOffset);
        return glyphs;
    }

    /// <summary>A glyph of a shaped text: its number, where in the text it comes from, and its measures in units, upwards.</summary>
    public readonly record struct Glyph(ushort Id, uint Cluster, int Advance, int X, int Y);
}

using System.Text;
using SkiaSharp;

namespace Kinolux.Report.Paper;

/// <summary>
/// The fonts of one document. One with PostScript outlines would be embedded as a program for each glyph, without a name and with the lowest of the characters that a glyph
/// may stand for (of many Chinese ones, their radical's): of what is used of it a TrueType font is made instead.
/// </summary>
internal sealed class EmbeddedFonts : IDisposable
{
    private readonly Dictionary<FontFile, Made> _made = [];

    /// <summary>Takes a glyph into the document.</summary>
    /// <param name="character">What it is used for; null where it is no character of its own.</param>
    /// <returns>Its number in <see cref="TypefaceOf"/>.</returns>
    public ushort Add(FontFile font, ushort glyph, Rune? character)
    {
        if (!font.HasPostScriptOutlines)
            return glyph;
        if (!_made.TryGetValue(font, out var made))
        {
            _made.Add(font, made = new Made(new TrueTypeFile(font.Typeface, font.Em, font.Name)));
            made.Numbers.Add((0, null), made.File.Add(0, null));
        }
        if (!made.Numbers.TryGetValue((glyph, character), out var number))
            made.Numbers.Add((glyph, character), number = made.File.Add(glyph, character));
        return number;
    }

    /// <summary>What the document's glyphs are drawn with, once all were added.</summary>
    public SKTypeface TypefaceOf(FontFile font)
    {
        if (!_made.TryGetValue(font, out var made))
            return font.Typeface;
        if (made.Typeface is null)
            using (var data = SKData.CreateCopy(made.File.ToBytes()))
                made.Typeface = SKTypeface.FromData(data) ?? throw new InvalidOperationException($"{font.Name} could not be made again");
        return made.Typeface;
    }

    public void Dispose()
    {
        foreach (var made in _made.Values)
            made.Typeface?.Dispose();
    }

    private sealed class Made(TrueTypeFile file)
    {
        public TrueTypeFile File { get; } = file;

        public Dictionary<(ushort Glyph, Rune? Character), ushort> Numbers { get; } = [];

        public SKTypeface? Typeface { get; set; }
    }
}

using System.Text;
using HarfBuzzSharp;

namespace Kinolux.Report.Paper;

/// <summary>The fonts that a style is set in: its family's own, and those that stand in for what that lacks.</summary>
internal sealed class FontChain
{
    // Ten characters to the inch at 12 points; the fonts themselves are off by a few thousandths.
    private const double TypewriterCell = .6;
    private static readonly Dictionary<(FontFamily, bool Bold, bool Italic), FontChain> All =
        (from family in Enum.GetValues<FontFamily>() from bold in new[] { false, true } from italic in new[] { false, true } select (family, bold, italic)).ToDictionary(key => key, key => new FontChain(key.family, key.bold, key.italic));

    private readonly FontSource[] _sources;
    private readonly bool _italic;

    private FontChain(FontFamily family, bool bold, bool italic)
    {
        FontSource courier = FontSource.Courier(bold, italic), sans = FontSource.Sans(bold), mono = FontSource.Mono(bold), cjk = FontSource.Cjk(bold);
        _sources = family switch { FontFamily.Courier => [courier, mono, sans, cjk], FontFamily.Mono => [mono, sans, cjk], _ => [sans, cjk] };
        (_italic, Cell) = (italic, family == FontFamily.Sans ? 0 : TypewriterCell);
    }

    /// <summary>How wide a cell is where each character stands in its cells, in ems; 0 where characters have widths of their own.</summary>
    public double Cell { get; }

    public static FontChain Of(TextStyle style) => All[(style.Family, style.Bold, style.Italic)];

    /// <summary>The first font that has all of a character and its marks; the family's own where none has.</summary>
    /// <exception cref="Core.Faults.FaultException">KX3004: the font for its script is missing.</exception>
    public (FontFile Font, bool Found) For(ReadOnlySpan<char> cluster)
    {
        foreach (var source in _sources)
            if (Asks(source, cluster) && Has(source.Font, cluster))
                return (source.Font, true);
        return (_sources[0].Font, false);
    }

    /// <summary>Whether a font is to be slanted: its upright one stands in for a slanted one that is not there.</summary>
    public bool IsSlanted(FontFile font) => _italic && !font.IsItalic;

    private static bool Asks(FontSource source, ReadOnlySpan<char> cluster) => source.IsFor is not { } isFor || (Rune.DecodeFromUtf16(cluster, out var first, out _) == System.Buffers.OperationStatus.Done && isFor(first));

    private static bool Has(FontFile font, ReadOnlySpan<char> cluster)
    {
        var all = true;
        foreach (var rune in cluster.EnumerateRunes())
            all &= IsUnseen(rune) || font.Has(rune);
        // A letter and its mark may have a glyph as one.
        return all || (cluster.Length > 1 && Array.TrueForAll(font.Shape(Encoding.UTF8.GetBytes(cluster.ToArray()), Scripts.Of(cluster), toLeft: false), glyph => glyph.Id != 0));
    }

    // What only steers how others are drawn needs no glyph: joiners, direction marks, variation selectors.
    internal static bool IsUnseen(Rune rune) => rune.Value is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF || Rune.GetUnicodeCategory(rune) == System.Globalization.UnicodeCategory.Format;
}

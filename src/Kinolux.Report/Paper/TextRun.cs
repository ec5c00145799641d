using System.Buffers;
using System.Text;
using Kinolux.Core.Text;
using SkiaSharp;

namespace Kinolux.Report.Paper;

/// <summary>Glyphs of one font in one direction, with the text that they are made of, so that it can be copied out again.</summary>
internal sealed class TextRun
{
    // As a typewriter's: below the line, and through small letters; in ems.
    private const double UnderlineAt = .12, StrikeAt = -.24, Thick = .055, Slant = -.2;

    // How far a font of other widths is stretched or squeezed to stand in its cells.
    private const double LeastScale = .7, MostScale = 1.25;

    // What is left between wide characters, in ems: readers of PDFs take a tenth for a space.
    private const double LeastGap = .05;

    private readonly TextStyle _style;
    private readonly bool _slanted;
    private readonly byte[] _utf8;
    private readonly FontFile.Glyph[] _glyphs;
    private readonly double _left;
    private readonly SKPoint[] _places;
    private double _scale = 1;

    /// <param name="left">Where it begins in its line, in points.</param>
    /// <param name="cell">How wide a cell of its line is, in points; 0 where glyphs keep their own widths.</param>
    public TextRun(TextStyle style, FontFile font, bool slanted, byte[] utf8, FontFile.Glyph[] glyphs, double left, double cell)
    {
        (_style, Font, _slanted, _utf8, _left) = (style, font, slanted, utf8, left);
        _glyphs = [.. glyphs.SelectMany((glyph, at) => Copyable(glyphs, at))];
        _places = new SKPoint[_glyphs.Length];
        var text = Encoding.UTF8.GetString(utf8);
        if (cell == 0)
            Width = Place();
        else if (text.EnumerateRunes().Any(Columns.IsWide))
            Width = PlaceInCells(cell);
        else
            Width = PlaceInRoom(Columns.Of(text) * cell);
    }

    /// <summary>In points.</summary>
    public double Width { get; }

    public FontFile Font { get; }

    /// <summary>Takes its glyphs into a document.</summary>
    /// <returns>Their numbers there.</returns>
    public ushort[] Embed(EmbeddedFonts fonts)
    {
        var numbers = new ushort[_glyphs.Length];
        for (int first = 0, end; first < numbers.Length; first = end)
        {
            end = EndOfCluster(first);
            Rune? character = _glyphs[first].Id != 0 && Rune.DecodeFromUtf8(_utf8.AsSpan((int)_glyphs[first].Cluster), out var rune, out _) == OperationStatus.Done ? rune : null;
            for (var i = first; i < end; i++)
                numbers[i] = fonts.Add(Font, _glyphs[i].Id, i == first ? character : null);
        }
        return numbers;
    }

    /// <param name="glyphs">The numbers of its glyphs in <paramref name="typeface"/>.</param>
    public void Draw(SKCanvas canvas, SKTypeface typeface, ushort[] glyphs, double x, double baseline)
    {
        x += _left;
        using var paint = PaperPage.PaintOf(_style.Ink);
        using var font = new SKFont(typeface, (float)_style.Size, (float)_scale, _slanted ? (float)Slant : 0) { Subpixel = true, LinearMetrics = true, Hinting = SKFontHinting.None };
        using var builder = new SKTextBlobBuilder();
        var run = builder.AllocatePositionedTextRun(font, _glyphs.Length, _utf8.Length);
        run.SetGlyphs(glyphs);
        run.SetPositions(_places);
        run.SetText(_utf8);
        run.SetClusters(Array.ConvertAll(_glyphs, glyph => glyph.Cluster));
        using (var blob = builder.Build())
            if (blob is not null)
                canvas.DrawText(blob, (float)x, (float)baseline, paint);
        if (_style.Underline)
            Rule(canvas, paint, x, baseline + UnderlineAt * _style.Size);
        if (_style.Strike)
            Rule(canvas, paint, x, baseline + StrikeAt * _style.Size);
    }

    private void Rule(SKCanvas canvas, SKPaint paint, double x, double y) => canvas.DrawRect(SKRect.Create((float)x, (float)y, (float)Width, (float)(Thick * _style.Size)), paint);

    // The box that stands for what no font has is copied out as what it stands for if it is more than one glyph.
    private static IEnumerable<FontFile.Glyph> Copyable(FontFile.Glyph[] glyphs, int at) =>
        glyphs[at].Id == 0 ? [glyphs[at] with { Advance = 0 }, glyphs[at]] : [glyphs[at]];

    private double Place(double pen = 0)
    {
        var unit = _style.Size / Font.Em * _scale;
        for (var i = 0; i < _glyphs.Length; i++)
        {
            _places[i] = new SKPoint((float)(pen + _glyphs[i].X * unit), (float)(-_glyphs[i].Y * _style.Size / Font.Em));
            pen += _glyphs[i].Advance * unit;
        }
        return pen;
    }

    // Letters that join, or are made for other widths, stay together: as a whole they take their cells.
    private double PlaceInRoom(double room)
    {
        var own = _glyphs.Sum(glyph => (double)glyph.Advance) * _style.Size / Font.Em;
        _scale = own == 0 ? 1 : Math.Clamp(room / own, LeastScale, MostScale);
        Place((room - own * _scale) / 2);
        return room;
    }

    // Each in the middle of its own.
    private double PlaceInCells(double cell)
    {
        _scale = Math.Min(MostScale, Enumerable.Range(0, _glyphs.Length).Min(at => WidestScale(at, cell)));
        var (unit, pen) = (_style.Size / Font.Em * _scale, 0.0);
        for (int first = 0, end; first < _glyphs.Length; first = end)
        {
            var own = 0.0;
            end = EndOfCluster(first);
            for (var i = first; i < end; i++)
                own += _glyphs[i].Advance * unit;
            var room = Columns.Of(TextOf(first, end)) * cell;
            var at = pen + (room - own) / 2;
            for (var i = first; i < end; i++)
            {
                _places[i] = new SKPoint((float)(at + _glyphs[i].X * unit), (float)(-_glyphs[i].Y * _style.Size / Font.Em));
                at += _glyphs[i].Advance * unit;
            }
            pen += room;
        }
        return pen;
    }

    private double WidestScale(int glyph, double cell) =>
        Columns.Of(TextOf(glyph, EndOfCluster(glyph))) == 2 && _glyphs[glyph].Advance > 0 ? (2 * cell - LeastGap * _style.Size) / (_glyphs[glyph].Advance * _style.Size / Font.Em) : MostScale;

    private int EndOfCluster(int first)
    {
        var end = first + 1;
        while (end < _glyphs.Length && _glyphs[end].Cluster == _glyphs[first].Cluster)
            end++;
        return end;
    }

    // From one cluster to the next in the text, which for a script that runs to the left is the one before in the glyphs.
    private string TextOf(int first, int end)
    {
        var next = _glyphs[0].Cluster > _glyphs[^1].Cluster ? first - 1 : end;
        var (from, to) = ((int)_glyphs[first].Cluster, next < 0 || next == _glyphs.Length ? _utf8.Length : (int)_glyphs[next].Cluster);
        return Encoding.UTF8.GetString(_utf8, from, to - from);
    }
}

using System.Buffers.Binary;
using System.Text;
using SkiaSharp;

namespace Kinolux.Report.Paper;

/// <summary>
/// Makes a TrueType font of some glyphs of another: what PDFs embed best, with a name, and with exactly the characters for which its glyphs were used.
/// Cubic outlines become quadratic ones, at most half a unit off.
/// </summary>
internal sealed class TrueTypeFile(SKTypeface typeface, int em, string name)
{
    // Units of the em; the difference between a cubic and its quadratic goes with the third power of the pieces.
    private const double Tolerance = .5;

    private readonly List<byte[]> _glyphs = [];
    private readonly List<(int Advance, int Left)> _metrics = [];
    private readonly SortedDictionary<int, int> _characters = [];
    private readonly SKFont _font = new(typeface, em) { Hinting = SKFontHinting.None, LinearMetrics = true, Subpixel = true };
    private (int Left, int Bottom, int Right, int Top) _box;
    private (int Points, int Contours) _most;

    /// <summary>Adds a glyph.</summary>
    /// <param name="id">Its number in the font that it comes from.</param>
    /// <param name="character">What it was used for; null where it is part of something.</param>
    /// <returns>Its number here.</returns>
    public ushort Add(ushort id, Rune? character)
    {
        var contours = new List<List<(int X, int Y, bool On)>>();
        using (var path = _font.GetGlyphPath(id))
            if (path is not null)
                Read(path, contours);
        var left = contours.Count == 0 ? 0 : contours.Min(contour => contour.Min(point => point.X));
        _glyphs.Add(Write(contours));
        _metrics.Add(((int)Math.Round(_font.GetGlyphWidths([id])[0]), left));
        if (character is { } rune)
            _characters.TryAdd(rune.Value, _glyphs.Count - 1);
        return (ushort)(_glyphs.Count - 1);
    }

    public byte[] ToBytes()
    {
        var offsets = new List<int> { 0 };
        foreach (var glyph in _glyphs)
            offsets.Add(offsets[^1] + glyph.Length);
        var metrics = _font.Metrics;
        var (ascent, descent) = ((int)Math.Round(-metrics.Ascent), (int)Math.Round(-metrics.Descent));
        SortedDictionary<string, byte[]> tables = new(StringComparer.Ordinal)
        {
            ["cmap"] = Table(w => { w.U16(0, 1, 3, 10); w.U32(12); w.U16(12, 0); w.U32(16 + 12 * _characters.Count, 0, _characters.Count); foreach (var (character, glyph) in _characters) w.U32(character, character, glyph); }),
            ["glyf"] = [.. _glyphs.SelectMany(glyph => glyph)],
            ["head"] = Table(w => { w.U32(0x10000, 0x10000, 0, 0x5F0F3CF5); w.U16(0, em); w.U32(0, 0, 0, 0); w.U16(_box.Left, _box.Bottom, _box.Right, _box.Top, 0, 8, 2, 1, 0); }),
            ["hhea"] = Table(w => { w.U32(0x10000); w.U16(ascent, descent, 0, _metrics.Max(one => one.Advance), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, _metrics.Count); }),
            ["hmtx"] = Table(w => { foreach (var (advance, left) in _metrics) w.U16(advance, left); }),
            ["loca"] = Table(w => w.U32([.. offsets])),
            ["maxp"] = Table(w => { w.U32(0x10000); w.U16(_glyphs.Count, _most.Points, _most.Contours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0); }),
            ["name"] = Names((1, name), (2, "Regular"), (4, name), (6, name.Replace(" ", "", StringComparison.Ordinal))),
            ["post"] = Table(w => w.U32(0x30000, 0, 0, 0, 0, 0, 0, 0)),
        };
        return Whole(tables);
    }

    private static byte[] Whole(SortedDictionary<string, byte[]> tables)
    {
        var power = (int)Math.Log2(tables.Count);
        var at = 12 + 16 * tables.Count;
        return Table(w =>
        {
            w.U32(0x10000);
            w.U16(tables.Count, 16 << power, power, 16 * (tables.Count - (1 << power)));
            foreach (var (tag, bytes) in tables)
            {
                w.Bytes(Encoding.ASCII.GetBytes(tag));
                w.U32(Sum(bytes), at, bytes.Length);
                at += (bytes.Length + 3) & ~3;
            }
            foreach (var bytes in tables.Values)
            {
                w.Bytes(bytes);
                w.Bytes(new byte[-bytes.Length & 3]);
            }
        });
    }

    private static int Sum(byte[] bytes)
    {
        var sum = 0u;
        for (var i = 0; i < bytes.Length; i++)
            sum += (uint)bytes[i] << (24 - 8 * (i & 3));
        return (int)sum;
    }

    private static byte[] Names(params (int Id, string Text)[] names) => Table(w =>
    {
        var texts = names.Select(name => Encoding.BigEndianUnicode.GetBytes(name.Text)).ToList();
        w.U16(0, names.Length, 6 + 12 * names.Length);
        var at = 0;
        for (var i = 0; i < names.Length; at += texts[i++].Length)
            w.U16(3, 1, 0x409, names[i].Id, texts[i].Length, at);
        texts.ForEach(w.Bytes);
    });

    // Of a simple glyph: where its contours end, a flag for each point, and how far each is from the one before.
    private byte[] Write(List<List<(int X, int Y, bool On)>> contours)
    {
        var points = contours.SelectMany(contour => contour).ToList();
        if (points.Count == 0)
            return [];
        var (left, bottom, right, top) = (points.Min(point => point.X), points.Min(point => point.Y), points.Max(point => point.X), points.Max(point => point.Y));
        _box = (Math.Min(_box.Left, left), Math.Min(_box.Bottom, bottom), Math.Max(_box.Right, right), Math.Max(_box.Top, top));
        _most = (Math.Max(_most.Points, points.Count), Math.Max(_most.Contours, contours.Count));
        var bytes = Table(w =>
        {
            w.U16(contours.Count, left, bottom, right, top);
            var end = -1;
            foreach (var contour in contours)
                w.U16(end += contour.Count);
            w.U16(0);
            w.Bytes([.. points.Select(point => point.On ? (byte)1 : (byte)0)]);
            foreach (var axis in new Func<(int X, int Y, bool On), int>[] { point => point.X, point => point.Y })
                for (var i = 0; i < points.Count; i++)
                    w.U16(axis(points[i]) - (i == 0 ? 0 : axis(points[i - 1])));
        });
        return [.. bytes, .. new byte[-bytes.Length & 3]];
    }

    private static void Read(SKPath path, List<List<(int X, int Y, bool On)>> contours)
    {
        List<(int X, int Y, bool On)> contour = [];
        void Add(SKPoint point, bool on) => contour.Add(((int)Math.Round(point.X), (int)Math.Round(-point.Y), on));
        void Close()
        {
            // The way back to the first point is drawn without being said.
            if (contour.Count > 1 && contour[^1] == contour[0])
                contour.RemoveAt(contour.Count - 1);
            if (contour.Count > 1)
                contours.Add(contour);
            contour = [];
        }
        using var iterator = path.CreateRawIterator();
        var points = new SKPoint[4];
        for (SKPathVerb verb; (verb = iterator.Next(points)) != SKPathVerb.Done;)
            switch (verb)
            {
                case SKPathVerb.Move:
                    Close();
                    Add(points[0], true);
                    break;
                case SKPathVerb.Line:
                    Add(points[1], true);
                    break;
                case SKPathVerb.Quad:
                    Add(points[1], false);
                    Add(points[2], true);
                    break;
                case SKPathVerb.Cubic:
                    foreach (var (control, end) in Quadratics(points[0], points[1], points[2], points[3]))
                    {
                        Add(control, false);
                        Add(end, true);
                    }
                    break;
            }
        Close();
    }

    // Pieces of equal length of parameter, each by the quadratic with the same ends and middle.
    private static IEnumerable<(SKPoint Control, SKPoint End)> Quadratics(SKPoint a, SKPoint b, SKPoint c, SKPoint d)
    {
        var (x, y) = (d.X - 3 * c.X + 3 * b.X - a.X, d.Y - 3 * c.Y + 3 * b.Y - a.Y);
        var pieces = Math.Max(1, (int)Math.Ceiling(Math.Cbrt(Math.Sqrt(3) / 36 * Math.Sqrt(x * x + y * y) / Tolerance)));
        SKPoint At(double t)
        {
            var u = 1 - t;
            double Axis(double p, double q, double r, double s) => u * u * u * p + 3 * u * u * t * q + 3 * u * t * t * r + t * t * t * s;
            return new SKPoint((float)Axis(a.X, b.X, c.X, d.X), (float)Axis(a.Y, b.Y, c.Y, d.Y));
        }
        for (var i = 0; i < pieces; i++)
        {
            var (from, middle, to) = (At((double)i / pieces), At((i + .5) / pieces), At((i + 1.0) / pieces));
            yield return (new SKPoint(2 * middle.X - (from.X + to.X) / 2, 2 * middle.Y - (from.Y + to.Y) / 2), to);
        }
    }

    private static byte[] Table(Action<BigEndian> write)
    {
        var writer = new BigEndian();
        write(writer);
        return writer.ToArray();
    }

    private sealed class BigEndian : MemoryStream
    {
        public void U16(params ReadOnlySpan<int> values)
        {
            Span<byte> bytes = stackalloc byte[2];
            foreach (var value in values)
            {
                BinaryPrimitives.WriteInt16BigEndian(bytes, unchecked((short)value));
                Write(bytes);
            }
        }

        public void U32(params ReadOnlySpan<int> values)
        {
            Span<byte> bytes = stackalloc byte[4];
            foreach (var value in values)
            {
                BinaryPrimitives.WriteInt32BigEndian(bytes, value);
                Write(bytes);
            }
        }

        public void Bytes(byte[] bytes) => Write(bytes);
    }
}

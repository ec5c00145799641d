using System.Text;
using SkiaSharp;

namespace Kinolux.Report.Paper;

/// <summary>A page to draw on. Places are in points from its upper left corner; what is drawn later covers what is below.</summary>
public sealed class PaperPage
{
    private readonly List<Action<SKCanvas>> _drawing = [];
    private readonly EmbeddedFonts _fonts;
    private readonly SortedDictionary<Rune, int> _missing;

    internal PaperPage((int Width, int Height) size, EmbeddedFonts fonts, SortedDictionary<Rune, int> missing) => (Width, Height, _fonts, _missing) = (size.Width, size.Height, fonts, missing);

    public static (int Width, int Height) A4 => (595, 842);

    public static (int Width, int Height) Letter => (612, 792);

    public int Width { get; }

    public int Height { get; }

    /// <summary>Sets one line of text from <paramref name="x"/> on; where its first letter is of a script that runs to the left, its pieces stand in that order.</summary>
    /// <param name="baseline">The height on which the letters stand.</param>
    /// <returns>How wide it is, in points.</returns>
    /// <exception cref="Core.Faults.FaultException">KX3004: a font that it needs is missing.</exception>
    public double Text(double x, double baseline, params ReadOnlySpan<TextSpan> line)
    {
        var set = TextLine.Set(line);
        foreach (var run in set.Runs)
        {
            var glyphs = run.Embed(_fonts);
            _drawing.Add(canvas => run.Draw(canvas, _fonts.TypefaceOf(run.Font), glyphs, x, baseline));
        }
        foreach (var rune in set.Missing)
            _missing[rune] = _missing.GetValueOrDefault(rune) + 1;
        return set.Width;
    }

    /// <inheritdoc cref="Text(double, double, ReadOnlySpan{TextSpan})"/>
    public double Text(double x, double baseline, string text, TextStyle style) => Text(x, baseline, new TextSpan(text, style));

    /// <summary>Draws a straight line, as thick as said, over both ends.</summary>
    public void Line(double x1, double y1, double x2, double y2, double thickness, Ink ink) => _drawing.Add(canvas =>
    {
        using var paint = PaintOf(ink);
        (paint.IsStroke, paint.StrokeWidth) = (true, (float)thickness);
        canvas.DrawLine((float)x1, (float)y1, (float)x2, (float)y2, paint);
    });

    /// <summary>Fills a rectangle.</summary>
    public void Fill(double x, double y, double width, double height, Ink ink) => _drawing.Add(canvas =>
    {
        using var paint = PaintOf(ink);
        canvas.DrawRect(SKRect.Create((float)x, (float)y, (float)width, (float)height), paint);
    });

    /// <summary>Draws a PNG or JPEG into a rectangle, stretched to it.</summary>
    /// <exception cref="ArgumentException">It is no picture that can be read.</exception>
    public void Picture(double x, double y, double width, double height, ReadOnlySpan<byte> encoded)
    {
        using var data = SKData.CreateCopy(encoded);
        var image = SKImage.FromEncodedData(data) ?? throw new ArgumentException("It is no PNG or JPEG.", nameof(encoded));
        _drawing.Add(canvas =>
        {
            canvas.DrawImage(image, SKRect.Create((float)x, (float)y, (float)width, (float)height), new SKSamplingOptions(SKFilterMode.Linear));
            image.Dispose();
        });
    }

    internal void Draw(SKCanvas canvas) => _drawing.ForEach(draw => draw(canvas));

    internal static SKPaint PaintOf(Ink ink) => new() { Color = new SKColor(ink.Red, ink.Green, ink.Blue), IsAntialias = true };
}

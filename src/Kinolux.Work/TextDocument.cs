using System.Globalization;
using Kinolux.Core.Faults;
using Kinolux.Core.Review;

namespace Kinolux.Work;

/// <summary>A document of words: an engine says which elements and parts it has; places in it are found again by <see cref="TextAnchor"/>.</summary>
/// <param name="elements">In order; together all lines of the text.</param>
/// <param name="parts">Scenes, chapters, … by their lines.</param>
public sealed class TextDocument(string path, IReadOnlyList<TextElement> elements, IReadOnlyList<Part> parts) : WorkDocument
{
    private readonly int _lines = elements.Count == 0 ? 0 : elements[^1].FirstLine + elements[^1].Text.Split('\n').Length;

    public IReadOnlyList<TextElement> Elements => elements;

    public override string View => "text";

    public override IReadOnlyList<Part> Parts => parts;

    public override Place Whole => TextPlace.All;

    // Lines do not survive a rewrite.
    public override Place? PlaceOf(Part part) => null;

    public override Anchored Anchor(Place place) =>
        place is TextPlace text ? text == TextPlace.All ? new Anchored(Anchoring.Found, text) : TextAnchor.Find(text, elements) : new Anchored(Anchoring.Gone, place);

    /// <exception cref="FaultException">KX1031: the text has no such place; KX2018: it is no place in a text.</exception>
    public override void Check(Place place)
    {
        if (place is not TextPlace text)
            throw FaultException.Of("KX2018", ("place", place.Words));
        if (text == TextPlace.All)
            return;
        // Lines alone are pointed at; all else must be there by its words.
        if (text.Lines.Last >= _lines || (text is not { Element: null, Quote.Length: 0 } && TextAnchor.Find(text, elements).State is Anchoring.Gone))
            throw FaultException.Of("KX1031", ("file", path), ("place", text.Words), ("lines", $"{_lines}"));
    }

    /// <summary>A line, counted from 1 as editors show it, or a stretch of lines: <c>12</c>, <c>12-14</c>.</summary>
    /// <exception cref="FaultException">KX2018: it is neither; KX1031: the text has no such line.</exception>
    public override Place Parse(string words)
    {
        var cut = words.IndexOf('-', StringComparison.Ordinal);
        if (!int.TryParse(cut < 0 ? words : words.AsSpan(0, cut), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || !int.TryParse(cut < 0 ? words : words.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            || first < 1 || last < first)
            throw FaultException.Of("KX2018", ("place", words));
        if (last > _lines)
            throw FaultException.Of("KX1031", ("file", path), ("place", words), ("lines", $"{_lines}"));
        return new TextPlace(null, new Extent(first - 1, last - 1), "");
    }
}

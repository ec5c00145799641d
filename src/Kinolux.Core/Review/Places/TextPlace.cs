using System.Globalization;

namespace Kinolux.Core.Review;

/// <summary>
/// Words in a text, found again by the element that they stand in and then by what they are, since line numbers do not survive a rewrite
/// (Web Annotation Data Model, W3C Recommendation, 2017: a text quote with its prefix and suffix).
/// </summary>
/// <param name="Element">The element's lasting name; null where the text has no elements with names.</param>
/// <param name="Lines">Where it was when the place was anchored last, lines counted from 0.</param>
/// <param name="Quote">The words; empty for the whole element.</param>
/// <param name="Before">What stands before them in the element.</param>
/// <param name="After">What stands after them.</param>
/// <param name="IsAlone">True where the same words stood nowhere else in the text: then they are the same words also where they moved to another element.</param>
public sealed record TextPlace(string? Element, Extent Lines, string Quote, string Before = "", string After = "", bool IsAlone = false) : Place
{
    /// <summary>All of a text, whatever it says.</summary>
    public static TextPlace All { get; } = new(null, Extent.Everywhere, "");

    // Lines are left out: what was inserted above changes no name.
    public override string Key => $"{Element}|{Quote}|{Before}|{After}";

    /// <summary>Lines counted from 1, as editors show them.</summary>
    public override string Words => this == All ? "the whole text" : $"{WordsOf(Lines)}{(Quote.Length == 0 ? "" : $", “{Quote}”")}";

    public override string WordsOf(Extent stretch) =>
        string.Create(CultureInfo.InvariantCulture, $"{(stretch.First == stretch.Last ? $"line {stretch.First + 1}" : $"lines {stretch.First + 1}-{stretch.Last + 1}")}");

    public override Extent Extent => Lines;

    /// <summary>True where one is all of the text; else where they are in one element, on a line together, and the words of one hold those of the other. Equal words in two elements never meet.</summary>
    public override bool Meets(Place other) =>
        other is TextPlace text && (this == All || text == All || Element == text.Element && Lines.Overlaps(text.Lines) && Shares(text));

    /// <summary>True where it is on the spot's lines, whatever they say.</summary>
    public override bool Holds(Place spot) => spot is TextPlace { Element: null, Quote.Length: 0 } lines ? Lines.Overlaps(lines.Lines) : Meets(spot);

    private bool Shares(TextPlace text) =>
        Quote.Contains(text.Quote, StringComparison.Ordinal) || text.Quote.Contains(Quote, StringComparison.Ordinal) || Quote.Length == 0 || text.Quote.Length == 0;

    public override string? Fault() =>
        Lines.First < 0 || Lines.Last < Lines.First ? "lines are counted from 0, the first before the last"
        : Element is null && Quote.Length == 0 && this != All ? "a place in a text needs an element or a quote"
        : null;
}

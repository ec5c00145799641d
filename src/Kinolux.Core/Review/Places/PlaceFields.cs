using System.Text.Json;
using Kinolux.Core.Time;

namespace Kinolux.Core.Review;

/// <summary>
/// A place as it is written: its fields beside those of what it belongs to, so that <c>"frames": "3-8"</c> is a place in a film, as it was before there were others.
/// Which fields are there says of which family it is.
/// </summary>
/// <param name="Box">For a region that is a whole rectangle, where a person writes it.</param>
/// <param name="Lines">A text's lines, as <c>3-8</c>.</param>
internal sealed record PlaceFields(
    FrameRange? Frames = null, RegionMask? Region = null, IReadOnlyList<TrackedRegion>? Track = null, Box? Box = null,
    string? Samples = null, FrequencyBand? Band = null, IReadOnlyList<int>? Channels = null,
    string? Element = null, string? Lines = null, string? Quote = null, string? Before = null, string? After = null, bool? Alone = null,
    string? Node = null)
{
    public static PlaceFields Of(Place place) => place switch
    {
        FilmPlace film => new(film.Frames, film.Region, film.Track),
        SoundPlace sound => new(Samples: Text(sound.Samples), Band: sound.Band, Channels: sound.Channels),
        TextPlace text => new(
            Element: text.Element, Lines: Text(text.Lines), Quote: text.Quote, Before: text.Before is "" ? null : text.Before, After: text.After is "" ? null : text.After, Alone: text.IsAlone ? true : null),
        NodePlace node => new(Node: node.Path),
        _ => throw new ArgumentException("no place of a known family", nameof(place)),
    };

    /// <exception cref="JsonException">There is no place in it, or none that can be.</exception>
    public Place ToPlace()
    {
        Place place = this switch
        {
            { Frames: { } frames, Samples: null, Lines: null, Node: null } => new FilmPlace(frames, Region ?? (Box is { } box ? RegionMask.Whole(box) : null), Track),
            { Samples: { } samples, Frames: null, Lines: null, Node: null } => new SoundPlace(Range(samples), Band, Channels),
            { Lines: { } lines, Frames: null, Samples: null, Node: null } => new TextPlace(Element, Range(lines), Quote ?? "", Before ?? "", After ?? "", Alone ?? false),
            { Node: { } node, Frames: null, Samples: null, Lines: null } => new NodePlace(node),
            _ => throw new JsonException("it needs one place: frames, samples, lines or node"),
        };
        return place.Fault() is { } fault ? throw new JsonException(fault) : place;
    }

    private static string Text(Extent extent) =>
        extent.First == extent.Last ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{extent.First}") : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{extent.First}-{extent.Last}");

    private static Extent Range(string text)
    {
        var cut = text.IndexOf('-', StringComparison.Ordinal);
        return long.TryParse(cut < 0 ? text : text.AsSpan(0, cut), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var first)
            && long.TryParse(cut < 0 ? text : text.AsSpan(cut + 1), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var last) && last >= first
            ? new Extent(first, last)
            : throw new JsonException("A range reads \"12-40\" or \"12\".");
    }
}

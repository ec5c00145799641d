using Kinolux.Models.Cards;

namespace Kinolux.Models.Tiles;

/// <summary>
/// Cuts a picture into tiles. Where the cuts are depends on the picture's size and the card alone, never on how many threads work.
/// A tile begins at a multiple of the card's, so a model that works at half size sees the same pairs of samples in a tile as in the whole; it ends at the picture's edge where the picture does, so the model's own borders are where they would be.
/// </summary>
public static class TilePlan
{
    // A frame of standard definition is one tile: cuts cost their length in overlap, and it is frames that keep the threads busy. Larger ones are cut for memory.
    private const int MostColumns = 1024;
    private const int MostRows = 576;

    /// <summary>All tiles of a picture; what counts in them covers it once.</summary>
    public static IReadOnlyList<Tile> Of(int width, int height, ModelCard card)
    {
        var columns = Spans(width, card, card.Size?[1], MostColumns);
        var rows = Spans(height, card, card.Size?[0], MostRows);
        return
        [
            .. from row in rows
               from column in columns
               select new Tile(column.Samples, row.Samples, column.Before, row.Before, column.First, row.First, column.Count, row.Count),
        ];
    }

    private static IEnumerable<Span> Spans(int length, ModelCard card, int? size, int most)
    {
        var around = Up(card.ReceptiveField, card.Multiple);
        var core = size is { } side ? Math.Max(card.Multiple, (side - 2 * around) / card.Multiple * card.Multiple) : Core(length, card.Multiple, most);
        for (var first = 0; first < length; first += core)
        {
            var count = Math.Min(core, length - first);
            var begin = size is null ? Math.Max(0, first - around) : first - around;
            var end = size is { } fixedSide ? begin + fixedSide : begin + Up(Math.Min(length, first + count + around) - begin, card.Multiple);
            yield return new Span(first, count, first - begin, [.. Enumerable.Range(begin, end - begin).Select(at => Reflect(at, length))]);
        }
    }

    // Parts of about the same length.
    private static int Core(int length, int multiple, int most)
    {
        var parts = (length + most - 1) / most;
        return Up((length + parts - 1) / parts, multiple);
    }

    private static int Up(int value, int multiple) => (value + multiple - 1) / multiple * multiple;

    // The edge itself is not said twice.
    private static int Reflect(int at, int length)
    {
        if (length == 1)
            return 0;
        var period = 2 * (length - 1);
        at = (at % period + period) % period;
        return Math.Min(at, period - at);
    }

    private sealed record Span(int First, int Count, int Before, int[] Samples);
}

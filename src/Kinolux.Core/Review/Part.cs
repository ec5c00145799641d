namespace Kinolux.Core.Review;

/// <summary>A part of a document, as whoever works on it names it: shot <c>3</c>, scene <c>sc-12</c>, node <c>garden</c>. Proposals are grouped by part and kind.</summary>
/// <param name="Number">Its place among the parts, from 1.</param>
/// <param name="Id">Its name in files and on the command line.</param>
/// <param name="Title">For people.</param>
/// <param name="Extent">Where it is on the document's axis.</param>
public sealed record Part(int Number, string Id, string Title, Extent Extent)
{
    /// <summary>The part that holds a spot of the axis; null where none does.</summary>
    /// <param name="parts">In order, none overlapping another.</param>
    public static Part? At(IReadOnlyList<Part> parts, long spot)
    {
        var (low, high) = (0, parts.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var part = parts[middle];
            if (part.Extent.First <= spot && spot <= part.Extent.Last)
                return part;
            (low, high) = part.Extent.First > spot ? (low, middle - 1) : (middle + 1, high);
        }
        return null;
    }
}

using System.Text.Json.Serialization;
using Kinolux.Core.Review;

namespace Kinolux.Restoration.Origins;

/// <summary>What a restored film consists of, as shares of its samples of luma, each counted once; the four add up to 1.</summary>
/// <param name="Untouched">The same bits as in the source: of frames that were neither moved nor re-lit, outside all repairs.</param>
/// <param name="Moved">The film's own picture, moved or re-lit with its frame.</param>
/// <param name="Repaired">Inside repairs, soft edges included; and of frames whose noise was taken out or laid again.</param>
/// <param name="Generated">Of frames that were not on the film and had to be made.</param>
public sealed record FilmShares(double Untouched, double Moved, double Repaired, double Generated)
{
    /// <summary>The four with their words: the command line, reports, records and pages take them from here.</summary>
    [JsonIgnore]
    public IReadOnlyList<FilmShare> Parts =>
    [
        new(Origin.Untouched, "Untouched", "The same bits as in the source: frames that were neither moved nor re-lit, outside all repairs", Untouched),
        new(Origin.Moved, "Moved or re-lit", "The film’s own picture, moved or given another brightness with its frame", Moved),
        new(Origin.Repaired, "Repaired", "Inside repairs, their soft edges included, or where noise was taken out or laid again", Repaired),
        new(Origin.Generated, "Generated", "Frames that were not on the film and had to be made", Generated),
    ];

    /// <summary>The shares in counts of samples, in the order of <see cref="Origin"/>.</summary>
    public static FilmShares Of(IReadOnlyList<long> counts)
    {
        var all = Math.Max(1, counts.Sum());
        return counts.Any(count => count > 0) ? new FilmShares((double)counts[0] / all, (double)counts[1] / all, (double)counts[2] / all, (double)counts[3] / all) : new FilmShares(1, 0, 0, 0);
    }
}

namespace Kinolux.Restoration.Report;

/// <summary>
/// What the restored film consists of, by picture samples; the three add up to 1.
/// </summary>
/// <param name="Original">The film's own samples, at most moved or levelled in brightness.</param>
/// <param name="Repaired">Samples inside repaired regions, filled from the same film, and of frames whose noise was taken out or laid again.</param>
/// <param name="Generated">Samples of frames that were not on the film and had to be made.</param>
public sealed record FilmShare(double Original, double Repaired, double Generated)
{
    /// <summary>The share in counts of samples.</summary>
    public static FilmShare Of(long repaired, long generated, long all) =>
        all <= 0 ? new FilmShare(1, 0, 0) : new FilmShare((double)(all - repaired - generated) / all, (double)repaired / all, (double)generated / all);
}
